import type { Database } from 'node-sqlite3-wasm';
import { attachStore } from './attach.ts';
import { type MatchRule, matchRows } from './matching.ts';

/** What becomes of one CI, as far as this run knows. */
export const changeKinds = ['created', 'changed', 'renamed', 'missing', 'returned', 'retired'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One difference between what was last published and what is to be. */
export interface Change {
  readonly kind: ChangeKind;
  readonly key: string;
  /** Name that is to be published; of a missing CI the last one. */
  readonly name: string;
  /** Header of the cell, for `changed` and `renamed`; else null. */
  readonly header: string | null;
  /** Null also where the values tell of people and may not be kept. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The rows of one run beside what its series last published. The store is only read, until `keep` is called elsewhere. */
export class Comparison {
  readonly #database: Database;
  readonly #series: string;
  /** Every header of the rows, and where it stood in those that were published; -1 for a new one. */
  readonly #headers: readonly (readonly [header: string, formerAt: number])[];
  readonly #withheld: ReadonlySet<string>;

  /**
   * `database` is that of the run with all of its rows, without an open transaction; `store.path` a store that is open nowhere else. The
   * values of `withheld` headers are not told.
   */
  constructor(
    database: Database,
    store: { readonly path: string; readonly series: string; readonly headers: readonly string[] },
    headers: readonly string[],
    withheld: ReadonlySet<string> = new Set(),
  ) {
    this.#database = database;
    this.#series = store.series;
    this.#headers = headers.map((header) => [header, store.headers.lastIndexOf(header)]);
    this.#withheld = withheld;
    attachStore(database, store.path);
  }

  /** Finds which item each row continues, and by which rule; and, once for all who walk over the differences, where there are any. */
  match(): Record<MatchRule, number> {
    const counts = matchRows(this.#database, this.#series);
    this.#database.exec(
      `DROP TABLE IF EXISTS temp.difference;
       DROP TABLE IF EXISTS temp.gone;
       CREATE TEMP TABLE difference (seq INTEGER PRIMARY KEY);
       CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY);
       INSERT INTO difference SELECT row.seq FROM row LEFT JOIN site.item AS i ON i.id = row.item
         WHERE i.id IS NULL OR i.missing_since IS NOT NULL OR i.cells <> row.cells OR i.retired <> row.retired`,
    );
    this.#database.run(
      `INSERT INTO gone SELECT id FROM site.item WHERE series = ? AND missing_since IS NULL
       AND id NOT IN (SELECT item FROM row WHERE item IS NOT NULL)`,
      [this.#series],
    );
    return counts;
  }

  /** Every difference of the rows that were matched: of the rows in their order, cell by cell, then what is missing. */
  *changes(): Generator<Change> {
    const rows = this.#database.prepare(
      `SELECT row.key, row.name, row.cells, i.cells AS former, i.name AS former_name, i.missing_since AS missing_since,
         row.retired AS retired, i.retired AS was_retired
       FROM difference CROSS JOIN row ON row.seq = difference.seq LEFT JOIN site.item AS i ON i.id = row.item
       ORDER BY difference.seq`,
    );
    const missing = this.#database.prepare(
      'SELECT key, name FROM gone CROSS JOIN site.item ON item.id = gone.id ORDER BY key',
    );
    try {
      for (const row of rows.iterate()) yield* this.#changesOf(row);
      for (const { key, name } of missing.iterate()) yield { kind: 'missing', ...plain(key, name) };
    } finally {
      rows.finalize();
      missing.finalize();
    }
  }

  *#changesOf(row: Readonly<Record<string, unknown>>): Generator<Change> {
    const about = plain(row.key, row.name);
    if (row.former === null) {
      yield { kind: 'created', ...about };
      return;
    }
    if (row.retired !== row.was_retired) yield { kind: row.retired === 1 ? 'retired' : 'returned', ...about };
    else if (row.missing_since !== null) yield { kind: 'returned', ...about };
    const cells: readonly string[] = JSON.parse(String(row.cells));
    const former: readonly string[] = JSON.parse(String(row.former));
    for (const [at, [header, formerAt]] of this.#headers.entries()) {
      const [was, is] = [former[formerAt] ?? '', cells[at] ?? ''];
      if (was === is) continue;
      const isName = was === row.former_name && is === row.name && was.toUpperCase() !== is.toUpperCase();
      const told = this.#withheld.has(header) ? null : { before: was, after: is };
      yield { kind: isName ? 'renamed' : 'changed', ...about, header, ...told };
    }
  }
}

const plain = (key: unknown, name: unknown) => ({
  key: String(key),
  name: String(name),
  header: null,
  before: null,
  after: null,
});
