import { z } from 'zod';
import type { Text } from '../../shared/text.ts';
import { pickName } from './pick/name.ts';
import { pickStatus } from './pick/status.ts';
import { pickType } from './pick/type.ts';
import type { LansweeperRecord } from './record.ts';
import type { LansweeperSite } from './site.ts';

const exclude = z.enum(['exclude', 'include']).default('exclude');
const include = z.enum(['exclude', 'include']).default('include');

/**
 * Which assets are published, by what their type and state mean. Kept unless the site says otherwise: what is in use,
 * silent, broken or in repair, and whatever has a type or state that nobody described. A record without a name never
 * is: nothing could be written.
 */
export const populationSettings = z.strictObject({
  /** Types that mean no device, such as Location and Rack. */
  place: exclude,
  /** Type Unknown: something answered, and that is all. */
  unidentified: exclude,
  /** Screens; a computer knows its own besides. */
  monitor: exclude,
  /** Guests and bare network devices that are a second row of a computer which was read. */
  twin: exclude,
  /** Tried, and never once reached. */
  neverSeen: exclude,
  /** State Don't show. */
  hidden: exclude,
  retired: exclude,
  missing: exclude,
  stock: exclude,
  inactive: include,
  broken: include,
  inRepair: include,
});
export type PopulationSettings = z.infer<typeof populationSettings>;

/** Words for the reasons. */
export const exclusions: Readonly<Record<ExclusionReason, Text>> = {
  noName: { fr: 'sans nom', en: 'without a name' },
  place: { fr: 'emplacements', en: 'places' },
  unidentified: { fr: 'de type inconnu', en: 'of unknown type' },
  monitor: { fr: 'écrans', en: 'screens' },
  twin: { fr: 'doubles d’un ordinateur lu', en: 'second rows of a computer' },
  neverSeen: { fr: 'jamais joints', en: 'never reached' },
  hidden: { fr: 'masqués', en: 'hidden' },
  retired: { fr: 'retirés', en: 'retired' },
  missing: { fr: 'volés ou perdus', en: 'stolen or lost' },
  stock: { fr: 'en réserve', en: 'in stock' },
  inactive: { fr: 'inactifs', en: 'inactive' },
  broken: { fr: 'brisés', en: 'broken' },
  inRepair: { fr: 'en réparation', en: 'in repair' },
};

/** A switch of the population, or what no switch can change. */
export type ExclusionReason = keyof PopulationSettings | 'noName';

/** The first reason that keeps a record out, or null when it becomes an asset. */
export function judgePopulation(
  { sections }: LansweeperRecord,
  site: LansweeperSite,
  settings: PopulationSettings,
): ExclusionReason | null {
  if (pickName(sections, site).value === null) return 'noName';
  return (
    reasons.find(({ name, holds }) => settings[name] === 'exclude' && holds(sections, site))?.name ?? null
  );
}

interface Reason {
  readonly name: keyof PopulationSettings;
  holds(sections: LansweeperRecord['sections'], site: LansweeperSite): boolean;
}

const typed =
  (meaning: string): Reason['holds'] =>
  (sections, site) =>
    pickType(sections, site).value === meaning;
const inState =
  (meaning: string): Reason['holds'] =>
  (sections, site) =>
    pickStatus(sections, site).value === meaning;

/** In the order in which they are counted. */
const reasons: readonly Reason[] = [
  { name: 'place', holds: typed('place') },
  { name: 'unidentified', holds: typed('unknown') },
  { name: 'monitor', holds: typed('monitor') },
  { name: 'hidden', holds: inState('hidden') },
  { name: 'retired', holds: inState('retired') },
  { name: 'missing', holds: inState('missing') },
  { name: 'stock', holds: inState('stock') },
  { name: 'broken', holds: inState('broken') },
  { name: 'inRepair', holds: inState('inRepair') },
  { name: 'inactive', holds: inState('inactive') },
  { name: 'twin', holds: isTwin },
  { name: 'neverSeen', holds: isNeverSeen },
];

/** Types that a computer is listed as besides its own, before or apart from being read. */
const doubled = new Set(['virtualServer', 'virtualWorkstation', 'networkDevice']);

function isTwin(sections: LansweeperRecord['sections'], site: LansweeperSite): boolean {
  return sections.twins.length > 0 && doubled.has(pickType(sections, site).value ?? '');
}

/** What somebody typed in by hand was never tried either, and stays. */
function isNeverSeen({ base }: LansweeperRecord['sections']): boolean {
  return base.lastSeen === null && base.lastTried !== null;
}
