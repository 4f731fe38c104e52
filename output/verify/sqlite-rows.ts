import { setImmediate } from 'node:timers/promises';
import { tableRows } from '../table/sqlite-reader.ts';
import { noFaults, type ReadRow } from './read-row.ts';

const batchRows = 2_000;

/** Reads the rows of a table of a database file, some at a time, with the cells that are no text. */
export async function* readSqlite(path: string, table: string): AsyncGenerator<readonly ReadRow[]> {
  let line = 0;
  let batch: ReadRow[] = [];
  for await (const values of tableRows(path, table)) {
    line += 1;
    batch.push(readRow(values, line));
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
    await setImmediate();
  }
  yield batch;
}

function readRow(values: readonly unknown[], line: number): ReadRow {
  const cells = values.map((value) => (value === null ? '' : String(value)));
  const isText = (value: unknown) => value === null || typeof value === 'string';
  if (values.every(isText)) return { line, cells, faults: noFaults };
  const faults = values.flatMap((value, column) =>
    isText(value)
      ? []
      : [{ code: 'cell-not-text', column, value: cells[column] ?? '', expected: typeof value } as const],
  );
  return { line, cells, faults };
}
