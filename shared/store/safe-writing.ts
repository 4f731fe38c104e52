import type { Database } from 'node-sqlite3-wasm';

/** The name of a database on its connection: its own, or the one it is attached by. */
export type Schema = 'main' | 'site';

/**
 * Writes to a store in one transaction: a process that is killed at any moment leaves all of it or nothing. The library
 * takes every rollback journal for one in use, because its own lock is the sign of that, and never plays one back; but it
 * reads a write-ahead log again when it has the file for itself. Afterwards the store is one file as before, for any tool.
 */
export function writeSafely(database: Database, schema: Schema, work: () => void): void {
  database.exec(`PRAGMA ${schema}.locking_mode = EXCLUSIVE; PRAGMA ${schema}.synchronous = FULL`);
  const mode = database.get(`PRAGMA ${schema}.journal_mode = WAL`)?.journal_mode;
  if (mode !== 'wal') throw new Error(`the store is in use: journal mode ${mode}`);
  try {
    database.exec('BEGIN');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  } finally {
    foldLog(database, schema);
  }
}

/** Puts a write-ahead log, that of a killed process too, into the store. What cannot be done now is done on the next opening. */
export function foldLog(database: Database, schema: Schema): void {
  try {
    database.exec(`PRAGMA ${schema}.journal_mode = DELETE; PRAGMA ${schema}.locking_mode = NORMAL`);
  } catch {
    // The log is complete, and stays beside the store.
  }
}
