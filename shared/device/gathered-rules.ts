import type { Part } from '../asset.ts';

type Rules = Part<unknown>['rules'];

/**
 * Puts the rules of an asset's parts together. A part always has the same fields, so every asset begins with a copy of all
 * fields: added one by one, so many of them become a dictionary, in which each is searched for from then on.
 */
export function ruleGatherer(): (...parts: readonly Rules[]) => Rules {
  let fields: Rules | null = null;
  return (...parts) => {
    fields ??= withoutRules(Object.assign({}, ...parts));
    return Object.assign({ ...fields }, ...parts);
  };
}

/** The same fields, still empty; what is read from JSON is never a dictionary. */
const withoutRules = (rules: Rules): Rules =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.keys(rules).map((field) => [field, '']))));
