import { setImmediate } from 'node:timers/promises';
import { tableRows } from '../table/sqlite-reader.ts';
import { noFaults, type ReadRow } from './read-row.ts';

const batchRows = 2_000;

/** Reads the rows of a table of a database file, some at a time, with the cells that are no text. */
export async function* readSqlite(path: string, table: string): AsyncGenerator<readonly ReadRow[]> {
  yield* readPages(pagesOf(tableRows(path, table)));
}

/** Rows of a database, the headers first, with the cells that are no text. */
export async function* readPages(
  pages: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<readonly ReadRow[]> {
  let line = 0;
  for await (const page of pages)
    yield page.map((values) => {
      line += 1;
      return readRow(values, line);
    });
}

async function* pagesOf(rows: AsyncIterable<readonly unknown[]>): AsyncGenerator<(readonly unknown[])[]> {
  let page: (readonly unknown[])[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < batchRows) continue;
    yield page;
    page = [];
    await setImmediate();
  }
  yield page;
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
