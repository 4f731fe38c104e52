import type { Hardware } from '../../../shared/asset/hardware.ts';
import { pickMemory } from '../pick/memory.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** What the machine is made of: sizes only, Intune names no processor. */
export function normalizeHardware({ list, detail }: IntuneRecord): Part<Hardware> {
  const memory = pickMemory(detail);
  return {
    value: {
      memoryBytes: memory.value,
      memoryUsableBytes: detail?.physicalMemoryInBytes ?? null,
      memoryModules: [],
      processor: null,
      processorManufacturer: null,
      processorSockets: null,
      processorCores: null,
      processorThreads: null,
      processorMhz: null,
      disks: [],
      diskBytes: list.totalStorageSpaceInBytes,
      storageFreeBytes: list.freeStorageSpaceInBytes,
      volumes: [],
      displayAdapters: [],
      monitors: [],
    },
    rules: { 'hardware.memoryBytes': memory.rule },
  };
}
