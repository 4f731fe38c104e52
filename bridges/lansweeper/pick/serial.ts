import type { SerialFact } from '../../../shared/asset/identity.ts';
import type { Choice } from '../../../shared/asset.ts';
import { chassisCodes, isDock } from '../../../shared/device/chassis.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { judgeSerial } from '../../../shared/device/serial.ts';
import { judgeSerials, pickSerial as pickAmong } from '../../../shared/device/serial-choice.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { pickType } from './type.ts';
import { pickVirtual } from './virtual.ts';

/**
 * Every serial that the record holds, in order of trust, judged: what somebody typed and locked, what the product
 * chose, then what it read, for the choice may be old or a placeholder. Docking stations have theirs left out.
 */
export function serialFacts(sections: Sections): SerialFact[] {
  const { base } = sections;
  return judgeSerials([
    [base.serialLocked === true ? 'manual' : 'record', base.serial],
    ['bios', sections.bios?.serial],
    ['system', sections.linuxSystem?.serial],
    ['system', sections.macHardware?.serial],
    ...enclosures(sections).map((row) => ['enclosure', row.serial] as const),
    ...sorted(sections.baseBoards).map((row) => ['baseboard', row.serial] as const),
  ]);
}

/** The serial that identifies the thing; a management card shows the one of its server, which is not its own. */
export function pickSerial(
  facts: readonly SerialFact[],
  sections: Sections,
  site: LansweeperSite,
): Choice<string | null> {
  if (pickType(sections, site).value === 'controller') return { value: null, rule: 'serverSerial' };
  return pickAmong(facts, pickVirtual(sections, site).value);
}

/** The text, unless it stands where a serial should be; screens count here too. */
export function realSerial(text: string | null): string | null {
  const value = text?.trim() ?? '';
  return value === '' || judgeSerial(value) === 'placeholder' ? null : value;
}

/** The enclosures of Windows and Linux that are the machine itself, by chassis code. */
export const enclosures = remembered((sections: Sections) => {
  const rows = [...sections.enclosures, ...sections.linuxEnclosures];
  const own = rows.filter((row) => !isDock(chassisCodes(String(row.chassisCode ?? ''))));
  return sorted(
    own,
    ascending((row) => row.chassisCode),
  );
});
