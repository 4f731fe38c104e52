import type { Disk, Hardware } from '../../../shared/asset/hardware.ts';
import { positive } from '../../../shared/device/bytes.ts';
import { ascending, distinct, sorted } from '../../../shared/device/order.ts';
import { readSize } from '../../../shared/device/quantity-text.ts';
import { realSerial } from '../pick/serial.ts';
import type { Sections } from '../record.ts';

/** The physical disks: of Windows from the table that is called tblFloppy, of Linux the volumes that are disks. */
export function listDisks(sections: Sections): Disk[] {
  const windows = sections.physicalDisks.map((row): Disk => {
    const number = /(\d+)$/u.exec(row.device ?? '')?.[1];
    return {
      index: number === undefined ? null : Number(number),
      model: row.model,
      serial: realSerial(row.serial),
      bytes: positive(row.sizeBytes),
      interface: row.interfaceType,
      media: null,
      removable: /^(?:usb|1394)$/iu.test(row.interfaceType ?? ''),
    };
  });
  const linux = sections.linuxVolumes
    .filter((row) => /^disk$/iu.test(row.volumeType ?? ''))
    .map((row): Disk => {
      const bytes = readSize(row.size, 1000);
      const model = row.label ?? row.path;
      return { index: null, model, serial: null, bytes, interface: null, media: null, removable: false };
    });
  return sorted(
    [...windows, ...linux],
    ascending((disk) => disk.index),
    ascending((disk) => disk.model),
  );
}

/** File systems that are no storage. */
const memoryFileSystem = /^(?:tmpfs|devtmpfs|udev|overlay|shm|none|squashfs|efivarfs|\/dev\/loop\d+)$/iu;

/** The local volumes: drive letters of Windows, mount points of Linux. */
export function listVolumes(sections: Sections): Hardware['volumes'] {
  const volumes: Hardware['volumes'] = [];
  for (const { drive, label, fileSystem, sizeBytes, freeBytes } of sections.volumes)
    if (drive)
      volumes.push({ drive: drive.toUpperCase(), label, fileSystem, bytes: positive(sizeBytes), freeBytes });
  for (const { mountedOn: drive, fileSystem: label, size, available } of sections.linuxFileSystems) {
    if (drive === null || memoryFileSystem.test(label ?? '')) continue;
    const bytes = readSize(size, 1024);
    volumes.push({ drive, label, fileSystem: null, bytes, freeBytes: readSize(available, 1024) });
  }
  const ordered = sorted(
    volumes,
    ascending((volume) => volume.drive),
  );
  return distinct(ordered, (volume) => volume.drive);
}
