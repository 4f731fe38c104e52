import { guardRules } from '../../shared/judge/guard.ts';
import type { JudgeRules } from '../../shared/judge/judgement.ts';
import type { PopulationRules } from '../../shared/population/rules.ts';

/** What a run is judged by where `bridge.yaml` says nothing of it. */
export const plainRules: JudgeRules = {
  guard: guardRules.parse({}),
  acceptDrop: false,
  keepRuns: 30,
  people: 'full',
  renames: 'follow',
  retirement: null,
};

/** Every device of the bridge. */
export const wholePopulation: PopulationRules = { only: [], exclude: [] };
