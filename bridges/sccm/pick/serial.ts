import type { SerialFact } from '../../../shared/asset/identity.ts';
import { judgeSerials } from '../../../shared/device/serial-choice.ts';
import type { Sections } from '../record.ts';
import { pickBaseBoard, pickEnclosure } from './enclosure.ts';

/** Every serial that the record holds, in order of trust, judged. Docking stations have theirs left out. */
export function serialFacts(sections: Sections): SerialFact[] {
  return judgeSerials([
    ['bios', sections.bios?.serial],
    ['product', sections.product?.serial],
    ['enclosure', pickEnclosure(sections)?.serial],
    ['baseboard', pickBaseBoard(sections)?.serial],
  ]);
}
