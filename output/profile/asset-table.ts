import type { Asset } from '../../shared/asset.ts';
import type { Table } from '../table/writer.ts';
import { noOverrides, type OverrideCounts, type Overrides, overridePass } from './override-pass.ts';
import { ciSourceName, type Profile } from './profile.ts';
import { addCounts, newRowCounts } from './row-counts.ts';
import { rowMaker } from './row-maker.ts';
import type { ProfileCounts } from './tally.ts';

/** The CI rows of a bridge. */
export interface AssetTable {
  readonly table: Table;
  readonly sourceName: string;
  /** Headers of the columns for which no asset has a value, in or out of the table. */
  readonly unfilled: readonly string[];
  readonly counts: ProfileCounts;
  /** What became of the overrides. */
  readonly overridden: OverrideCounts;
}

/** Rows that were made together with the assets. */
export interface MadeRows {
  /** What was counted when they were made, as text, and of how many rows. */
  counts(): Iterable<readonly [counts: string, rows: number]>;
  /** The assets whose rows are not made yet, or were made before the asset changed. */
  missing(): Iterable<Asset>;
}

/** Holds the rows between the one pass that makes them and all that reads them. */
export interface RowKeeper {
  /** Rows that it holds already, made by the same profile. */
  readonly made?: MadeRows;
  /** Takes the next row, with a cell for every column of the profile. */
  add(asset: Asset, cells: readonly string[]): void;
  /** All rows are there. */
  done(): void;
  /** Every row, in order; may be walked more than once. */
  rows(): Iterable<readonly string[]>;
}

/**
 * The assets as rows of the content `CI`, one row each and in the same order, without the columns `when: filled` that no
 * asset fills. Goes over the assets once; `keeper` holds the rows, memory does unless it is given.
 */
export function assetTable(
  profile: Profile,
  bridgeName: string,
  assets: Iterable<Asset>,
  overrides: Overrides = noOverrides,
  keeper: RowKeeper = memoryKeeper(),
): AssetTable {
  const { columns, sheet } = profile.ci;
  const counts = newRowCounts();
  const corrected = overridePass(overrides, columns);
  const make = rowMaker(profile, corrected);
  const { made } = keeper;
  for (const [text, rows] of made?.counts() ?? []) addCounts(counts, text, rows);
  for (const asset of made?.missing() ?? assets) keeper.add(asset, make(asset, counts));
  keeper.done();
  const asked = columns.filter(({ header, when }) => when === 'filled' || profile.ci.clear.includes(header));
  const unfilled = asked
    .filter((column) => !counts.filled.has(columns.indexOf(column)))
    .map(({ header }) => header);
  const kept = columns.map(({ header, when }) => when === 'always' || !unfilled.includes(header));
  const isWhole = kept.every(Boolean);
  function* rows(): Generator<readonly string[]> {
    for (const row of keeper.rows()) yield isWhole ? row : row.filter((_, index) => kept[index]);
  }
  return {
    table: { sheet, columns: columns.filter((_, index) => kept[index]), rows },
    sourceName: ciSourceName(profile, bridgeName),
    unfilled,
    counts: counts.tally,
    overridden: corrected.counts(),
  };
}

function memoryKeeper(): RowKeeper {
  const kept: (readonly string[])[] = [];
  return { add: (_, cells) => void kept.push(cells), done: () => {}, rows: () => kept };
}
