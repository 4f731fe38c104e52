import type { SerialFact, SerialOrigin, SerialValidity } from '../asset/identity.ts';
import type { Choice } from '../asset.ts';
import { judgeSerial } from './serial.ts';

/** Serials by where they were read, in order of trust, judged; unknown and blank ones are left out. */
export function judgeSerials(
  origins: readonly (readonly [SerialOrigin, string | null | undefined])[],
): SerialFact[] {
  const facts: SerialFact[] = [];
  for (const [origin, text] of origins) {
    const value = text?.trim() ?? '';
    if (value !== '') facts.push({ value, origin, validity: judgeSerial(value) });
  }
  return facts;
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
