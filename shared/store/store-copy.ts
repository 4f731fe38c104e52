import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'node-sqlite3-wasm';
import { OutputError } from '../errors.ts';
import { takeBack } from './hot-journal.ts';
import { messages } from './messages.ts';
import { foldLog } from './safe-writing.ts';
import { migrations } from './schema.ts';
import { storeFileName } from './site-store.ts';
import { checkStoreFile, makeStore, parts, stateOf, storeDamaged, versionOf } from './store-file.ts';

/** How often the store is copied again because a run wrote to it meanwhile, and how long between two tries. */
const tries = 30;
const waitMilliseconds = 100;

/**
 * Looks into the store of a state folder without writing or locking anything there, whether a run is in progress or not:
 * in a copy of its own, gone afterwards. Resolves with null where there is no store. Throws `OutputError` on one that will
 * not do.
 */
export async function readStore<T>(stateFolder: string, look: (database: Database) => T): Promise<T | null> {
  const path = join(stateFolder, storeFileName);
  if (!existsSync(path)) return null;
  checkStoreFile(path, 'r');
  const folder = mkdtempSync(join(tmpdir(), 'bridge-store-'));
  try {
    const copy = join(folder, storeFileName);
    await copyDatabase(path, copy);
    const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
    const database = openCopy(Sqlite, copy);
    try {
      return look(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw isDamage(error) ? storeDamaged(path, error) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies a database, as it was before a transaction in progress, again until nothing has changed meanwhile. Throws `OutputError` where it cannot. */
export async function copyDatabase(path: string, copy: string): Promise<void> {
  for (let left = tries; left > 0; left -= 1) {
    const before = stateOf(path);
    try {
      for (const part of parts) {
        rmSync(copy + part, { force: true });
        if (existsSync(path + part)) copyFileSync(path + part, copy + part);
      }
      if (stateOf(path) === before) {
        takeBack(copy);
        return;
      }
    } catch (cause) {
      // On Windows a file in use may refuse to be read; the last try says so.
      if (left === 1)
        throw new OutputError(messages.storeRefused(path), { hint: messages.storeBusyHint, cause });
    }
    await sleep(waitMilliseconds);
  }
  throw new OutputError(messages.storeBusy(path), { hint: messages.storeBusyHint });
}

/** Opens a copy in the form of this version. */
function openCopy(Sqlite: typeof import('node-sqlite3-wasm').Database, copy: string): Database {
  const open = () => {
    const database = new Sqlite(copy);
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    foldLog(database, 'main');
    return database;
  };
  const database = open();
  if (versionOf(database) === migrations.length) return database;
  database.close();
  makeStore(Sqlite, copy, false);
  return open();
}

/** Content that is not what it should be, for SQLite or for us. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && error.name === 'SQLite3Error');
