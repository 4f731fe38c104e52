import type { SerialFact, SerialOrigin, SerialValidity } from '../../../shared/asset/identity.ts';
import type { Choice } from '../../../shared/asset.ts';
import { judgeSerial } from '../../../shared/device/serial.ts';
import type { Sections } from '../record.ts';
import { pickBaseBoard, pickEnclosure } from './enclosure.ts';

/** Every serial that the record holds, in order of trust, judged. Docking stations have theirs left out. */
export function serialFacts(sections: Sections): SerialFact[] {
  const origins: readonly (readonly [SerialOrigin, string | null | undefined])[] = [
    ['bios', sections.bios?.serial],
    ['product', sections.product?.serial],
    ['enclosure', pickEnclosure(sections)?.serial],
    ['baseboard', pickBaseBoard(sections)?.serial],
  ];
  return origins.flatMap(([origin, text]) => {
    const value = text?.trim() ?? '';
    return value === '' ? [] : [{ value, origin, validity: judgeSerial(value) }];
  });
}

/**
 * The first genuine serial; on a virtual machine the first genuine or virtual one. Only if there is none, a
 * virtual and then a short one is taken, which the rule says (`bios-virtual`, `bios-short`).
 */
export function pickSerial(facts: readonly SerialFact[], virtual: boolean | null): Choice<string | null> {
  const trusted: readonly SerialValidity[] = virtual === true ? ['genuine', 'virtual'] : ['genuine'];
  const best = facts.find((fact) => trusted.includes(fact.validity));
  if (best) return { value: best.value, rule: best.origin };
  for (const validity of ['virtual', 'short'] as const) {
    const fact = facts.find((candidate) => candidate.validity === validity);
    if (fact) return { value: fact.value, rule: `${fact.origin}-${validity}` };
  }
  return { value: null, rule: 'none' };
}
