import { join } from 'node:path';
import type { Database, Statement } from 'node-sqlite3-wasm';
import { type Asset, assetSchema, type Explained } from '../asset.ts';
import { trustedSerial } from '../device/serial.ts';
import { OutputError } from '../errors.ts';
import { messages } from './messages.ts';
import { RelationStore } from './relation-store.ts';

/** Why an asset is not published although it belongs to the population. */
export const duplicateReasons = ['duplicateKey', 'duplicateSerial', 'duplicateName'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** An asset that gave way to another one. */
export interface Loser {
  readonly reason: DuplicateReason;
  readonly key: string;
  readonly name: string;
  readonly keptKey: string;
  readonly keptName: string;
}

const schema = `
  PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
  CREATE TABLE asset (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, folded_name TEXT NOT NULL, hardware TEXT,
    alive INTEGER NOT NULL, seen TEXT, inventory TEXT, source_id TEXT NOT NULL, since TEXT,
    document BLOB NOT NULL,
    verdict TEXT, kept INTEGER);
`;
/** The column in which two assets that are the same thing agree, in the order of judging. */
const identities: Record<DuplicateReason, string> = {
  duplicateKey: 'key',
  duplicateSerial: 'hardware',
  duplicateName: 'folded_name',
};
const batchSize = 5_000;

/** The assets of one run, in a database of the run's own, so that nothing has to fit in memory. */
export class RunStore {
  /** Also for who compares this run with others, once `settleDuplicates` has ended its adding. */
  readonly database: Database;
  readonly #insert: Statement;
  /** The ties between the assets; complete once duplicates are settled. */
  readonly relations: RelationStore;
  readonly #decisions: Record<string, Record<string, number>> = {};
  /** Every spelling of a maker that was met, with how often. */
  readonly makers = new Map<string, number>();
  #count = 0;

  private constructor(database: Database) {
    this.database = database;
    database.exec(schema);
    this.relations = new RelationStore(database);
    this.#insert = database.prepare('INSERT INTO asset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)');
    database.exec('BEGIN');
  }

  /** A new store in the folder of the run. Throws `OutputError` when the folder cannot be written. */
  static async create(folder: string): Promise<RunStore> {
    const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
    try {
      return new RunStore(new Sqlite(join(folder, 'run.sqlite')));
    } catch (cause) {
      throw new OutputError(messages.storeUnwritable(folder), { hint: messages.storeUnwritableHint, cause });
    }
  }

  /** Keeps one asset; throws when it is not of the schema, which is a mistake of its bridge. */
  add({ asset, rules }: Explained): void {
    const { identity, place, nature, life, management } = assetSchema.parse(asset);
    this.#count += 1;
    const hardware = trustedSerial(identity) ?? identity.firmwareUuid;
    this.#insert.run([
      this.#count,
      identity.key,
      place.name,
      place.name.toUpperCase(),
      hardware && `${nature.manufacturer ?? ''}|${hardware}`.toUpperCase(),
      life.status === 'active' ? 1 : 0,
      life.lastSeenAt,
      life.lastInventoryAt ?? management?.enrolledAt ?? null,
      identity.sourceId.padStart(20, '0'),
      life.staleness?.since ?? null,
      Buffer.from(JSON.stringify(asset)), // as bytes: the binding copies text one character at a time
    ]);
    this.relations.add(this.#count, asset);
    if (nature.manufacturer !== null)
      this.makers.set(nature.manufacturer, (this.makers.get(nature.manufacturer) ?? 0) + 1);
    this.#countRules(rules);
    if (this.#count % batchSize === 0) this.database.exec('COMMIT; BEGIN');
  }

  /** Forgets an asset that turns out not to belong to the population, before duplicates are settled; `relations.prune` ends that. */
  remove(seq: number, { nature: { manufacturer } }: Asset): void {
    this.database.run('DELETE FROM asset WHERE seq = ?', [seq]);
    const left = (this.makers.get(manufacturer ?? '') ?? 0) - 1;
    if (manufacturer === null) return;
    if (left > 0) this.makers.set(manufacturer, left);
    else this.makers.delete(manufacturer);
  }

  /**
   * Finds assets that are the same thing: by key, by maker and serial (or firmware UUID), by name, because Octopus
   * identifies by name. The one that is active, seen last, inventoried last (or enrolled last, where the source tells that instead), with the
   * highest source key stays.
   */
  settleDuplicates(): Record<DuplicateReason, number> {
    this.database.exec('COMMIT');
    const counts = duplicateReasons.map((reason) => {
      const identity = identities[reason];
      this.database.exec(`CREATE INDEX by_${identity} ON asset (${identity})`);
      const { changes } = this.database.run(
        `WITH twice AS (
           SELECT ${identity} FROM asset WHERE ${identity} IS NOT NULL GROUP BY ${identity} HAVING count(*) > 1),
         ranked AS (
           SELECT seq, first_value(seq) OVER best AS first, row_number() OVER best AS place FROM asset
           WHERE verdict IS NULL AND ${identity} IN twice
           WINDOW best AS (PARTITION BY ${identity} ORDER BY alive DESC, seen DESC, inventory DESC, source_id DESC))
         UPDATE asset SET verdict = ?, kept = ranked.first FROM ranked WHERE ranked.seq = asset.seq AND ranked.place > 1`,
        [reason],
      );
      return [reason, changes];
    });
    return Object.fromEntries(counts);
  }

  /** The assets that gave way, in order, at most `limit` of them. */
  losers(limit: number): Loser[] {
    const rows = this.database.all(
      `SELECT l.verdict AS reason, l.key AS key, l.name AS name, k.key AS keptKey, k.name AS keptName
       FROM asset AS l JOIN asset AS k ON k.seq = l.kept WHERE l.verdict IS NOT NULL ORDER BY l.seq LIMIT ?`,
      [limit],
    );
    return rows.map((row) => ({
      reason: duplicateReasons.find((reason) => reason === row.reason) ?? 'duplicateKey',
      key: String(row.key),
      name: String(row.name),
      keptKey: String(row.keptKey),
      keptName: String(row.keptName),
    }));
  }

  /** How often each rule chose a value, by field path and rule, over all assets of the population. */
  decisions(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]) => (a < b ? -1 : 1);
    const sorted = Object.entries(this.#decisions).map(
      ([field, rules]) => [field, Object.fromEntries(Object.entries(rules).sort(byName))] as const,
    );
    return Object.fromEntries(sorted.sort(byName));
  }

  /** The assets that stay, in the order of the source; may be walked more than once. */
  *assets(): Generator<Asset> {
    const statement = this.database.prepare('SELECT document FROM asset WHERE verdict IS NULL ORDER BY seq');
    try {
      for (const row of statement.iterate()) yield JSON.parse(textOf(row.document));
    } finally {
      statement.finalize();
    }
  }

  #countRules(rules: Explained['rules']): void {
    for (const [field, rule] of Object.entries(rules)) {
      const counts = this.#decisions[field] ?? {};
      counts[rule] = (counts[rule] ?? 0) + 1;
      this.#decisions[field] = counts;
    }
  }

  close(): void {
    this.#insert.finalize();
    this.database.close();
  }
}

/** The text of a document; anything but bytes would be a mistake of this file. */
function textOf(document: unknown): string {
  if (!(document instanceof Uint8Array)) throw new TypeError('a document is bytes');
  return Buffer.from(document.buffer, document.byteOffset, document.byteLength).toString('utf8');
}
