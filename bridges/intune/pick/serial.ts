import type { SerialFact, SerialValidity } from '../../../shared/asset/identity.ts';
import type { Choice } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { judgeSerial } from '../../../shared/device/serial.ts';
import type { IntuneRecord, ListRow } from '../record.ts';
import { pickFamily } from './family.ts';
import { pickVirtual } from './virtual.ts';

/** Every serial that Intune gives for the device, the list's first, judged; each once. */
export function serialFacts({ list, detail }: Pick<IntuneRecord, 'list' | 'detail'>): SerialFact[] {
  const values = new Set(known([list.serialNumber, detail?.hardware.serialNumber]));
  const origin = pickFamily(list) === 'windows' ? 'bios' : 'product';
  return [...values].map((value) => ({ value, origin, validity: judge(value) }));
}

/** A placeholder stays one whatever stands between its letters: `Default_string`. */
function judge(value: string): SerialValidity {
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
  const isFiller = bare !== value && judgeSerial(bare) === 'placeholder';
  return isFiller ? 'placeholder' : judgeSerial(value);
}

/** The first genuine serial, on a guest a virtual one too; else, which the rule says, a virtual or a short one. */
export function pickSerial(facts: readonly SerialFact[], list: ListRow): Choice<string | null> {
  const isVirtual = pickVirtual(list).value === true;
  const trusted: readonly SerialValidity[] = isVirtual ? ['genuine', 'virtual'] : ['genuine'];
  const best = facts.find((fact) => trusted.includes(fact.validity));
  if (best) return { value: best.value, rule: 'intune' };
  for (const validity of ['virtual', 'short'] as const) {
    const fact = facts.find((candidate) => candidate.validity === validity);
    if (fact) return { value: fact.value, rule: `intune-${validity}` };
  }
  return { value: null, rule: facts.length > 0 ? 'placeholder' : 'none' };
}

/**
 * What names the hardware before anything but the list is known: the serial, unless it is too short to be one's own, else
 * the Entra device, which a new enrolment does not change.
 */
export function hardwareOf(list: ListRow): string | null {
  const { value, rule } = pickSerial(serialFacts({ list, detail: null }), list);
  return value === null || rule === 'intune-short' ? list.azureADDeviceId : value.toUpperCase();
}
