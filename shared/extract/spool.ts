import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, OutputError } from '../errors.ts';
import type { QueryFile } from '../sql/query-file.ts';
import type { Cell, RowSink } from '../sql/source.ts';
import { mostBytes } from '../utf8.ts';
import { KeyOrder } from './key-order.ts';
import { messages } from './spool-messages.ts';

const blockBytes = 1 << 16;
/** Rows that are written at once, as one line: making the text of each by itself takes twice as long. */
const rowsAtOnce = 64;
/** Bytes that go to the disk at once: one line after the other would cost as much again as making them. */
const roomBytes = 1 << 18;

/** A drained section on the local disk: its column names, and its rows, in key order unless any order will do. */
export interface Spool {
  readonly file: QueryFile;
  readonly columns: readonly string[];
  /** Position of the key column in every row. */
  readonly keyAt: number;
  readonly rowCount: number;
  readonly path: string;
}

/**
 * Takes a section as fast as its driver delivers it: a JSON array of rows a line. Throws `ConfigError` for a result
 * without the key column, with a key that is not a whole number, or not in ascending order of the key.
 */
export class SpoolWriter implements RowSink {
  readonly #file: QueryFile;
  readonly #keys: KeyOrder;
  readonly #path: string;
  readonly #descriptor: number;
  #columns: readonly string[] = [];
  #pending: (readonly Cell[])[] = [];
  /** Lines on their way to the disk. */
  readonly #room = Buffer.allocUnsafe(roomBytes);
  #waiting = 0;
  #position = 0;
  #closed = false;

  constructor(file: QueryFile, key: string, folder: string, order: 'ascending' | 'any' = 'ascending') {
    this.#file = file;
    this.#keys = new KeyOrder(file, key, order);
    this.#path = join(folder, `${file.section}.ndjson`);
    this.#descriptor = guardDisk(this.#path, () => openSync(this.#path, 'w', 0o600));
  }

  columns(names: readonly string[]): void {
    this.#columns = names;
    this.#keys.columns(names);
  }

  row(cells: readonly Cell[]): void {
    this.#keys.next(cells);
    this.#pending.push(cells);
    if (this.#pending.length >= rowsAtOnce) this.#addLine();
  }

  /** Forgets everything taken so far, before the section is read again from its start. */
  restart(): void {
    this.#pending = [];
    this.#waiting = 0;
    this.#position = 0;
    this.#keys.restart();
    guardDisk(this.#path, () => ftruncateSync(this.#descriptor, 0));
  }

  finish(): Spool {
    if (this.#pending.length > 0) this.#addLine();
    this.#flush();
    this.close();
    const { at: keyAt, rows: rowCount } = this.#keys;
    return { file: this.#file, columns: this.#columns, keyAt, rowCount, path: this.#path };
  }

  /** Lets go of the file; what was taken stays on the disk. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#descriptor);
  }

  #addLine(): void {
    const text = `${JSON.stringify(this.#pending)}\n`;
    this.#pending = [];
    const most = mostBytes(text);
    if (most > roomBytes - this.#waiting) this.#flush();
    if (most > roomBytes) this.#write(Buffer.from(text));
    else this.#waiting += this.#room.write(text, this.#waiting);
  }

  #flush(): void {
    this.#write(this.#room.subarray(0, this.#waiting));
    this.#waiting = 0;
  }

  #write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      const size = guardDisk(this.#path, () =>
        writeSync(this.#descriptor, bytes, at, bytes.length - at, this.#position),
      );
      this.#position += size;
      at += size;
    }
  }
}

/** The rows of a spool, in order. Throws `DataError` when the file is not what was spooled. */
export function* spoolRows(spool: Spool): Generator<readonly Cell[]> {
  let count = 0;
  for (const lines of spoolLines(spool, blockBytes))
    for (const line of lines.toString('utf8').split('\n')) {
      const rows = lineRows(line);
      count += rows.length;
      yield* rows;
    }
  if (count !== spool.rowCount)
    throw new DataError(messages.spoolDamaged(spool.file, spool.rowCount, count), {
      hint: messages.spoolDamagedHint,
    });
}

/** The rows of one line of a spool. */
export const lineRows = (line: string): readonly (readonly Cell[])[] => JSON.parse(line);

/** The lines of a spool as bytes, about `size` of them at once, without the last line break; gone with the next ones. */
export function* spoolLines({ path }: Pick<Spool, 'path'>, size: number): Generator<Buffer> {
  const descriptor = openSync(path, 'r');
  let block = Buffer.allocUnsafe(size);
  let held = 0;
  try {
    while (true) {
      if (held === block.length) block = Buffer.concat([block], held * 2);
      const read = readSync(descriptor, block, held, block.length - held, null);
      if (read === 0) return;
      held += read;
      const end = block.lastIndexOf(0x0a, held - 1);
      if (end < 0) continue;
      yield block.subarray(0, end);
      block.copyWithin(0, end + 1, held);
      held -= end + 1;
    }
  } finally {
    closeSync(descriptor);
  }
}

function guardDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw new OutputError(messages.spoolUnwritable(path), { hint: messages.spoolUnwritableHint, cause });
  }
}
