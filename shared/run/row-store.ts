import type { Database, Statement } from 'node-sqlite3-wasm';
import type { Asset } from '../asset.ts';
import { AssetDocuments, documentColumns } from '../identity/asset-documents.ts';
import type { PlannedRow } from '../store/planned-row.ts';

const schema = `
  CREATE TABLE row (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, class TEXT NOT NULL, place TEXT, hardware TEXT,
    uuid TEXT, device TEXT, address TEXT, cells TEXT NOT NULL, item INTEGER, matched TEXT,
    retired INTEGER NOT NULL, counts TEXT);
`;
const batchSize = 5_000;

/** The cells of an asset, made together with it. */
export interface MadeCells {
  /** JSON. */
  readonly cells: string;
  /** What was counted in them, as text. */
  readonly counts: string;
}

/** The rows of one run, made once and read by whoever compares, writes and checks them; in the database of its store. */
export class RowStore {
  readonly #database: Database;
  readonly #insert: Statement;
  #seq = 0;
  #pending = 0;
  #hasMade = false;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
    this.#insert = database.prepare(
      'INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?)',
    );
  }

  /** Whether rows were made together with their assets. */
  get hasMade(): boolean {
    return this.#hasMade;
  }

  /** Takes the row of an asset of the store, made together with it; inside of the transaction that keeps the asset. */
  addMade(seq: number, row: Omit<PlannedRow, 'cells'>, { cells, counts }: MadeCells): void {
    this.#hasMade = true;
    this.#run(seq, row, cells, counts);
  }

  /** Takes the next row; `database` has no other transaction. */
  add(row: PlannedRow): void {
    if (this.#pending === 0) this.#database.exec('BEGIN');
    this.#pending += 1;
    if (!this.#hasMade) this.#seq += 1;
    this.#run(this.#seq, row, JSON.stringify(row.cells), null);
    if (this.#pending === batchSize) this.finish();
  }

  /** Ends the adding, for now. */
  finish(): void {
    if (this.#pending > 0) this.#database.exec('COMMIT');
    this.#pending = 0;
  }

  /** What was counted in rows that were made together with assets that are published as they were, and of how many. */
  madeCounts(): Iterable<readonly [counts: string, rows: number]> {
    this.#forgetOutdated();
    const groups = new Map<string, number>();
    // Grouped by the database, the texts of all rows would be sorted in memory.
    const statement = this.#database.prepare('SELECT counts FROM row ORDER BY seq');
    try {
      for (const row of statement.iterate()) {
        const counts = String(row.counts);
        groups.set(counts, (groups.get(counts) ?? 0) + 1);
      }
    } finally {
      statement.finalize();
    }
    return groups;
  }

  /** The published assets that have no row, or have changed since it was made; `add` takes the row of the last one. */
  *missing(): Generator<Asset> {
    const seqs = this.#database.all(
      `SELECT seq FROM asset WHERE verdict IS NULL AND NOT EXISTS (SELECT 1 FROM row WHERE row.seq = asset.seq)
       ORDER BY seq`,
    );
    const documents = new AssetDocuments(this.#database);
    for (const { seq } of seqs) {
      this.#seq = Number(seq);
      const row = this.#database.get(`SELECT ${documentColumns} FROM asset WHERE seq = ?`, [this.#seq]);
      yield documents.asset(row ?? {});
    }
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

  #forgetOutdated(): void {
    this.#database.exec(
      'DELETE FROM row WHERE seq IN (SELECT seq FROM asset WHERE verdict IS NOT NULL OR revised)',
    );
  }

  #run(
    seq: number,
    { key, name, class: kind, place, identities, retired = false }: Omit<PlannedRow, 'cells'>,
    cells: string,
    counts: string | null,
  ): void {
    const { hardware, uuid, device, address } = identities;
    const about = [seq, key, name, kind, place, hardware, uuid, device, address];
    this.#insert.run([...about, cells, retired, counts]);
  }
}
