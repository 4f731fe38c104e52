import type { Database, Statement } from 'node-sqlite3-wasm';
import type { PlannedRow } from '../store/planned-row.ts';

const schema = `
  CREATE TABLE row (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, class TEXT NOT NULL, place TEXT, hardware TEXT,
    uuid TEXT, device TEXT, address TEXT, cells TEXT NOT NULL, item INTEGER, matched TEXT,
    retired INTEGER NOT NULL);
`;
const batchSize = 5_000;

/** The rows of one run, made once and read by whoever compares, writes and checks them; in the database of its store. */
export class RowStore {
  readonly #database: Database;
  readonly #insert: Statement;
  #count = 0;
  #isOpen = false;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
    this.#insert = database.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)');
  }

  /** Takes the next row; `database` has no other transaction. */
  add({ key, name, class: kind, place, identities, cells, retired = false }: PlannedRow): void {
    if (!this.#isOpen) this.#database.exec('BEGIN');
    this.#isOpen = true;
    this.#count += 1;
    const { hardware, uuid, device, address } = identities;
    const values = [key, name, kind, place, hardware, uuid, device, address, JSON.stringify(cells), retired];
    this.#insert.run([this.#count, ...values]);
    if (this.#count % batchSize === 0) this.finish();
  }

  /** Ends the adding, for now. */
  finish(): void {
    if (this.#isOpen) this.#database.exec('COMMIT');
    this.#isOpen = false;
  }

  /** The cells of every row, in order; may be walked more than once. */
  *cells(): Generator<readonly string[]> {
    this.finish();
    const statement = this.#database.prepare('SELECT cells FROM row ORDER BY seq');
    try {
      for (const { cells } of statement.iterate()) yield JSON.parse(String(cells));
    } finally {
      statement.finalize();
    }
  }

  free(): void {
    this.#insert.finalize();
  }
}
