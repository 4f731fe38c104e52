import type { Profile } from '../../output/profile/profile.ts';
import { countsText, newRowCounts } from '../../output/profile/row-counts.ts';
import { rowMaker } from '../../output/profile/row-maker.ts';
import type { Asset } from '../../shared/asset.ts';
import type { PartReader } from '../../shared/bridge.ts';
import { FindingCounts, type Findings } from '../../shared/findings.ts';
import { PopulationJudge } from '../../shared/population/population.ts';
import type { PopulationRules } from '../../shared/population/rules.ts';
import { type DeviceBlock, deviceBlocks } from '../../shared/run/device-block.ts';
import type { MadeCells } from '../../shared/run/row-store.ts';
import { bridges } from '../registry.ts';

/** What reading the parts of one extraction takes, in whichever thread. Plain data. */
export interface PartsRequest {
  /** Name of the bridge. */
  readonly source: string;
  /** What the bridge tells a reader. */
  readonly about: unknown;
  readonly population: PopulationRules;
  /** Makes the cells of their rows; null where they are made later. */
  readonly profile: Profile | null;
}

/** What was met while a part was read. Plain data. */
export interface PartCounts {
  /** How often each rule chose a value, by field path. */
  readonly decisions: Findings;
  readonly findings: Findings;
  /** What the rules about the population met. */
  readonly met: Findings;
}

/**
 * Reads one part: its devices in order, normalized, judged by the rules of the site and ready to be stored, and last what
 * was met. Throws `DataError` for data that cannot be right.
 */
export type ReadPart = (part: unknown) => Generator<DeviceBlock, PartCounts>;

/** Makes the cells of an asset by a profile. */
export function cellMaker(profile: Profile): (asset: Asset) => MadeCells {
  const make = rowMaker(profile);
  return (asset) => {
    const counts = newRowCounts();
    return { cells: JSON.stringify(make(asset, counts)), counts: countsText(counts) };
  };
}

/** How the parts of an extraction are read. */
export async function partReading({ source, about, population, profile }: PartsRequest): Promise<ReadPart> {
  const bridge = await bridges.find(({ name }) => name === source)?.load();
  if (!bridge) throw new TypeError(`no bridge is called ${source}`);
  const read: PartReader = bridge.reader(about);
  const cellsOf = profile ? cellMaker(profile) : () => null;
  return function* (part) {
    const [counts, decisions] = [new FindingCounts(), new FindingCounts()];
    const judge = new PopulationJudge(population, source);
    yield* deviceBlocks(judge.judged(read(part, counts)), decisions, cellsOf);
    return { decisions: decisions.findings(), findings: counts.findings(), met: judge.findings() };
  };
}
