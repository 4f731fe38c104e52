import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Database, Statement } from 'node-sqlite3-wasm';
import type { Explained } from '../asset.ts';
import type { AboutDevice, ReadRows } from '../read-device.ts';
import { mostBytes } from '../utf8.ts';

const schema = `
  CREATE TABLE device (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL, source_id TEXT NOT NULL, name TEXT, serials TEXT NOT NULL, reason TEXT,
    asset INTEGER, block INTEGER NOT NULL, place INTEGER NOT NULL);
  CREATE TABLE block (id INTEGER PRIMARY KEY, documents BLOB NOT NULL);
`;
/** Devices that are compressed together: enough that what they have in common is written once. */
const blockSize = 64;
const firstRoom = 1 << 20;
const compress = promisify(brotliCompress);
/** Half of what deflate leaves, in half of its time: the window spans the block. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 19 };

/** One device of a run and what was decided. */
export interface ReadDevice {
  readonly about: AboutDevice;
  /** All that its source said of it; null where that is in the spools. */
  readonly rows: ReadRows | null;
  /** Why it is not of the population; null when it is. */
  readonly reason: string | null;
  /** The rule behind each chosen field; null where it became no asset. */
  readonly rules: Explained['rules'] | null;
  /** Its number and its document, as JSON; null where it became no asset. */
  readonly asset: { readonly seq: number; readonly document: string } | null;
}

/** Where the document of an asset is: in the block of its device, by bytes. */
export interface DocumentPlace {
  readonly block: number;
  readonly start: number;
  readonly size: number;
}

/**
 * Every device of one run and what was decided, in the database of the run's store: an index of them, and their documents
 * (JSON, one a line) in blocks that are compressed with Brotli.
 */
export class DeviceStore {
  readonly #database: Database;
  readonly #insert: Statement;
  readonly #insertBlock: Statement;
  /** The lines of the open block, as bytes: as texts they would fill the heap. */
  #room = Buffer.allocUnsafe(firstRoom);
  /** Those of the block before, while it is compressed beside the work of the run. */
  #otherRoom = Buffer.allocUnsafe(firstRoom);
  #length = 0;
  #place = 0;
  #block = 1;
  #count = 0;
  #compressed: Promise<Buffer> | null = null;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
    this.#insert = database.prepare('INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertBlock = database.prepare('INSERT INTO block (documents) VALUES (?)');
  }

  /** Whether the open block must be closed before the next device. */
  get isFull(): boolean {
    return this.#place === blockSize;
  }

  /** Takes the next device; says where the document of its asset is. */
  add({ about, rows, reason, rules, asset }: ReadDevice): DocumentPlace {
    this.#count += 1;
    const { key, sourceId, name, serials } = about;
    const known = [this.#count, key, sourceId, name, JSON.stringify(serials), reason, asset?.seq ?? null];
    this.#insert.run([...known, this.#block, this.#place]);
    const read = `"rows":${JSON.stringify(rows)},"rules":${JSON.stringify(rules)}`;
    this.#write(`${this.#place === 0 ? '' : '\n'}{${read},"asset":`);
    const start = this.#length;
    this.#write(asset?.document ?? 'null');
    const place = { block: this.#block, start, size: this.#length - start };
    this.#write('}');
    this.#place += 1;
    return place;
  }

  /** Ends the open block, and writes the one before. */
  async closeBlock(): Promise<void> {
    await this.#writeCompressed();
    if (this.#place === 0) return;
    this.#compressed = compress(this.#room.subarray(0, this.#length), { params });
    [this.#room, this.#otherRoom] = [this.#otherRoom, this.#room];
    this.#length = 0;
    this.#place = 0;
    this.#block += 1;
  }

  /** Ends the adding: the last block is written. */
  async finish(): Promise<void> {
    await this.closeBlock();
    await this.#writeCompressed();
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

  async #writeCompressed(): Promise<void> {
    const documents = await this.#compressed;
    if (documents !== null) this.#insertBlock.run([documents]);
    this.#compressed = null;
  }

  #write(text: string): void {
    const needed = this.#length + mostBytes(text);
    if (needed > this.#room.length)
      this.#room = Buffer.concat([this.#room.subarray(0, this.#length)], needed * 2);
    this.#length += this.#room.write(text, this.#length);
  }
}
