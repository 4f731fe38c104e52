import { join } from 'node:path';
import type { Database, Statement } from 'node-sqlite3-wasm';
import type { Asset, Explained } from '../asset.ts';
import type { Outcome } from '../bridge.ts';
import { OutputError } from '../errors.ts';
import { AssetDocuments, documentColumns } from '../identity/asset-documents.ts';
import { documentBytes } from '../identity/document.ts';
import { type IdentityFacts, identityFactsOf } from '../identity/facts.ts';
import type { Past } from '../identity/rules.ts';
import { type DuplicateReason, type Loser, losersOf, settle } from '../identity/settle.ts';
import { tombstonesOf } from '../identity/tombstones.ts';
import { aboutAsset } from '../read-device.ts';
import { runFileName } from '../store/adoption.ts';
import { assetEntry, entryColumns } from './asset-entry.ts';
import { DeviceStore, type DocumentPlace } from './device-store.ts';
import { messages } from './messages.ts';
import { RelationStore } from './relation-store.ts';
import { type MadeCells, RowStore } from './row-store.ts';
import { SpoolStore } from './spool-store.ts';

const schema = `
  PRAGMA page_size = 65536; PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
  CREATE TABLE asset (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, source_name TEXT NOT NULL, folded_source_name TEXT NOT NULL,
    name TEXT NOT NULL, folded_name TEXT NOT NULL, hardware TEXT, uuid TEXT, device TEXT, address TEXT,
    alive INTEGER NOT NULL, seen TEXT, inventory TEXT, source_id TEXT NOT NULL, since TEXT,
    gaps TEXT NOT NULL, unidentified INTEGER NOT NULL, retired INTEGER NOT NULL,
    held INTEGER NOT NULL DEFAULT 0, revised INTEGER NOT NULL DEFAULT 0, verdict TEXT, kept INTEGER, rule TEXT,
    document BLOB, block INTEGER, start INTEGER, size INTEGER);
`;
const batchSize = 5_000;

/** The assets of one run, in a database of the run's own, so that nothing has to fit in memory. */
export class RunStore {
  /** Also for who compares this run with others, once `settleDuplicates` has ended its adding. */
  readonly database: Database;
  readonly #insert: Statement;
  /** The ties between the assets; complete once duplicates are settled. */
  readonly relations: RelationStore;
  /** The rows, once somebody has made them. */
  readonly rows: RowStore;
  /** Every device that was read and what was decided. */
  readonly devices: DeviceStore;
  /** What the source said of them, once somebody keeps it. */
  readonly spools: SpoolStore;
  readonly #decisions: Record<string, Record<string, number>> = {};
  /** Every spelling of a maker that was met, with how often. */
  readonly makers = new Map<string, number>();
  #count = 0;

  private constructor(database: Database) {
    this.database = database;
    database.exec(schema);
    this.relations = new RelationStore(database);
    this.devices = new DeviceStore(database);
    this.spools = new SpoolStore(database);
    this.rows = new RowStore(database);
    const columns = ['seq', ...entryColumns, documentColumns].join();
    const parameters = columns.split(',').map((_, at) => `?${at + 1}`);
    const [, , name, foldedName] = parameters;
    this.#insert = database.prepare(
      `INSERT INTO asset (${columns}, source_name, folded_source_name)
       VALUES (${parameters.join()}, ${name}, ${foldedName})`,
    );
    database.exec('BEGIN');
  }

  /** A new store in the folder of the run. Throws `OutputError` when the folder cannot be written. */
  static async create(folder: string): Promise<RunStore> {
    const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
    try {
      return new RunStore(new Sqlite(join(folder, runFileName)));
    } catch (cause) {
      throw new OutputError(messages.storeUnwritable(folder), { hint: messages.storeUnwritableHint, cause });
    }
  }

  /**
   * Keeps what became of a device, and its asset; `cellsOf` makes the cells, or answers null. Throws when the asset is not of
   * the schema: a mistake of its bridge.
   */
  addDevice(outcome: Outcome, cellsOf: (asset: Asset) => MadeCells | null): void {
    const { rows } = outcome;
    if (outcome.kind === 'excluded') {
      this.devices.add({ about: outcome.about, rows, reason: outcome.reason, rules: null, asset: null });
      return;
    }
    const { asset, rules } = outcome.explained;
    const about = aboutAsset(asset);
    const kept = { seq: this.#count + 1, document: JSON.stringify(asset) };
    const place = this.devices.add({ about, rows, reason: null, rules, asset: kept });
    this.#add(outcome.explained, place, cellsOf(asset));
  }

  #add({ asset, rules }: Explained, document: Uint8Array | DocumentPlace, cells: MadeCells | null): void {
    const { values, row } = assetEntry(asset);
    this.#count += 1;
    // A document as bytes: the binding copies text one character at a time.
    const where =
      document instanceof Uint8Array
        ? [document, null, null, null]
        : [null, document.block, document.start, document.size];
    this.#insert.run([this.#count, ...values, ...where]);
    if (cells) this.rows.addMade(this.#count, row, cells);
    this.relations.add(this.#count, asset);
    const { manufacturer } = asset.nature;
    if (manufacturer !== null) this.makers.set(manufacturer, (this.makers.get(manufacturer) ?? 0) + 1);
    this.#countRules(rules);
    if (this.#count % batchSize === 0) this.database.exec('COMMIT; BEGIN');
  }

  /** Forgets an asset that turns out not to belong to the population, before duplicates are settled; `relations.prune` ends that. */
  remove(seq: number, { nature: { manufacturer } }: Asset): void {
    for (const table of ['asset', 'row']) this.database.run(`DELETE FROM ${table} WHERE seq = ?`, [seq]);
    const left = (this.makers.get(manufacturer ?? '') ?? 0) - 1;
    if (manufacturer === null) return;
    if (left > 0) this.makers.set(manufacturer, left);
    else this.makers.delete(manufacturer);
  }

  /**
   * Finds assets that are the same thing, and counts by reason those that give way. Beside a past, each asset also finds
   * the CI that it continues, renamed ones may keep the name of theirs, and devices that are retired get their row.
   */
  settleDuplicates(past: Past | null = null): Record<DuplicateReason, number> {
    this.database.exec('COMMIT');
    const counts = settle(this.database, past);
    if (past) this.#addRetired(past);
    this.database.exec(`CREATE INDEX by_source_name ON asset (folded_source_name);
      CREATE INDEX by_verdict ON asset (verdict, retired, unidentified, gaps, revised)`);
    return counts;
  }

  #addRetired(past: Past): void {
    const assets = tombstonesOf(this.database, past);
    this.database.exec('BEGIN');
    for (const asset of assets) this.#add({ asset, rules: {} }, documentBytes(asset), null);
    this.database.exec(
      `COMMIT; CREATE TABLE identity_rules AS SELECT ${past.rules.retirement ? 1 : 0} AS retirement`,
    );
  }

  /** The assets that gave way, in order, at most `limit` of them. */
  losers(limit: number): Loser[] {
    return losersOf(this.database, limit);
  }

  /** What became of identities, once duplicates are settled; lists hold at most `limit` of each. */
  identity(limit: number): IdentityFacts {
    return identityFactsOf(this.database, limit);
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
    const documents = new AssetDocuments(this.database);
    const assets = `SELECT ${documentColumns} FROM asset NOT INDEXED WHERE verdict IS NULL ORDER BY seq`;
    const statement = this.database.prepare(assets);
    try {
      for (const row of statement.iterate()) yield documents.asset(row);
    } finally {
      statement.finalize();
    }
  }

  #countRules(rules: Explained['rules']): void {
    for (const field in rules) {
      const rule = rules[field] ?? '';
      const counts = this.#decisions[field] ?? {};
      counts[rule] = (counts[rule] ?? 0) + 1;
      this.#decisions[field] = counts;
    }
  }

  close(): void {
    this.#insert.finalize();
    this.devices.free();
    this.rows.free();
    this.database.close();
  }
}
