import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { OutputError } from '../errors.ts';
import { messages } from '../run/messages.ts';

/** Numbers of one row: the device, the title, the day. */
const width = 3;
const bucketCount = 64;
const rowsAtOnce = 4_096;

interface Bucket {
  pending: Uint32Array;
  filled: number;
  /** Where its parts begin in the file, in rows; each is full. */
  readonly parts: number[];
}

/**
 * Rows of three numbers in one file, each in the bucket of its device, so that a part of the fleet is sorted in memory
 * after another. Devices are numbered from 0 below `devices`.
 */
export class RowBuckets {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #devicesInBucket: number;
  readonly #buckets: Bucket[];
  #rows = 0;

  /** Throws `OutputError` when the file cannot be written. */
  constructor(path: string, devices: number) {
    this.#path = path;
    this.#descriptor = this.#guard(() => openSync(path, 'w+', 0o600));
    this.#devicesInBucket = Math.max(1, Math.ceil(devices / bucketCount));
    this.#buckets = Array.from({ length: bucketCount }, () => ({
      pending: new Uint32Array(rowsAtOnce * width),
      filled: 0,
      parts: [],
    }));
  }

  add(device: number, title: number, day: number): void {
    const bucket = this.#buckets[Math.floor(device / this.#devicesInBucket)];
    if (!bucket) throw new RangeError(`no device ${device}`);
    const at = bucket.filled * width;
    bucket.pending[at] = device;
    bucket.pending[at + 1] = title;
    bucket.pending[at + 2] = day;
    bucket.filled += 1;
    if (bucket.filled === rowsAtOnce) this.#flush(bucket);
  }

  /** The rows of each bucket, in the order of the devices: three numbers a row, unsorted. */
  *buckets(): Generator<Uint32Array> {
    for (const { pending, filled, parts } of this.#buckets) {
      const rows = new Uint32Array((parts.length * rowsAtOnce + filled) * width);
      for (const [index, part] of parts.entries()) {
        const at = index * rowsAtOnce * width;
        this.#read(rows.subarray(at, at + rowsAtOnce * width), part);
      }
      rows.set(pending.subarray(0, filled * width), parts.length * rowsAtOnce * width);
      yield rows;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #flush(bucket: Bucket): void {
    const { buffer, byteLength } = bucket.pending;
    const start = this.#rows * width * Uint32Array.BYTES_PER_ELEMENT;
    const bytes = Buffer.from(buffer, 0, byteLength);
    for (let done = 0; done < byteLength; )
      done += this.#guard(() => writeSync(this.#descriptor, bytes, done, byteLength - done, start + done));
    bucket.parts.push(this.#rows);
    this.#rows += rowsAtOnce;
    bucket.filled = 0;
  }

  #read(into: Uint32Array, part: number): void {
    const start = part * width * Uint32Array.BYTES_PER_ELEMENT;
    const bytes = Buffer.from(into.buffer, into.byteOffset, into.byteLength);
    for (let done = 0; done < bytes.length; ) {
      const size = this.#guard(() =>
        readSync(this.#descriptor, bytes, done, bytes.length - done, start + done),
      );
      if (size === 0) throw new RangeError('the rows are shorter than they were');
      done += size;
    }
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (cause) {
      const hint = messages.storeUnwritableHint;
      throw new OutputError(messages.storeUnwritable(this.#path), { hint, cause });
    }
  }
}
