import { z } from 'zod';
import type { Asset } from '../../shared/asset.ts';
import { PopulationJudge } from '../../shared/population/population.ts';
import { populationBlocks } from '../../shared/population/rules.ts';
import { RunStore } from '../../shared/run/store.ts';
import { fillStore, outcomeOf } from './filled-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The blocks as a configuration has them. */
export const populationSchema = z.strictObject(
  populationBlocks(['sccm', 'lansweeper', 'intune'], ['obsolete']),
);

/** What the rules of a site made of a fleet. */
export interface JudgedPopulation {
  /** Published assets by name. */
  readonly assets: Readonly<Record<string, Asset>>;
  readonly excluded: Readonly<Record<string, number>>;
  readonly staleness: ReturnType<PopulationJudge['facts']>['staleness'];
  /** Their codes and French texts. */
  readonly notices: readonly string[];
  /** Makers of the published assets. */
  readonly makers: Readonly<Record<string, number>>;
}

/** Judges assets as a run of SCCM does: rules as in `bridge.yaml`, assets in the order of the source. */
export async function judgePopulation(
  rules: z.input<typeof populationSchema>,
  fleet: readonly Asset[],
  source = 'sccm',
): Promise<JudgedPopulation> {
  const judge = new PopulationJudge(populationSchema.parse(rules), source);
  const store = await RunStore.create(temporaryFolder());
  try {
    const excluded: Record<string, number> = {};
    const outcomes = [...judge.judged(fleet.map(outcomeOf))];
    await fillStore(store, outcomes);
    for (const outcome of outcomes)
      if (outcome.kind === 'excluded') excluded[outcome.reason] = (excluded[outcome.reason] ?? 0) + 1;
    const stale = judge.settle(store);
    if (stale > 0) excluded.stale = stale;
    store.settleDuplicates();
    const assets = [...store.assets()];
    return {
      assets: Object.fromEntries(assets.map((asset) => [asset.place.name, asset])),
      excluded,
      staleness: judge.facts().staleness,
      notices: judge.notices().map(({ code, text }) => `${code} ${text.fr}`),
      makers: Object.fromEntries(store.makers),
    };
  } finally {
    store.close();
  }
}
