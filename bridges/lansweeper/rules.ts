import { z } from 'zod';
import { customFieldRules } from './custom-fields.ts';
import { stateMeanings, typeMeanings } from './meanings.ts';
import { populationSettings } from './population.ts';

/** Where the primary user is looked for. */
export const userOrigins = ['relation', 'customField', 'managedBy', 'frequentLogon', 'lastLogon'] as const;
export type UserOrigin = (typeof userOrigins)[number];

/** Block `rules.lansweeper` of the configuration. */
export const lansweeperRules = z.strictObject({
  /** Which records become assets. */
  population: populationSettings.prefault({}),
  /** Types of asset by name, besides and before those of `classes.yaml`. */
  classes: typeMeanings.default({}),
  /** States by name, besides and before those of `states.yaml`. */
  states: stateMeanings.default({}),
  /** Where the primary user is looked for, best first; what is not named is not looked at. */
  primaryUser: z.array(z.enum(userOrigins)).default([...userOrigins]),
  /** Custom fields by label, with the field of the asset that each fills, or `extra.<name>`. */
  customFields: customFieldRules,
});
export type LansweeperRules = z.infer<typeof lansweeperRules>;
