import { ZipFault } from './zip-fault.ts';

/** Reads bytes that come in chunks of any size, and knows how many were read. */
export class ByteReader {
  /** Bytes taken so far. */
  position = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next so many bytes, left in place; fewer only at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      const next = await this.#chunks.next();
      if (next.done) break;
      this.#held = Buffer.concat([this.#held, next.value]);
    }
    return this.#held.subarray(0, count);
  }

  /** The next so many bytes. Throws `ZipFault` when there are fewer. */
  async take(count: number): Promise<Buffer> {
    const bytes = await this.peek(count);
    if (bytes.length < count) throw new ZipFault('truncated', `${count - bytes.length} bytes`);
    this.#held = this.#held.subarray(count);
    this.position += count;
    return bytes;
  }

  /** Some bytes, as they came; null at the end. */
  async chunk(): Promise<Buffer | null> {
    const held = await this.peek(1);
    if (held.length === 0) return null;
    return this.take(this.#held.length);
  }

  /** Exactly so many bytes, in chunks. */
  async *exactly(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const some = await this.peek(1);
      const chunk = await this.take(some.length === 0 ? left : Math.min(left, this.#held.length));
      left -= chunk.length;
      yield chunk;
    }
  }

  /** Returns bytes that were taken last. */
  putBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held]);
    this.position -= bytes.length;
  }

  /** Tells the source that nobody reads on; does not wait for it, since it may be waiting itself. */
  close(): void {
    void Promise.resolve(this.#chunks.return?.()).catch(() => {});
  }
}
