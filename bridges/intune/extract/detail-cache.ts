import type { Database, Statement } from 'node-sqlite3-wasm';
import type { DetailRow } from '../record.ts';
import { bytesOf, documentOf, openDatabase, unwritable } from './database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS detail (
    id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, read_on TEXT NOT NULL, document BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS spent (day TEXT PRIMARY KEY, devices INTEGER NOT NULL) WITHOUT ROWID;
`;

/** When the details of a device were read. */
export interface DetailMark {
  /** What the list said of the device then. */
  readonly fingerprint: string;
  readonly readOn: string;
}

/** What was read of a device just now. */
export interface FreshDetail {
  readonly fingerprint: string;
  readonly detail: DetailRow;
}

/**
 * The details that were read on former nights, and how many were read on each day: a file of the state folder. It is in a
 * transaction all the time, since taking its lock for each question would take longer than the answer.
 */
export class DetailCache {
  readonly #database: Database;
  readonly #find: Statement;
  readonly #mark: Statement;

  private constructor(database: Database) {
    this.#database = database;
    database.exec('BEGIN');
    this.#find = database.prepare('SELECT document FROM detail WHERE id = ?');
    this.#mark = database.prepare('SELECT fingerprint, read_on FROM detail WHERE id = ?');
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

  /** When a device was read, and what it was then. */
  mark(id: string): DetailMark | null {
    const row = this.#mark.get([id]);
    return row && { fingerprint: String(row.fingerprint), readOn: String(row.read_on) };
  }

  find(id: string): DetailRow | null {
    return documentOf(this.#find.get([id])?.document ?? null);
  }

  /** Devices read on a day so far. */
  spentOn(day: string): number {
    return Number(this.#database.get('SELECT devices FROM spent WHERE day = ?', [day])?.devices ?? 0);
  }

  /** Keeps what was read together, and what it cost, at once. */
  keep(day: string, asked: number, read: ReadonlyMap<string, FreshDetail>): void {
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
    this.#database.exec('COMMIT; BEGIN');
  }

  /** Forgets every device that is not of the population any more. */
  forgetExcept(isKept: (id: string) => boolean): void {
    const ids = this.#database.all('SELECT id FROM detail').map(({ id }) => String(id));
    for (const id of ids.filter((each) => !isKept(each)))
      this.#database.run('DELETE FROM detail WHERE id = ?', [id]);
    this.#database.exec('COMMIT; BEGIN');
  }

  close(): void {
    this.#find.finalize();
    this.#mark.finalize();
    if (this.#database.inTransaction) this.#database.exec('COMMIT');
    this.#database.close();
  }
}
