import type { Change } from '../../shared/store/comparison.ts';
import type { AssetTable } from '../profile/asset-table.ts';
import type { Profile } from '../profile/profile.ts';

/** What one difference does in Octopus; `kept` and `cleared` are cells that the source no longer fills. */
export type Effect =
  | 'add'
  | 'set'
  | 'kept'
  | 'cleared'
  | 'activate'
  | 'deactivate'
  | 'rename'
  | 'return'
  | 'none';

/** What becomes of one CI in Octopus: each is counted once, under the first of these that one of its differences asks for. */
export const outcomes = [
  'add',
  'rename',
  'deactivate',
  'activate',
  'return',
  'modify',
  'blank',
  'missing',
] as const;
export type Outcome = (typeof outcomes)[number];

const outcomeOfEffect: Readonly<Record<Effect, Outcome>> = {
  add: 'add',
  rename: 'rename',
  deactivate: 'deactivate',
  activate: 'activate',
  return: 'return',
  set: 'modify',
  cleared: 'modify',
  kept: 'blank',
  none: 'missing',
};

/** Tells what a difference does once the files of this profile are imported. */
export type EffectOf = (change: Change) => Effect;

/** The effects under a profile; `unfilled` are the headers that no asset of the run fills. */
export function effectsOf(profile: Profile, { unfilled }: Pick<AssetTable, 'unfilled'>): EffectOf {
  const { ci, retirement } = profile;
  const cleared = new Set(ci.clear.filter((header) => !unfilled.includes(header)));
  const status = new Set(ci.columns.filter(({ field }) => field === 'status').map(({ header }) => header));
  const retires = ci.tags.ManageCIRetirement;
  const ofCell = ({ header, before, after }: Change): Effect => {
    if (after === '') return cleared.has(header ?? '') ? 'cleared' : 'kept';
    if (retirement && status.has(header ?? '')) {
      if (after === retirement.status) return 'deactivate';
      if (before === retirement.status) return 'activate';
    }
    return 'set';
  };
  const ofKind: Readonly<Record<Change['kind'], (change: Change) => Effect>> = {
    created: () => 'add',
    changed: ofCell,
    renamed: () => 'rename',
    missing: () => (retires ? 'deactivate' : 'none'),
    returned: () => 'return',
    retired: () => 'deactivate',
  };
  return (change) => ofKind[change.kind](change);
}

/** What is counted over all differences. */
export interface PlanTally {
  /** CIs by what becomes of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Rows that differ in anything from what was last published. */
  readonly rows: number;
  /** Differences to list: all but the missing CIs. */
  readonly differences: number;
  readonly renames: number;
  readonly missing: number;
  /** Changed cells by header, and how many of them are empty now and stay as they are in Octopus. */
  readonly columns: ReadonlyMap<string, { readonly changed: number; readonly kept: number }>;
}

/** Goes over the differences once; those of one CI follow each other. */
export function tally(changes: Iterable<Change>, effectOf: EffectOf): PlanTally {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const columns = new Map<string, { changed: number; kept: number }>();
  const listed = { rows: 0, differences: 0, renames: 0, missing: 0 };
  let key: string | null = null;
  let best: number = outcomes.length;
  const close = () => {
    const outcome = outcomes[best];
    if (outcome) counts[outcome] += 1;
    best = outcomes.length;
  };
  for (const change of changes) {
    if (change.key !== key) {
      close();
      key = change.key;
      if (change.kind !== 'missing') listed.rows += 1;
    }
    const effect = effectOf(change);
    best = Math.min(best, outcomes.indexOf(outcomeOfEffect[effect]));
    if (change.kind === 'missing') listed.missing += 1;
    else listed.differences += 1;
    if (change.kind === 'renamed') listed.renames += 1;
    if (change.header === null) continue;
    const column = columns.get(change.header) ?? { changed: 0, kept: 0 };
    column.changed += 1;
    if (effect === 'kept') column.kept += 1;
    columns.set(change.header, column);
  }
  close();
  return { outcomes: counts, ...listed, columns };
}
