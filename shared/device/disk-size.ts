import type { Disk } from '../asset/hardware.ts';
import { total } from './bytes.ts';

/** Size of the fixed disks together; card readers without a card have no size and do not count. */
export function fixedBytes(disks: readonly Disk[]): number | null {
  return total(disks.filter((disk) => !disk.removable).flatMap((disk) => disk.bytes ?? []));
}
