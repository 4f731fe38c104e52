import type { Asset } from '../../shared/asset.ts';
import { OutputError } from '../../shared/errors.ts';
import type { Table } from '../table/writer.ts';
import { wholeFormats } from './cell-format.ts';
import { type CellReader, cellReader, formatOf } from './cell-reader.ts';
import type { ProfileColumn } from './column.ts';
import { messages } from './messages.ts';
import { ciSourceName, type Profile } from './profile.ts';
import { add, newTally, type ProfileCounts, type Tally } from './tally.ts';

/** The CI rows of a bridge; `counts` tells of the pass over the rows that was begun last. */
export interface AssetTable {
  readonly table: Table;
  readonly sourceName: string;
  /** Headers of the columns for which no asset has a value, in or out of the table. */
  readonly unfilled: readonly string[];
  counts(): ProfileCounts;
}

/**
 * The assets as rows of the content `CI`, one row each and in the same order, without the columns `when: filled` that no
 * asset fills. Iterating the rows throws `OutputError`, with the key of the asset, where a required value is missing, a
 * unique one comes twice, or one of these is too long.
 */
export function assetTable(profile: Profile, bridgeName: string, assets: () => Iterable<Asset>): AssetTable {
  const { columns, sheet } = profile.ci;
  const cells = columns.map((column) => cellReader(column, profile));
  const needs = columns.map((column) => columns.findIndex((other) => other.header === column.needs));
  const unfilled = new Set(unfilledHeaders(profile, cells, assets));
  const kept = columns.map(({ header, when }) => when === 'always' || !unfilled.has(header));
  let tally = newTally();
  function* rows(): Generator<readonly string[]> {
    tally = newTally();
    const checks = columns.map((column) => valueCheck(column, tally));
    for (const asset of assets()) {
      const row = cells.map((read) => read(asset, tally));
      for (const [index, need] of needs.entries())
        if (need !== -1 && row[need] === '' && row[index] !== '') {
          row[index] = '';
          add(tally.neededColumnEmpty, columns[index]?.header ?? '');
        }
      yield row.map((cell, index) => checks[index]?.(cell, asset) ?? cell).filter((_, index) => kept[index]);
    }
  }
  return {
    table: { sheet, columns: columns.filter((_, index) => kept[index]), rows },
    sourceName: ciSourceName(profile, bridgeName),
    unfilled: [...unfilled],
    counts: () => tally,
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

/** Cuts an optional value, refuses a required or unique one that does not do. */
function valueCheck(column: ProfileColumn, tally: Tally): (cell: string, asset: Asset) => string {
  const { header, maxLength, required, unique } = column;
  const whole = wholeFormats.includes(formatOf(column));
  const keys = new Map<string, string>();
  return (cell, { identity: { key } }) => {
    if (cell === '' && required)
      throw new OutputError(messages.cellMissing(key, header), { hint: messages.cellMissingHint });
    if (maxLength !== null && cell.length > maxLength) {
      if (required || unique)
        throw new OutputError(messages.cellTooLong(key, header, cell.length, maxLength), {
          hint: messages.cellTooLongHint,
        });
      add(tally.cut, header);
      return whole ? '' : cut(cell, maxLength);
    }
    if (unique && cell !== '') checkUnique(keys, cell, key, header);
    return cell;
  };
}

function checkUnique(keys: Map<string, string>, cell: string, key: string, header: string): void {
  const name = cell.toLowerCase();
  const other = keys.get(name);
  if (other !== undefined)
    throw new OutputError(messages.cellTwice(key, other, header), { hint: messages.cellTwiceHint });
  keys.set(name, key);
}

/** The first `length` units of a text, without half a character or a space at the end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
