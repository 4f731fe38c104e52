import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { OutputError } from '../errors.ts';
import { takeBack } from './hot-journal.ts';
import { messages } from './messages.ts';
import { applicationId, migrations } from './schema.ts';

/** Name of the store in the state folder. */
export const storeFileName = 'bridge.sqlite';

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
   * damaged, of another program or of a newer version, with the way back; `named` is how the error names it.
   */
  static async open(folder: string, named = join(folder, storeFileName)): Promise<SiteStore> {
    const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
    const path = join(folder, storeFileName);
    // SQLite's own lock is a folder, which a killed process leaves behind; nobody else holds the state now.
    rmSync(`${path}.lock`, { recursive: true, force: true });
    takeBack(path);
    const isNew = !existsSync(path);
    let database: Database | null = null;
    try {
      database = new Sqlite(path);
      if (isNew) database.exec(`PRAGMA application_id = ${applicationId}`);
      checkFile(database, named);
      migrate(database);
      return new SiteStore(database, path);
    } catch (cause) {
      database?.close();
      if (cause instanceof OutputError) throw cause;
      throw new OutputError(messages.storeDamaged(named), { hint: messages.storeDamagedHint(named), cause });
    }
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

function checkFile(database: Database, path: string): void {
  const id = Number(database.get('PRAGMA application_id')?.application_id);
  if (id !== applicationId)
    throw new OutputError(messages.storeForeign(path), { hint: messages.storeForeignHint });
  const version = versionOf(database);
  if (version > migrations.length)
    throw new OutputError(messages.storeNewer(path, version), { hint: messages.storeNewerHint });
  const health = Object.values(database.get('PRAGMA quick_check(1)') ?? {})[0];
  if (health !== 'ok') throw new Error(String(health));
}

const versionOf = (database: Database): number =>
  Number(database.get('PRAGMA user_version')?.user_version ?? 0);

/** Each step is one transaction together with its version number, so a process killed in it leaves the step before. */
function migrate(database: Database): void {
  for (let version = versionOf(database); version < migrations.length; version += 1)
    database.exec(`BEGIN; ${migrations[version]}; PRAGMA user_version = ${version + 1}; COMMIT`);
}
