import type { Database, Statement } from 'node-sqlite3-wasm';
import type { DetailRow } from '../record.ts';
import { bytesOf, documentOf, openDatabase, unwritable } from './database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS detail (
    id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, read_on TEXT NOT NULL, document BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS spent (day TEXT PRIMARY KEY, devices INTEGER NOT NULL) WITHOUT ROWID;
`;

/** What was once read of a device. */
export interface CachedDetail {
  /** What the list said of the device then. */
  readonly fingerprint: string;
  /** Day on which it was read. */
  readonly readOn: string;
  readonly detail: DetailRow;
}

/** The details that were read on former nights, and how many were read on each day: a file of the state folder. */
export class DetailCache {
  readonly #database: Database;
  readonly #find: Statement;

  private constructor(database: Database) {
    this.#database = database;
    this.#find = database.prepare('SELECT fingerprint, read_on, document FROM detail WHERE id = ?');
  }

  /** Opens the cache, an empty one when there is none. Throws `OutputError` when the file cannot be used. */
  static async open(path: string): Promise<DetailCache> {
    const database = await openDatabase(path);
    try {
      database.exec(schema);
      return new DetailCache(database);
    } catch (cause) {
      database.close();
      throw unwritable(path, cause);
    }
  }

  find(id: string): CachedDetail | null {
    const row = this.#find.get([id]);
    const detail = row && documentOf<DetailRow>(row.document);
    return row && detail
      ? { fingerprint: String(row.fingerprint), readOn: String(row.read_on), detail }
      : null;
  }

  /** Devices read on a day so far. */
  spentOn(day: string): number {
    return Number(this.#database.get('SELECT devices FROM spent WHERE day = ?', [day])?.devices ?? 0);
  }

  /** Keeps what was read together, and what it cost, at once. */
  keep(day: string, asked: number, read: ReadonlyMap<string, Omit<CachedDetail, 'readOn'>>): void {
    this.#database.exec('BEGIN');
    for (const [id, { fingerprint, detail }] of read)
      this.#database.run('INSERT OR REPLACE INTO detail VALUES (?, ?, ?, ?)', [
        id,
        fingerprint,
        day,
        bytesOf(detail),
      ]);
    this.#database.run('DELETE FROM spent WHERE day <> ?', [day]);
    this.#database.run(
      'INSERT INTO spent VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET devices = devices + excluded.devices',
      [day, asked],
    );
    this.#database.exec('COMMIT');
  }

  /** Forgets every device that is not of the population any more. */
  forgetExcept(isKept: (id: string) => boolean): void {
    const ids = this.#database.all('SELECT id FROM detail').map(({ id }) => String(id));
    this.#database.exec('BEGIN');
    for (const id of ids.filter((each) => !isKept(each)))
      this.#database.run('DELETE FROM detail WHERE id = ?', [id]);
    this.#database.exec('COMMIT');
  }

  close(): void {
    this.#find.finalize();
    this.#database.close();
  }
}
