import type { Database } from 'node-sqlite3-wasm';
import { type Relation, relationKinds } from '../asset/links.ts';
import type { Asset } from '../asset.ts';

/** A tie between two assets that are both published, by the names that they are published under. */
export interface PublishedRelation {
  readonly kind: Relation['kind'];
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly detail: string | null;
}

const schema = `
  CREATE TABLE relation (seq INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT, name TEXT, label TEXT, detail TEXT);
  CREATE TABLE former_key (key TEXT NOT NULL, seq INTEGER NOT NULL);
  CREATE TABLE tie (kind TEXT NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL, label TEXT NOT NULL, detail TEXT,
    UNIQUE (one, kind, other, label));
`;

/** The ties of one run's assets, in the database of its store; found out once duplicates are settled. */
export class RelationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
  }

  /** Keeps the ties of one asset, and the keys that it had before. */
  add(seq: number, { identity, links }: Asset): void {
    const host = links.virtualHost;
    if (host !== null && !links.relations.some(({ kind }) => kind === 'guestOf'))
      this.#keep(seq, { kind: 'guestOf', key: null, name: host, label: null, detail: null });
    for (const relation of links.relations) this.#keep(seq, relation);
    for (const key of identity.previousKeys)
      this.#database.run('INSERT INTO former_key VALUES (?, ?)', [key, seq]);
  }

  #keep(seq: number, { kind, key, name, label, detail }: Relation): void {
    this.#database.run('INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?)', [
      seq,
      kind,
      key,
      name,
      label,
      detail,
    ]);
  }

  /** Forgets the ties and former keys of assets that the store has forgotten. */
  prune(): void {
    for (const table of ['relation', 'former_key'])
      this.#database.run(`DELETE FROM ${table} WHERE seq NOT IN (SELECT seq FROM asset)`);
  }

  /**
   * Finds both ends of every tie among the assets that stay: by key, by a former key, else by name (a full name also by
   * its first label). Returns how many have no other end, by kind: it is not published, or the source left it out.
   */
  resolve(): Readonly<Record<string, number>> {
    const byKey = this.#database.prepare(
      'SELECT seq FROM asset WHERE key = ?1 UNION ALL SELECT seq FROM former_key WHERE key = ?1 LIMIT 1',
    );
    const byName = this.#database.prepare(
      'SELECT seq FROM asset WHERE folded_source_name = ? AND verdict IS NULL LIMIT 1',
    );
    const fate = this.#database.prepare(
      "SELECT kept, retired OR verdict IS 'retiredHere' AS gone FROM asset WHERE seq = ?",
    );
    const relations = this.#database.prepare('SELECT * FROM relation ORDER BY seq, rowid');
    const tie = this.#database.prepare('INSERT OR IGNORE INTO tie VALUES (?, ?, ?, ?, ?)');
    const statements = [byKey, byName, fate, relations, tie];
    // A retired CI has no relations.
    const standing = (seq: number): number | null => {
      const { kept = null, gone } = fate.get([seq]) ?? {};
      if (gone) return null;
      return kept === null ? seq : standing(Number(kept));
    };
    const found = (row: Readonly<Record<string, unknown>> | null | undefined): number | null =>
      row ? standing(Number(row.seq)) : null;
    const named = (name: string): number | null => found(byName.get([name.toUpperCase()]));
    const loose: Record<string, number> = {};
    try {
      for (const row of relations.iterate()) {
        const name = row.name === null ? null : String(row.name);
        const other =
          (row.key === null ? null : found(byKey.get([String(row.key)]))) ??
          (name === null ? null : (named(name) ?? named(name.split('.')[0] ?? name)));
        const one = standing(Number(row.seq));
        const kind = String(row.kind);
        if (one === null) continue;
        if (other === null) loose[kind] = (loose[kind] ?? 0) + 1;
        else if (other !== one) tie.run([kind, one, other, String(row.label ?? ''), textOrNull(row.detail)]);
      }
    } finally {
      for (const statement of statements) statement.finalize();
    }
    return loose;
  }

  /** Every tie between published assets once, in the order of the assets; may be walked more than once. */
  *relations(): Generator<PublishedRelation> {
    const statement = this.#database.prepare(
      `SELECT tie.kind AS kind, one.name AS "from", other.name AS "to", tie.label AS label, tie.detail AS detail
       FROM tie JOIN asset AS one ON one.seq = tie.one JOIN asset AS other ON other.seq = tie.other
       ORDER BY tie.one, tie.kind, tie.other, tie.label`,
    );
    try {
      for (const row of statement.iterate())
        yield {
          kind: kindOf(row.kind),
          from: String(row.from),
          to: String(row.to),
          label: row.label === '' ? null : String(row.label),
          detail: textOrNull(row.detail),
        };
    } finally {
      statement.finalize();
    }
  }
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

/** The kind that was kept; anything else would be a mistake of this file. */
function kindOf(value: unknown): Relation['kind'] {
  const kind = relationKinds.find((each) => each === value);
  if (kind === undefined) throw new TypeError(`no kind of relation: ${String(value)}`);
  return kind;
}
