import type { Table } from '../table/writer.ts';
import type { AssetTable } from './asset-table.ts';
import { typeHeader } from './octopus-headers.ts';
import type { Profile } from './profile.ts';

/**
 * The rows that have something to clear: the required columns, which say which CI it is, and the columns that `clear`
 * names, with the value where one is known. Only CI types that have those columns. A column that no asset fills is
 * left out: the source was more likely not read than emptied. Null where the profile clears nothing.
 */
export function clearTable({ ci, language }: Profile, { table, unfilled }: AssetTable): Table | null {
  if (ci.clear.length === 0) return null;
  const placed = ci.columns
    .filter(({ header }) => table.columns.some((column) => column.header === header))
    .map((column, index) => ({ column, index }));
  const cleared = placed.filter(
    ({ column: { header } }) => ci.clear.includes(header) && !unfilled.includes(header),
  );
  const kept = placed.filter(
    ({ column }) => column.required || cleared.some((each) => each.column === column),
  );
  const typeIndex = placed.findIndex(({ column }) => column.header === typeHeader[language]);
  const types = cleared[0]?.column.types ?? null;
  function* rows(): Generator<readonly string[]> {
    for (const row of table.rows())
      if (
        cleared.some(({ index }) => row[index] === '') &&
        (types === null || types.includes(row[typeIndex] ?? ''))
      )
        yield kept.map(({ index }) => row[index] ?? '');
  }
  return { sheet: table.sheet, columns: kept.map(({ column }) => column), rows };
}
