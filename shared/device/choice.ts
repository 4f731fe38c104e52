import type { Choice } from '../asset.ts';

/** What is known of a list, in its order; a `flatMap` costs ten times as much, and every asset is made of many lists. */
export const known = <T>(items: readonly (T | null | undefined)[]): T[] =>
  items.filter((item) => item !== null && item !== undefined);

/** The first candidate that is known; its name is the rule. `none` when nothing is known. */
export function firstKnown<T>(candidates: Readonly<Record<string, T | null | undefined>>): Choice<T | null> {
  for (const rule in candidates) {
    const value = candidates[rule];
    if (value !== null && value !== undefined) return { value, rule };
  }
  return { value: null, rule: 'none' };
}
