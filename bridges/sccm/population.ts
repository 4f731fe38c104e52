import { z } from 'zod';
import { pickName } from './pick/name.ts';
import type { SccmRecord } from './record.ts';

const treatment = z.enum(['exclude', 'include']).default('exclude');

/**
 * Which records of v_R_System become assets; each switch is `exclude` unless the site says `include`. A silent
 * client (Active0 = 0) is never left out, and a record without a name always is: nothing could be written.
 */
export const populationSettings = z.strictObject({
  /** Unknown0 = 1: placeholder for the deployment of a system. */
  unknownObject: treatment,
  /** Obsolete0 = 1: a newer record of the same hardware replaced it. */
  obsolete: treatment,
  /** Decommissioned0 = 1: marked for removal. */
  decommissioned: treatment,
  /** Client0 = 0: only discovered; when included, such assets have the status `discovered`. */
  noClient: treatment,
});
export type PopulationSettings = z.infer<typeof populationSettings>;

export const exclusionReasons = [
  'unknownObject',
  'noName',
  'obsolete',
  'decommissioned',
  'noClient',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** The first reason that keeps a record out, or null when it becomes an asset. A missing mark counts as 0. */
export function judgePopulation(record: SccmRecord, settings: PopulationSettings): ExclusionReason | null {
  const { base } = record.sections;
  if (base.unknownObject === true && settings.unknownObject === 'exclude') return 'unknownObject';
  if (pickName(record.sections).value === null) return 'noName';
  if (base.obsolete === true && settings.obsolete === 'exclude') return 'obsolete';
  if (base.decommissioned === true && settings.decommissioned === 'exclude') return 'decommissioned';
  if (base.client !== true && settings.noClient === 'exclude') return 'noClient';
  return null;
}
