import type { Disk, Hardware } from '../../../shared/asset/hardware.ts';
import { fromMegabytes, positive } from '../../../shared/device/bytes.ts';
import { ascending, distinct, sorted } from '../../../shared/device/order.ts';
import { ofFewTexts } from '../../../shared/device/remembered.ts';
import { judgeSerial } from '../../../shared/device/serial.ts';
import type { Sections } from '../record.ts';

type DiskRow = Sections['disks'][number];
type PhysicalRow = Sections['physicalDisks'][number];

/** MSFT_PhysicalDisk.BusType. */
const usbBus = 7;

/** MSFT_PhysicalDisk.MediaType. */
const mediaTypes: ReadonlyMap<number, Disk['media']> = new Map([
  [3, 'hdd'],
  [4, 'ssd'],
  [5, 'scm'],
]);

/** The disks by number; the physical-disk class, which numbers disks the same, adds serial and medium. */
export function listDisks(sections: Sections): Disk[] {
  const disks = sections.disks.map((row) => toDisk(row, physicalOf(row, sections)));
  return sorted(
    disks,
    ascending((disk) => disk.index),
  );
}

/** The local volumes by drive letter. */
export function listVolumes(sections: Sections): Hardware['volumes'] {
  const volumes: Hardware['volumes'] = [];
  for (const { drive: letter, driveType, label, fileSystem, sizeMb, freeMb } of sections.volumes) {
    if (!letter || (driveType !== null && driveType !== 3)) continue;
    const drive = letter.toUpperCase();
    const bytes = positive(fromMegabytes(sizeMb));
    volumes.push({ drive, label, fileSystem, bytes, freeBytes: fromMegabytes(freeMb) });
  }
  const ordered = sorted(
    volumes,
    ascending((volume) => volume.drive),
  );
  return distinct(ordered, (volume) => volume.drive);
}

function toDisk(row: DiskRow, physical: PhysicalRow | null): Disk {
  const serial = physical?.serial ?? null;
  return {
    index: row.diskIndex,
    model: row.model,
    serial: serial === null || judgeSerial(serial) === 'placeholder' ? null : serial,
    bytes: positive(fromMegabytes(row.sizeMb)),
    interface: row.interfaceType,
    media: mediaTypes.get(physical?.mediaType ?? 0) ?? null,
    removable: isRemovable(row, physical),
  };
}

const isRemovableMedia = ofFewTexts((media): boolean => /removable|external|amovible|externe/iu.test(media));

/** USB, or media that the system calls removable or external (in its own language). */
function isRemovable(row: DiskRow, physical: PhysicalRow | null): boolean {
  if (row.interfaceType?.toUpperCase() === 'USB' || physical?.busType === usbBus) return true;
  return row.mediaType !== null && isRemovableMedia(row.mediaType);
}

function physicalOf(row: DiskRow, sections: Sections): PhysicalRow | null {
  if (row.diskIndex === null) return null;
  const same = sections.physicalDisks.filter((physical) => diskNumber(physical.deviceId) === row.diskIndex);
  return sorted(same)[0] ?? null;
}

const diskNumber = (text: string | null): number | null =>
  /^\d{1,5}$/u.test(text ?? '') ? Number(text) : null;
