import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { OutputError } from '../../../shared/errors.ts';
import { messages } from '../../../shared/run/messages.ts';
import { takeBack } from '../../../shared/store/hot-journal.ts';

/**
 * Opens a database file, made anew when there is none. The state folder is locked to one run, so a lock that the
 * database's own library left behind is one of a process that is gone. Throws `OutputError`.
 */
export async function openDatabase(path: string): Promise<Database> {
  const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
  try {
    rmSync(`${path}.lock`, { recursive: true, force: true });
    takeBack(path);
    return new Sqlite(path);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

export function unwritable(path: string, cause: unknown): OutputError {
  return new OutputError(messages.storeUnwritable(dirname(path)), {
    hint: messages.storeUnwritableHint,
    cause,
  });
}

/** A document as bytes: the binding copies text one character at a time. */
export const bytesOf = (document: object): Buffer => Buffer.from(JSON.stringify(document));

/** The document in a cell; null for an empty one. */
export function documentOf<T>(cell: unknown): T | null {
  if (cell === null) return null;
  if (!(cell instanceof Uint8Array)) throw new TypeError('a document is bytes');
  return JSON.parse(Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('utf8'));
}
