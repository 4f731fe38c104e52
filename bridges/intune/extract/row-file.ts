import { closeSync, createReadStream, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Cell, RowSink } from '../../../shared/sql/source.ts';
import { unwritable } from './database.ts';

/** Rows that are written at once, as one line. */
const rowsAtOnce = 256;
const lineFeed = 0x0a;

/** Takes the rows of a report of any length into a file, to be read one by one afterwards. */
export class RowFile implements RowSink {
  readonly #path: string;
  readonly #descriptor: number;
  #pending: (readonly Cell[])[] = [];
  #position = 0;

  /** Throws `OutputError` when the file cannot be written. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = this.#guard(() => openSync(path, 'w', 0o600));
  }

  columns(): void {}

  row(cells: readonly Cell[]): void {
    this.#pending.push(cells);
    if (this.#pending.length >= rowsAtOnce) this.#flush();
  }

  restart(): void {
    this.#pending = [];
    this.#position = 0;
    this.#guard(() => ftruncateSync(this.#descriptor, 0));
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#descriptor);
    }
  }

  /** The rows in order, once the file is closed; memory holds one line. */
  async *rows(): AsyncGenerator<readonly Cell[]> {
    let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    for await (const chunk of createReadStream(this.#path)) {
      const bytes = Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(lineFeed);
      rest = bytes.subarray(end + 1);
      if (end < 0) continue;
      for (const line of bytes.toString('utf8', 0, end).split('\n')) {
        const rows: readonly (readonly Cell[])[] = JSON.parse(line);
        yield* rows;
      }
    }
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    let bytes = Buffer.from(`${JSON.stringify(this.#pending)}\n`);
    this.#pending = [];
    while (bytes.length > 0) {
      const size = this.#guard(() => writeSync(this.#descriptor, bytes, 0, bytes.length, this.#position));
      this.#position += size;
      bytes = bytes.subarray(size);
    }
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (cause) {
      throw unwritable(this.#path, cause);
    }
  }
}
