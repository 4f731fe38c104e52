import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { OutputError } from '../errors.ts';
import { takeBack } from './hot-journal.ts';
import { messages } from './messages.ts';
import { foldLog, writeSafely } from './safe-writing.ts';
import { migrations } from './schema.ts';
import { checkContent, checkStoreFile, makeStore, stateOf, storeDamaged, versionOf } from './store-file.ts';

/** Name of the store in the state folder. */
export const storeFileName = 'bridge.sqlite';

/** The store whose content this process has checked last, as it was then: a plan opens its copy twice. */
let checked = '';

/**
 * What was last published and how it came to be: one SQLite file for each site, beside the journal. A series is one
 * source published to one file. Documented in docs/store.md.
 */
export class SiteStore {
  readonly database: Database;
  readonly path: string;

  private constructor(database: Database, path: string) {
    this.database = database;
    this.path = path;
  }

  /**
   * Opens the store of a state folder whose lock the caller holds, or makes one. Throws `OutputError` for a file that is
   * damaged, of another program or of a newer version, with the way back; such a file stays as it is. `told`: the path
   * that these name, where the folder holds a copy.
   */
  static async open(folder: string, told = join(folder, storeFileName)): Promise<SiteStore> {
    const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
    const path = join(folder, storeFileName);
    if (!existsSync(path)) attempt(path, told, () => makeStore(Sqlite, path, true));
    checkStoreFile(path, 'r+', told);
    // SQLite's own lock is a folder, which a killed process leaves behind; nobody else holds the state now.
    rmSync(`${path}.lock`, { recursive: true, force: true });
    takeBack(path);
    const opened = () => openWhole(Sqlite, path, told);
    const database = opened();
    if (versionOf(database) === migrations.length) return new SiteStore(database, path);
    database.close();
    attempt(path, told, () => makeStore(Sqlite, path, false));
    return new SiteStore(opened(), path);
  }

  /** Changes the store in one transaction that a killed process leaves wholly done or not at all. */
  write(work: () => void): void {
    writeSafely(this.database, 'main', work);
  }

  /**
   * Whether the store of a state folder, if there is one, may be opened at all, by its first bytes: before a long reading,
   * not after it. Throws `OutputError` as `open` does.
   */
  static check(folder: string): void {
    const path = join(folder, storeFileName);
    if (existsSync(path)) checkStoreFile(path, 'r+');
  }

  /** Headers of the rows that the series last published. */
  headers(series: string): readonly string[] {
    const row = this.database.get('SELECT headers FROM series WHERE name = ?', [series]);
    return row ? JSON.parse(String(row.headers)) : [];
  }

  close(): void {
    this.database.close();
  }
}

/** Opens a store once what a killed process left beside it is in it. */
function openWhole(Sqlite: typeof Database, path: string, told: string): Database {
  let database: Database | null = null;
  try {
    database = new Sqlite(path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    const isChecked = stateOf(path) === checked;
    if (!isChecked) checkContent(Sqlite, database);
    foldLog(database, 'main');
    // That of a change of the journal's mode: it holds what the store holds.
    rmSync(`${path}-journal`, { force: true });
    if (!isChecked) checked = stateOf(path);
    return database;
  } catch (cause) {
    database?.close();
    throw storeDamaged(told, cause);
  }
}

/** What the disk refuses is told as such; a step that fails on what the store holds is damage. */
function attempt(path: string, told: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (existsSync(path)) throw storeDamaged(told, cause);
    throw new OutputError(messages.storeRefused(told), { hint: messages.storeRefusedHint, cause });
  }
}
