import type { Asset } from '../../shared/asset.ts';
import { wholeFormats } from './cell-format.ts';
import { cellReader, formatOf } from './cell-reader.ts';
import type { ProfileColumn } from './column.ts';
import type { OverridePass } from './override-pass.ts';
import type { Profile } from './profile.ts';
import type { RowCounts } from './row-counts.ts';
import { add, type Tally } from './tally.ts';

/** Makes the row of an asset, with a cell for every column of the profile; `counts` learns what is in it and left out. */
export type RowMaker = (asset: Asset, counts: RowCounts) => string[];

/**
 * Makes rows by a profile. A required value that is missing, and a required or unique one that is too long, are written as
 * they are: the verification tells all of them.
 */
export function rowMaker(profile: Profile, corrected?: OverridePass): RowMaker {
  const { columns } = profile.ci;
  const cells = columns.map((column) => cellReader(column, profile));
  const needs = columns.map((column) => columns.findIndex((other) => other.header === column.needs));
  const cuts = columns.map(valueCut);
  return (asset, { filled, tally }) => {
    const row = cells.map((read) => read(asset, tally));
    for (const [index, cell] of row.entries()) if (cell !== '') filled.add(index);
    corrected?.apply(asset.identity.key, row);
    for (const [index, need] of needs.entries())
      if (need !== -1 && row[need] === '' && row[index] !== '') {
        row[index] = '';
        add(tally.neededColumnEmpty, columns[index]?.header ?? '');
      }
    for (const [index, cut] of cuts.entries()) if (cut) row[index] = cut(row[index] ?? '', tally);
    return row;
  };
}

/** Cuts a value that is too long, unless it is one that must not be cut; half a number would be another number. */
function valueCut(column: ProfileColumn): ((cell: string, tally: Tally) => string) | null {
  const { header, maxLength, required, unique } = column;
  if (maxLength === null || required || unique) return null;
  const whole = wholeFormats.includes(formatOf(column));
  return (cell, tally) => {
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
