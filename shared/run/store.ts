import { join } from 'node:path';
import type { Database, Statement } from 'node-sqlite3-wasm';
import type { Asset } from '../asset.ts';
import { OutputError } from '../errors.ts';
import { documentBytes, documentOf } from '../identity/document.ts';
import { type IdentityFacts, identityFactsOf } from '../identity/facts.ts';
import type { Past } from '../identity/rules.ts';
import { type DuplicateReason, type Loser, losersOf, settle } from '../identity/settle.ts';
import { tombstonesOf } from '../identity/tombstones.ts';
import { runFileName } from '../store/adoption.ts';
import { type AssetEntry, assetEntry, entryColumns } from './asset-entry.ts';
import type { DeviceBlock } from './device-block.ts';
import { DeviceStore } from './device-store.ts';
import { messages } from './messages.ts';
import { RelationStore } from './relation-store.ts';
import { RowStore } from './row-store.ts';

const schema = `
  PRAGMA page_size = 65536; PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
  CREATE TABLE asset (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, source_name TEXT NOT NULL, folded_source_name TEXT NOT NULL,
    name TEXT NOT NULL, folded_name TEXT NOT NULL, hardware TEXT, uuid TEXT, device TEXT, address TEXT,
    alive INTEGER NOT NULL, seen TEXT, inventory TEXT, source_id TEXT NOT NULL, since TEXT,
    gaps TEXT NOT NULL, unidentified INTEGER NOT NULL, retired INTEGER NOT NULL,
    held INTEGER NOT NULL DEFAULT 0, revised INTEGER NOT NULL DEFAULT 0, verdict TEXT, kept INTEGER, rule TEXT, document BLOB NOT NULL);
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
  /** Every device that was read, with what the source said of it. */
  readonly devices: DeviceStore;
  /** Every spelling of a maker that was met, with how often. */
  readonly makers = new Map<string, number>();
  #count = 0;

  private constructor(database: Database) {
    this.database = database;
    database.exec(schema);
    this.relations = new RelationStore(database);
    this.devices = new DeviceStore(database);
    this.rows = new RowStore(database);
    const parameters = entryColumns.map((_, at) => `?${at + 2}`);
    const [, name, foldedName] = parameters;
    this.#insert = database.prepare(
      `INSERT INTO asset (seq, ${entryColumns.join()}, document, source_name, folded_source_name)
       VALUES (?1, ${parameters.join()}, ?${parameters.length + 2}, ${name}, ${foldedName})`,
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

  /** Keeps devices that were read, and the assets that they became. */
  addBlock({ devices, documents, explained }: DeviceBlock): void {
    let at = 0;
    for (const { about, reason, asset, size, cells } of devices) {
      const seq = asset && this.#add(asset, documents.subarray(at, at + size));
      if (asset && seq !== null && cells) this.rows.addMade(seq, asset.row, cells);
      this.devices.add(about, reason, seq);
      at += size;
    }
    this.devices.closeBlock(explained);
  }

  /** Keeps an asset of no device that was read; throws when it is not of the schema. */
  addAsset(asset: Asset): void {
    this.#add(assetEntry(asset), documentBytes(asset));
  }

  #add({ values, maker, links, previousKeys }: AssetEntry, document: Uint8Array): number {
    this.#count += 1;
    this.#insert.run([this.#count, ...values, document]);
    this.relations.add(this.#count, links, previousKeys);
    if (maker !== null) this.makers.set(maker, (this.makers.get(maker) ?? 0) + 1);
    if (this.#count % batchSize === 0) this.database.exec('COMMIT; BEGIN');
    return this.#count;
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
    for (const asset of assets) this.addAsset(asset);
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

  /** The assets that stay, in the order of the source; may be walked more than once. */
  *assets(): Generator<Asset> {
    // By the index of verdicts all documents would be sorted in memory.
    const assets = 'SELECT document FROM asset NOT INDEXED WHERE verdict IS NULL ORDER BY seq';
    const statement = this.database.prepare(assets);
    try {
      for (const row of statement.iterate()) yield documentOf(row.document);
    } finally {
      statement.finalize();
    }
  }

  close(): void {
    this.#insert.finalize();
    this.devices.free();
    this.rows.free();
    this.database.close();
  }
}
