import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Database, Statement } from 'node-sqlite3-wasm';
import type { Explained } from '../asset.ts';
import type { AboutDevice, ReadRows } from '../read-device.ts';

const schema = `
  CREATE TABLE device (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, source_id TEXT NOT NULL, name TEXT, serials TEXT NOT NULL, reason TEXT,
    asset INTEGER, block INTEGER NOT NULL, place INTEGER NOT NULL);
  CREATE TABLE block (id INTEGER PRIMARY KEY, documents BLOB NOT NULL);
`;
/** Devices that are compressed together: enough that what they have in common is written once. */
const blockSize = 64;
const compress = promisify(brotliCompress);
/** Half of what deflate leaves, in half of its time: the window spans the block. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 19 };

/** One device of a run and what was decided. */
export interface ReadDevice {
  readonly about: AboutDevice;
  readonly rows: ReadRows;
  /** Why it is not of the population; null when it is. */
  readonly reason: string | null;
  /** The rule behind each chosen field; null where it became no asset. */
  readonly rules: Explained['rules'] | null;
  readonly asset: StoredAsset | null;
}

/** An asset as the store of the run has it. */
export interface StoredAsset {
  readonly seq: number;
  /** JSON. */
  readonly document: string;
}

/**
 * Every device of one run, what its source said of it and what was decided, in the database of the run's store: an index
 * of them, and their documents (JSON, one a line) in blocks that are compressed with Brotli.
 */
export class DeviceStore {
  readonly #database: Database;
  readonly #insert: Statement;
  readonly #insertBlock: Statement;
  #lines: string[] = [];
  #block = 1;
  #count = 0;
  /** The block before, which is compressed beside the work of the run. */
  #compressed: Promise<Buffer> | null = null;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
    this.#insert = database.prepare('INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertBlock = database.prepare('INSERT INTO block (documents) VALUES (?)');
  }

  async add({ about, rows, reason, rules, asset }: ReadDevice): Promise<void> {
    this.#count += 1;
    const { key, sourceId, name, serials } = about;
    const known = [this.#count, key, sourceId, name, JSON.stringify(serials), reason, asset?.seq ?? null];
    this.#insert.run([...known, this.#block, this.#lines.length]);
    const { document = 'null' } = asset ?? {};
    this.#lines.push(`{"rows":${JSON.stringify(rows)},"rules":${JSON.stringify(rules)},"asset":${document}}`);
    if (this.#lines.length === blockSize) await this.#close();
  }

  /** Ends the adding: the last block is written. */
  async finish(): Promise<void> {
    if (this.#lines.length > 0) await this.#close();
    await this.#write();
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

  async #close(): Promise<void> {
    const text = Buffer.from(this.#lines.join('\n'));
    this.#lines = [];
    this.#block += 1;
    await this.#write();
    this.#compressed = compress(text, { params });
  }

  async #write(): Promise<void> {
    const documents = await this.#compressed;
    if (documents !== null) this.#insertBlock.run([documents]);
    this.#compressed = null;
  }
}
