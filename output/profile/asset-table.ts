import type { Asset } from '../../shared/asset.ts';
import { OutputError } from '../../shared/errors.ts';
import type { Table } from '../table/writer.ts';
import { fieldKind, fieldValue } from './asset-fields.ts';
import { cellText, formatsOf } from './cell-format.ts';
import { derivedField } from './derived-fields.ts';
import { messages } from './messages.ts';
import { ciSourceName, type Profile, type ProfileColumn } from './profile.ts';

/** Cells by the header of their column; headers without any are left out. */
export type CellCounts = Readonly<Record<string, number>>;

/** What the profile took away from the assets in one pass over the rows. */
export interface ProfileCounts {
  /** Values cut to the length that the column accepts. */
  readonly cut: CellCounts;
  /** Values left empty because the CI type lacks the attribute. */
  readonly typeWithoutAttribute: CellCounts;
  /** Values left empty because the column they need is empty, such as a model without a manufacturer. */
  readonly neededColumnEmpty: CellCounts;
}

/** The CI rows of a bridge; `counts` tells of the pass over the rows that was begun last. */
export interface AssetTable {
  readonly table: Table;
  readonly sourceName: string;
  counts(): ProfileCounts;
}

/**
 * The assets as rows of the content `CI`, one row each and in the same order. Iterating the rows throws `OutputError`,
 * with the key of the asset, where a required value is missing, a unique one comes twice, or one of these is too long.
 */
export function assetTable(profile: Profile, bridgeName: string, assets: () => Iterable<Asset>): AssetTable {
  const { columns, sheet } = profile.ci;
  const cells = columns.map((column) => cellReader(column, profile));
  const needs = columns.map((column) => columns.findIndex((other) => other.header === column.needs));
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
      yield row.map((cell, index) => checks[index]?.(cell, asset) ?? cell);
    }
  }
  return {
    table: { sheet, columns, rows },
    sourceName: ciSourceName(profile, bridgeName),
    counts: () => tally,
  };
}

type Tally = { readonly [Name in keyof ProfileCounts]: Record<string, number> };

const newTally = (): Tally => ({ cut: {}, typeWithoutAttribute: {}, neededColumnEmpty: {} });

function add(counts: Record<string, number>, header: string): void {
  counts[header] = (counts[header] ?? 0) + 1;
}

/** Reads the text of one column, empty for unknown and for a type that lacks the attribute. */
function cellReader(column: ProfileColumn, profile: Profile): (asset: Asset, tally: Tally) => string {
  const read = fieldReader(column, profile);
  if (column.types === null) return read;
  const types = new Set(column.types);
  return (asset, tally) => {
    const text = read(asset);
    if (text === '' || types.has(profile.types[asset.nature.class])) return text;
    add(tally.typeWithoutAttribute, column.header);
    return '';
  };
}

function fieldReader({ field, format }: ProfileColumn, profile: Profile): (asset: Asset) => string {
  const derived = derivedField(field);
  if (derived) return (asset) => derived(asset, profile);
  const value = fieldValue(field);
  const write = cellText(format ?? formatsOf[fieldKind(field) ?? 'text'][0], profile.words);
  return (asset) => {
    const known = value(asset);
    return known === null ? '' : write(known);
  };
}

/** Cuts an optional value, refuses a required or unique one that does not do. */
function valueCheck(column: ProfileColumn, tally: Tally): (cell: string, asset: Asset) => string {
  const { header, maxLength, required, unique } = column;
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
      return cut(cell, maxLength);
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
