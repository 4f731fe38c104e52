import type { Choice } from '../../../shared/asset.ts';
import { type StateMeaning, stateByNumber } from '../meanings.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { pickType } from './type.ts';

/**
 * What the state of the asset means, by its name; by its number only where the name is gone. A state that nobody
 * described counts as in use. A computer of which nothing was ever read is only discovered, whatever its state says.
 */
export function pickStatus(sections: Sections, site: LansweeperSite): Choice<StateMeaning> {
  const state = pickState(sections, site);
  if (state.value === 'active' && isComputer(sections, site) && !wasRead(sections))
    return { value: 'discovered', rule: 'neverRead' };
  return state;
}

/** The state in the source's own word; `(12)` where there is only its number. */
export function stateName({ base }: Sections): string | null {
  if (base.stateName !== null || base.stateCode === null) return base.stateName;
  return `(${base.stateCode})`;
}

function pickState(sections: Sections, { states }: LansweeperSite): Choice<StateMeaning> {
  const { base } = sections;
  const meaning = states(stateName(sections));
  if (meaning !== null) return { value: meaning, rule: 'state' };
  const byNumber = base.stateName === null ? stateByNumber.get(base.stateCode ?? 0) : undefined;
  if (byNumber !== undefined) return { value: byNumber, rule: 'stateNumber' };
  return { value: 'active', rule: base.stateName === null ? 'noState' : 'unknownState' };
}

/** Types of which a scan reads the inside. */
const computers = new Set(['byRole', 'byChassis', 'byModel']);

const isComputer = (sections: Sections, site: LansweeperSite) =>
  computers.has(pickType(sections, site).value ?? '');

/** Whether any table that only a scan of the inside fills has a row. */
export function wasRead(sections: Sections): boolean {
  const { operatingSystem, computerSystem, bios, product, linuxSystem, macHardware, macOs } = sections;
  return [operatingSystem, computerSystem, bios, product, linuxSystem, macHardware, macOs].some(
    (row) => row !== null,
  );
}
