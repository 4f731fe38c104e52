/** Reads what a client sent, from front to back; numbers are little-endian. Reading past the end throws `RangeError`. */
export class ByteReader {
  readonly #buffer: Buffer;
  #at = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  get left(): number {
    return this.#buffer.length - this.#at;
  }

  u8(): number {
    return this.bytes(1).readUInt8();
  }

  u16(): number {
    return this.bytes(2).readUInt16LE();
  }

  u32(): number {
    return this.bytes(4).readUInt32LE();
  }

  u64(): bigint {
    return this.bytes(8).readBigUInt64LE();
  }

  bytes(length: number): Buffer {
    if (length > this.left) throw new RangeError(`the message ends ${length - this.left} bytes too early`);
    this.#at += length;
    return this.#buffer.subarray(this.#at - length, this.#at);
  }

  /** Text of so many UTF-16 units. */
  utf16(length: number): string {
    return this.bytes(length * 2).toString('utf16le');
  }
}
