import { z } from 'zod';
import { populationSettings } from './population.ts';

/** Block `rules.sccm` of the configuration. */
export const sccmRules = z.strictObject({
  /** Which records become assets. */
  population: populationSettings.prefault({}),
});
export type SccmRules = z.infer<typeof sccmRules>;
