import type { Asset } from '../../shared/asset.ts';
import type { Table } from '../table/writer.ts';
import { wholeFormats } from './cell-format.ts';
import { cellReader, formatOf } from './cell-reader.ts';
import type { ProfileColumn } from './column.ts';
import { noOverrides, type OverrideCounts, type Overrides, overridePass } from './override-pass.ts';
import { ciSourceName, type Profile } from './profile.ts';
import { add, newTally, type ProfileCounts, type Tally } from './tally.ts';

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

/** Holds the rows between the one pass that makes them and all that reads them. */
export interface RowKeeper {
  /** Takes the next row, with a cell for every column of the profile. */
  add(asset: Asset, cells: readonly string[]): void;
  /** All rows are there. */
  done(): void;
  /** Every row, in order; may be walked more than once. */
  rows(): Iterable<readonly string[]>;
}

/**
 * The assets as rows of the content `CI`, one row each and in the same order, without the columns `when: filled` that no
 * asset fills. Goes over the assets once; `keeper` holds the rows, memory does unless it is given. A required value that
 * is missing, and a required or unique one that is too long, are written as they are: the verification tells all of them.
 */
export function assetTable(
  profile: Profile,
  bridgeName: string,
  assets: Iterable<Asset>,
  overrides: Overrides = noOverrides,
  keeper: RowKeeper = memoryKeeper(),
): AssetTable {
  const { columns, sheet } = profile.ci;
  const tally = newTally();
  const corrected = overridePass(overrides, columns);
  const cells = columns.map((column) => cellReader(column, profile));
  const needs = columns.map((column) => columns.findIndex((other) => other.header === column.needs));
  const cuts = columns.map((column) => valueCut(column, tally));
  const isFilled = columns.map(() => false);
  for (const asset of assets) {
    const row = cells.map((read) => read(asset, tally));
    for (const [index, cell] of row.entries()) if (cell !== '') isFilled[index] = true;
    corrected.apply(asset.identity.key, row);
    for (const [index, need] of needs.entries())
      if (need !== -1 && row[need] === '' && row[index] !== '') {
        row[index] = '';
        add(tally.neededColumnEmpty, columns[index]?.header ?? '');
      }
    for (const [index, cut] of cuts.entries()) row[index] = cut?.(row[index] ?? '') ?? row[index] ?? '';
    keeper.add(asset, row);
  }
  keeper.done();
  const asked = columns.filter(({ header, when }) => when === 'filled' || profile.ci.clear.includes(header));
  const unfilled = asked.filter((column) => !isFilled[columns.indexOf(column)]).map(({ header }) => header);
  const kept = columns.map(({ header, when }) => when === 'always' || !unfilled.includes(header));
  const isWhole = kept.every(Boolean);
  function* rows(): Generator<readonly string[]> {
    for (const row of keeper.rows()) yield isWhole ? row : row.filter((_, index) => kept[index]);
  }
  return {
    table: { sheet, columns: columns.filter((_, index) => kept[index]), rows },
    sourceName: ciSourceName(profile, bridgeName),
    unfilled,
    counts: tally,
    overridden: corrected.counts(),
  };
}

function memoryKeeper(): RowKeeper {
  const kept: (readonly string[])[] = [];
  return { add: (_, cells) => void kept.push(cells), done: () => {}, rows: () => kept };
}

/** Cuts a value that is too long, unless it is one that must not be cut; half a number would be another number. */
function valueCut(column: ProfileColumn, tally: Tally): ((cell: string) => string) | null {
  const { header, maxLength, required, unique } = column;
  if (maxLength === null || required || unique) return null;
  const whole = wholeFormats.includes(formatOf(column));
  return (cell) => {
    if (cell.length <= maxLength) return cell;
    add(tally.cut, header);
    return whole ? '' : cut(cell, maxLength);
  };
}

/** The first `length` units of a text, without half a character or a space at the end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
