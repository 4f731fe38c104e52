import { z } from 'zod';
import { localDate } from './times.ts';

/** One memory module. */
export const memoryModule = z.strictObject({
  /** SCCM: v_GS_PHYSICAL_MEMORY.DeviceLocator0. */
  slot: z.string().nullable(),
  /** SCCM: Capacity0, megabytes. */
  bytes: z.number().nullable(),
  /** SCCM: Speed0, MHz. */
  speedMhz: z.number().nullable(),
  manufacturer: z.string().nullable(),
  partNumber: z.string().nullable(),
});

/** One physical disk, removable ones included. */
export const disk = z.strictObject({
  /** Number that the operating system gives it. SCCM: v_GS_DISK.Index0. */
  index: z.number().nullable(),
  /** SCCM: v_GS_DISK.Model0. */
  model: z.string().nullable(),
  /** SCCM: v_GS_PHYSICALDISK.SerialNumber0; the disk class has none. */
  serial: z.string().nullable(),
  /** SCCM: v_GS_DISK.Size0, megabytes. */
  bytes: z.number().nullable(),
  /** SCCM: v_GS_DISK.InterfaceType0. */
  interface: z.string().nullable(),
  /** SCCM: v_GS_PHYSICALDISK.MediaType0. */
  media: z.enum(['hdd', 'ssd', 'scm']).nullable(),
  /** USB or removable media. */
  removable: z.boolean(),
});

/** One local volume. */
export const volume = z.strictObject({
  /** Drive letter with colon. SCCM: v_GS_LOGICAL_DISK.DeviceID0. */
  drive: z.string(),
  label: z.string().nullable(),
  fileSystem: z.string().nullable(),
  /** SCCM: Size0, megabytes. */
  bytes: z.number().nullable(),
  /** SCCM: FreeSpace0, megabytes. */
  freeBytes: z.number().nullable(),
});

/** A screen that the computer reports. */
export const attachedMonitor = z.strictObject({
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  /** Never a placeholder. LanSweeper: tblMonitor.SerialNumber. */
  serial: z.string().nullable(),
  /** Day that the screen's own data name, usually only a week. LanSweeper: tblMonitor.ManufacturedDate. */
  manufacturedOn: localDate.nullable(),
});

/** What the machine is made of. */
export const hardware = z.strictObject({
  /** Installed memory: sum of the modules. SCCM: v_GS_PHYSICAL_MEMORY; usable memory where that class is off. */
  memoryBytes: z.number().nullable(),
  /** Memory that the system can use, a little less. SCCM: v_GS_X86_PC_MEMORY.TotalPhysicalMemory0, kilobytes. */
  memoryUsableBytes: z.number().nullable(),
  memoryModules: z.array(memoryModule),
  /** SCCM: v_GS_PROCESSOR.Name0 of the first socket, inner spaces collapsed. */
  processor: z.string().nullable(),
  /** SCCM: v_GS_PROCESSOR.Manufacturer0. */
  processorManufacturer: z.string().nullable(),
  /** SCCM: v_GS_COMPUTER_SYSTEM.NumberOfProcessors0, else the number of processor rows. */
  processorSockets: z.number().nullable(),
  /** Over all sockets. SCCM: sum of NumberOfCores0. */
  processorCores: z.number().nullable(),
  /** Over all sockets. SCCM: sum of NumberOfLogicalProcessors0. */
  processorThreads: z.number().nullable(),
  /** SCCM: MaxClockSpeed0, then NormSpeed0, MHz. */
  processorMhz: z.number().nullable(),
  disks: z.array(disk),
  /** Fixed disks only. */
  diskBytes: z.number().nullable(),
  /** Free space over all that the device stores on, where only the sum is known. Intune: freeStorageSpaceInBytes. */
  storageFreeBytes: z.number().nullable(),
  volumes: z.array(volume),
  /** Graphics adapters without mirror drivers. SCCM: v_GS_VIDEO_CONTROLLER.Name0. */
  displayAdapters: z.array(z.string()),
  monitors: z.array(attachedMonitor),
});
export type Hardware = z.infer<typeof hardware>;
export type AttachedMonitor = z.infer<typeof attachedMonitor>;
export type Disk = z.infer<typeof disk>;
