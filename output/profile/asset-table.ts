import type { Asset } from '../../shared/asset.ts';
import type { Table } from '../table/writer.ts';
import { wholeFormats } from './cell-format.ts';
import { type CellReader, cellReader, formatOf } from './cell-reader.ts';
import type { ProfileColumn } from './column.ts';
import { noOverrides, type OverrideCounts, type Overrides, overridePass } from './override-pass.ts';
import { ciSourceName, type Profile } from './profile.ts';
import { add, newTally, type ProfileCounts, type Tally } from './tally.ts';

/** The CI rows of a bridge; `counts` tells of the pass over the rows that was begun last. */
export interface AssetTable {
  readonly table: Table;
  readonly sourceName: string;
  /** Headers of the columns for which no asset has a value, in or out of the table. */
  readonly unfilled: readonly string[];
  counts(): ProfileCounts;
  /** What became of the overrides in that pass. */
  overridden(): OverrideCounts;
}

/**
 * The assets as rows of the content `CI`, one row each and in the same order, without the columns `when: filled` that no
 * asset fills. A required value that is missing, and a required or unique one that is too long, are written as they are:
 * the verification tells all of them.
 */
export function assetTable(
  profile: Profile,
  bridgeName: string,
  assets: () => Iterable<Asset>,
  overrides: Overrides = noOverrides,
): AssetTable {
  const { columns, sheet } = profile.ci;
  const cells = columns.map((column) => cellReader(column, profile));
  const needs = columns.map((column) => columns.findIndex((other) => other.header === column.needs));
  const unfilled = new Set(unfilledHeaders(profile, cells, assets));
  const kept = columns.map(({ header, when }) => when === 'always' || !unfilled.has(header));
  let tally = newTally();
  let corrected = overridePass(overrides, columns);
  function* rows(): Generator<readonly string[]> {
    tally = newTally();
    corrected = overridePass(overrides, columns);
    const cuts = columns.map((column) => valueCut(column, tally));
    for (const asset of assets()) {
      const row = cells.map((read) => read(asset, tally));
      corrected.apply(asset.identity.key, row);
      for (const [index, need] of needs.entries())
        if (need !== -1 && row[need] === '' && row[index] !== '') {
          row[index] = '';
          add(tally.neededColumnEmpty, columns[index]?.header ?? '');
        }
      yield row.map((cell, index) => cuts[index]?.(cell) ?? cell).filter((_, index) => kept[index]);
    }
  }
  return {
    table: { sheet, columns: columns.filter((_, index) => kept[index]), rows },
    sourceName: ciSourceName(profile, bridgeName),
    unfilled: [...unfilled],
    counts: () => tally,
    overridden: () => corrected.counts(),
  };
}

/** The columns `when: filled`, and those to clear, that no asset has a value for; stops reading once all have one. */
function unfilledHeaders(
  { ci: { columns, clear } }: Profile,
  cells: readonly CellReader[],
  assets: () => Iterable<Asset>,
): string[] {
  const tally = newTally();
  let open = columns.flatMap(({ header, when }, index) =>
    when === 'filled' || clear.includes(header) ? [{ header, read: cells[index] }] : [],
  );
  if (open.length === 0) return [];
  for (const asset of assets()) {
    open = open.filter(({ read }) => read?.(asset, tally) === '');
    if (open.length === 0) break;
  }
  return open.map(({ header }) => header);
}

/** Cuts a value that is too long, unless it is one that must not be cut; half a number would be another number. */
function valueCut(column: ProfileColumn, tally: Tally): (cell: string) => string {
  const { header, maxLength, required, unique } = column;
  const whole = wholeFormats.includes(formatOf(column));
  return (cell) => {
    if (maxLength === null || cell.length <= maxLength || required || unique) return cell;
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
