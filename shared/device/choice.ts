import type { Choice } from '../asset.ts';

/** The first candidate that is known; its name is the rule. `none` when nothing is known. */
export function firstKnown<T>(candidates: Readonly<Record<string, T | null | undefined>>): Choice<T | null> {
  for (const rule in candidates) {
    const value = candidates[rule];
    if (value !== null && value !== undefined) return { value, rule };
  }
  return { value: null, rule: 'none' };
}
