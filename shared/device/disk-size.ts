import type { Disk } from '../asset/hardware.ts';
import { total } from './bytes.ts';
import { known } from './choice.ts';

/** Size of the fixed disks together; card readers without a card have no size and do not count. */
export function fixedBytes(disks: readonly Disk[]): number | null {
  return total(known(disks.map((disk) => (disk.removable ? null : disk.bytes))));
}
