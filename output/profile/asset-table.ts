import type { Asset } from '../../shared/asset.ts';
import type { Table } from '../table/writer.ts';
import { fieldKind, fieldValue } from './asset-fields.ts';
import { cellText, formatsOf } from './cell-format.ts';
import { derivedField } from './derived-fields.ts';
import { noOverrides, type OverrideCounts, type Overrides, overridePass } from './override-pass.ts';
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
  /** What became of the overrides in that pass. */
  overridden(): OverrideCounts;
}

/**
 * The assets as rows of the content `CI`, one row each and in the same order. A required value that is missing, and a
 * required or unique one that is too long, are written as they are: the verification tells all of them.
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
      yield row.map((cell, index) => cuts[index]?.(cell) ?? cell);
    }
  }
  return {
    table: { sheet, columns, rows },
    sourceName: ciSourceName(profile, bridgeName),
    counts: () => tally,
    overridden: () => corrected.counts(),
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

/** Cuts a value that is too long, unless it is one that must not be cut. */
function valueCut({ header, maxLength, required, unique }: ProfileColumn, tally: Tally) {
  return (cell: string): string => {
    if (maxLength === null || cell.length <= maxLength || required || unique) return cell;
    add(tally.cut, header);
    return cut(cell, maxLength);
  };
}

/** The first `length` units of a text, without half a character or a space at the end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
