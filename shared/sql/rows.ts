import type { Cell, RowSink, SqlQuery, SqlSource } from './source.ts';

/** One row by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** All rows of a small result. Rejects as the source does. */
export async function readRows(query: SqlQuery, source: SqlSource, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let columns: readonly string[] = [];
  const sink: RowSink = {
    columns: (names) => {
      columns = names;
    },
    row: (cells) => {
      rows.push(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])));
    },
    restart: () => {
      rows.length = 0;
    },
  };
  await source.read(query, sink, signal);
  return rows;
}
