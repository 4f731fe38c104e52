import { brotliDecompressSync } from 'node:zlib';
import type { Database } from 'node-sqlite3-wasm';
import type { Asset } from '../asset.ts';
import { bytesOf } from './document.ts';

/** The columns of an asset in the database of a run that say where its document is. */
export const documentColumns = 'document, block, start, size';
type Row = Readonly<Record<string, unknown>>;

/**
 * The documents of the assets of a run: each is written once, in the block of its device; only one that no device of the
 * run became, or that was revised since, is in the table of assets itself. The last block that was unpacked stays in
 * memory, so assets in their order unpack each one once.
 */
export class AssetDocuments {
  readonly #database: Database;
  #block: unknown = null;
  #documents = Buffer.alloc(0);

  /** `database` is that of a run all of whose devices are there. */
  constructor(database: Database) {
    this.#database = database;
  }

  /** The asset of a row with the columns `documentColumns`. */
  asset(row: Row): Asset {
    return JSON.parse(this.bytes(row).toString('utf8'));
  }

  /** Its document (JSON), as bytes that are good until the next call. */
  bytes({ document, block, start, size }: Row): Buffer {
    if (document !== null) return bytesOf(document);
    if (block !== this.#block) {
      this.#documents = brotliDecompressSync(this.#compressed(block));
      this.#block = block;
    }
    return this.#documents.subarray(Number(start), Number(start) + Number(size));
  }

  #compressed(block: unknown): Buffer {
    const found = this.#database.get('SELECT documents FROM block WHERE id = ?', [Number(block)]);
    return bytesOf(found?.documents);
  }
}
