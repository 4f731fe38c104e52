import { closeSync, createReadStream, ftruncateSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Cell, RowSink } from '../../../shared/sql/source.ts';
import { unwritable } from './database.ts';

/** Rows that are written at once, as one line. */
const rowsAtOnce = 256;

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
    for await (const line of createInterface({ input: createReadStream(this.#path) })) {
      const rows: readonly (readonly Cell[])[] = JSON.parse(line);
      yield* rows;
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
