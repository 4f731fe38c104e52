import type { Database, Statement } from 'node-sqlite3-wasm';
import type { AboutDevice } from '../read-device.ts';

const schema = `
  CREATE TABLE device (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, source_id TEXT NOT NULL, name TEXT, serials TEXT NOT NULL, reason TEXT,
    asset INTEGER, block INTEGER NOT NULL, place INTEGER NOT NULL);
  CREATE TABLE block (id INTEGER PRIMARY KEY, documents BLOB NOT NULL);
`;
/**
 * Every device of one run, what its source said of it and what was decided, in the database of the run's store: an index
 * of them, and their documents (JSON, one a line) in blocks that are compressed with Brotli.
 */
export class DeviceStore {
  readonly #database: Database;
  readonly #insert: Statement;
  readonly #insertBlock: Statement;
  #block = 1;
  #place = 0;
  #count = 0;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
    this.#insert = database.prepare('INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertBlock = database.prepare('INSERT INTO block (documents) VALUES (?)');
  }

  /** Takes the next device of the open block; `asset` is its number in the run's store. */
  add({ key, sourceId, name, serials }: AboutDevice, reason: string | null, asset: number | null): void {
    this.#count += 1;
    const known = [this.#count, key, sourceId, name, JSON.stringify(serials), reason, asset];
    this.#insert.run([...known, this.#block, this.#place]);
    this.#place += 1;
  }

  /** Ends the block with the documents of its devices. */
  closeBlock(documents: Uint8Array): void {
    this.#insertBlock.run([documents]);
    this.#block += 1;
    this.#place = 0;
  }

  /** Says of every device whose asset was taken out of the run's store again why it was. */
  leaveOut(reason: string): void {
    this.#database.run(
      'UPDATE device SET reason = ? WHERE reason IS NULL AND asset NOT IN (SELECT seq FROM asset)',
      [reason],
    );
  }

  free(): void {
    this.#insert.finalize();
    this.#insertBlock.finalize();
  }
}
