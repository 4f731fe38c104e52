import { appendFile, rm, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'node-sqlite3-wasm';
import { OutputError } from '../../shared/errors.ts';
import { fileFailure, readFailure, stopIfAborted } from '../file-failure.ts';
import { messages } from '../messages.ts';
import { type CellDigest, cellDigest } from './cell-digest.ts';
import { type Cleaner, cleaner } from './clean.ts';
import { checkColumns } from './contract.ts';
import { verifyRows } from './read-back.ts';
import { quoted, tableRows } from './sqlite-reader.ts';
import type { Table, Writer } from './writer.ts';

/** The endings of a database file. */
export const sqliteExtensions = ['.db', '.sqlite'] as const;

/** Rows between two moments at which signals are heard. */
const rowsAtOnce = 2_000;
/** What is asked of the disk to learn why SQLite could not write. */
const probeBytes = 1_048_576;

/**
 * Databases of one table each: every column text, an empty cell NULL, which DataImporter takes as "no change". The file
 * holds no time and no number of the run: the same rows give the same bytes.
 */
export const sqliteWriters: readonly Writer[] = sqliteExtensions.map((extension) => ({
  extension,

  async write(table, path, signal) {
    stopIfAborted(signal);
    checkColumns(table.columns);
    const cells = cleaner('database');
    const digest = cellDigest();
    const { Database } = (await import('node-sqlite3-wasm')).default;
    let database: Database | null = null;
    try {
      await startFile(path);
      database = new Database(path);
      const rows = await fill(database, table, cells, digest, signal);
      const sheets = [table.sheet];
      return { rows, digest: digest.value(), replacements: cells.counts(), sheets, mayBeCut: {} };
    } catch (error) {
      throw await writeFailure(error, path);
    } finally {
      database?.close();
    }
  },

  async verify(table, path, written, signal) {
    try {
      await verifyRows(texts(tableRows(path, table.sheet), signal), table, written, path);
    } catch (error) {
      stopIfAborted(signal);
      throw readFailure(error, path);
    }
  },
}));

/** An empty file, which others may read as they may read any other; SQLite itself would keep them out. */
async function startFile(path: string): Promise<void> {
  // The folder by which a run that was killed had locked its part file.
  await rm(`${path}.lock`, { recursive: true, force: true });
  await writeFile(path, '');
}

async function fill(
  database: Database,
  { sheet, columns, rows }: Table,
  cells: Cleaner,
  digest: CellDigest,
  signal: AbortSignal,
): Promise<number> {
  const headers = columns.map(({ header }) => header);
  // No journal: a part file that was not finished is thrown away.
  database.exec("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF;");
  database.exec('PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; BEGIN');
  database.exec(
    `CREATE TABLE ${quoted(sheet)} (${headers.map((each) => `${quoted(each)} TEXT`).join(', ')})`,
  );
  digest.add(headers);
  let count = 0;
  const marks = headers.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${quoted(sheet)} VALUES (${marks})`);
  try {
    for (const row of rows()) {
      const cleaned = row.map(cells.clean);
      digest.add(cleaned);
      insert.run(cleaned.map((cell) => (cell === '' ? null : cell)));
      count += 1;
      if (count % rowsAtOnce !== 0) continue;
      await setImmediate();
      stopIfAborted(signal);
    }
  } finally {
    insert.finalize();
  }
  database.exec('COMMIT');
  return count;
}

/** SQLite does not tell why it could not write a file; writing to it once more does. */
async function writeFailure(cause: unknown, path: string): Promise<unknown> {
  if (!(cause instanceof Error) || cause.name !== 'SQLite3Error') return fileFailure(cause, path);
  const told: unknown = await appendFile(path, Buffer.alloc(probeBytes)).then(
    () => null,
    (error) => error,
  );
  if (told !== null) return fileFailure(told, path);
  return new OutputError(messages.fileFailed(path, cause.message), { hint: messages.fileFailedHint, cause });
}

/** The rows as texts. Throws `TypeError` on a value that is none: a written cell is text or NULL. */
async function* texts(
  rows: AsyncIterable<readonly unknown[]>,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  let count = 0;
  for await (const row of rows) {
    if (count % rowsAtOnce === 0) {
      await setImmediate();
      stopIfAborted(signal);
    }
    count += 1;
    yield row.map(textOf);
  }
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError('a cell that is neither a text nor NULL');
}
