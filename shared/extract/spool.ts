import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, DataError, OutputError } from '../errors.ts';
import type { QueryFile } from '../sql/query-file.ts';
import type { Cell, RowSink } from '../sql/source.ts';
import { messages } from './spool-messages.ts';

const blockBytes = 1 << 16;

/** A drained section on the local disk: its column names, and its rows in key order. */
export interface Spool {
  readonly file: QueryFile;
  readonly columns: readonly string[];
  /** Position of the key column in every row. */
  readonly keyAt: number;
  readonly rowCount: number;
  readonly path: string;
}

/**
 * Takes a section as fast as its driver delivers it: one JSON array a line. Throws `ConfigError` for a result
 * without the key column, with a key that is not a whole number, or not in ascending order of the key.
 */
export class SpoolWriter implements RowSink {
  readonly #file: QueryFile;
  readonly #key: string;
  readonly #path: string;
  readonly #descriptor: number;
  #columns: readonly string[] = [];
  #keyAt = -1;
  #last = Number.NEGATIVE_INFINITY;
  #rowCount = 0;
  #pending = '';
  #position = 0;
  #closed = false;

  constructor(file: QueryFile, key: string, folder: string) {
    this.#file = file;
    this.#key = key;
    this.#path = join(folder, `${file.section}.ndjson`);
    this.#descriptor = guardDisk(this.#path, () => openSync(this.#path, 'w', 0o600));
  }

  columns(names: readonly string[]): void {
    this.#columns = names;
    this.#keyAt = names.findIndex((name) => name.toLowerCase() === this.#key.toLowerCase());
    if (this.#keyAt < 0) {
      const hint = messages.keyColumnHint(this.#key);
      throw new ConfigError(messages.keyColumnMissing(this.#file, this.#key), { hint });
    }
  }

  row(cells: readonly Cell[]): void {
    const key = Number(cells[this.#keyAt] ?? Number.NaN);
    if (!Number.isSafeInteger(key)) {
      const hint = messages.keyColumnHint(this.#key);
      throw new ConfigError(messages.keyInvalid(this.#file, this.#key, this.#rowCount + 1), { hint });
    }
    if (key < this.#last) {
      const hint = messages.unorderedHint(this.#key);
      throw new ConfigError(messages.unordered(this.#file, this.#last, key), { hint });
    }
    this.#last = key;
    this.#rowCount += 1;
    this.#pending += `${JSON.stringify(cells)}\n`;
    if (this.#pending.length >= blockBytes) this.#flush();
  }

  /** Forgets everything taken so far, before the section is read again from its start. */
  restart(): void {
    this.#pending = '';
    this.#rowCount = 0;
    this.#position = 0;
    this.#last = Number.NEGATIVE_INFINITY;
    guardDisk(this.#path, () => ftruncateSync(this.#descriptor, 0));
  }

  finish(): Spool {
    this.#flush();
    this.close();
    const { columns, keyAt } = { columns: this.#columns, keyAt: this.#keyAt };
    return { file: this.#file, columns, keyAt, rowCount: this.#rowCount, path: this.#path };
  }

  /** Lets go of the file; what was taken stays on the disk. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#descriptor);
  }

  #flush(): void {
    let bytes = Buffer.from(this.#pending);
    this.#pending = '';
    while (bytes.length > 0) {
      const from = bytes;
      const size = guardDisk(this.#path, () =>
        writeSync(this.#descriptor, from, 0, from.length, this.#position),
      );
      this.#position += size;
      bytes = bytes.subarray(size);
    }
  }
}

/** The rows of a spool, in order. Throws `DataError` when the file is not what was spooled. */
export function* spoolRows(spool: Spool): Generator<readonly Cell[]> {
  const descriptor = openSync(spool.path, 'r');
  const block = Buffer.allocUnsafe(blockBytes);
  let rest = Buffer.alloc(0);
  let count = 0;
  try {
    for (let size = readSync(descriptor, block); size > 0; size = readSync(descriptor, block)) {
      const bytes =
        rest.length > 0 ? Buffer.concat([rest, block.subarray(0, size)]) : block.subarray(0, size);
      const end = bytes.lastIndexOf(0x0a);
      rest = Buffer.from(bytes.subarray(end + 1));
      if (end < 0) continue;
      for (const line of bytes.toString('utf8', 0, end).split('\n')) {
        count += 1;
        yield JSON.parse(line);
      }
    }
  } finally {
    closeSync(descriptor);
  }
  if (count !== spool.rowCount)
    throw new DataError(messages.spoolDamaged(spool.file, spool.rowCount, count), {
      hint: messages.spoolDamagedHint,
    });
}

function guardDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw new OutputError(messages.spoolUnwritable(path), { hint: messages.spoolUnwritableHint, cause });
  }
}
