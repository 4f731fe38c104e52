/** Bytes being written, in a buffer that grows; numbers are little-endian unless the name says otherwise. */
export class ByteWriter {
  #buffer = Buffer.allocUnsafe(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(value: number): this {
    const at = this.#grow(1);
    this.#buffer.writeUInt8(value, at);
    return this;
  }

  u16(value: number): this {
    const at = this.#grow(2);
    this.#buffer.writeUInt16LE(value, at);
    return this;
  }

  u16BigEndian(value: number): this {
    const at = this.#grow(2);
    this.#buffer.writeUInt16BE(value, at);
    return this;
  }

  u32(value: number): this {
    const at = this.#grow(4);
    this.#buffer.writeUInt32LE(value, at);
    return this;
  }

  u32BigEndian(value: number): this {
    const at = this.#grow(4);
    this.#buffer.writeUInt32BE(value, at);
    return this;
  }

  /** An unsigned number of up to six bytes. */
  unsigned(value: number, bytes: number): this {
    const at = this.#grow(bytes);
    this.#buffer.writeUIntLE(value, at, bytes);
    return this;
  }

  /** A signed number of up to four bytes. */
  signed(value: number, bytes: number): this {
    const at = this.#grow(bytes);
    this.#buffer.writeIntLE(value, at, bytes);
    return this;
  }

  i64(value: bigint): this {
    const at = this.#grow(8);
    this.#buffer.writeBigInt64LE(value, at);
    return this;
  }

  u64(value: bigint): this {
    const at = this.#grow(8);
    this.#buffer.writeBigUInt64LE(value, at);
    return this;
  }

  float(value: number): this {
    const at = this.#grow(4);
    this.#buffer.writeFloatLE(value, at);
    return this;
  }

  double(value: number): this {
    const at = this.#grow(8);
    this.#buffer.writeDoubleLE(value, at);
    return this;
  }

  bytes(value: Uint8Array): this {
    const at = this.#grow(value.length);
    this.#buffer.set(value, at);
    return this;
  }

  utf16(value: string): this {
    const at = this.#grow(value.length * 2);
    this.#buffer.write(value, at, 'utf16le');
    return this;
  }

  /** Text after its length in one byte (B_VARCHAR); the length counts UTF-16 units. */
  shortText(value: string): this {
    return this.u8(value.length).utf16(value);
  }

  /** Text after its length in two bytes (US_VARCHAR). */
  longText(value: string): this {
    return this.u16(value.length).utf16(value);
  }

  /** Takes the first `length` bytes out. */
  take(length = this.#length): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, length));
    this.#buffer.copy(this.#buffer, 0, length, this.#length);
    this.#length -= length;
    return taken;
  }

  /** Fills in a number whose place was left free. */
  setU16(at: number, value: number): void {
    this.#buffer.writeUInt16LE(value, at);
  }

  /** Forgets what was written past the first `length` bytes. */
  cutTo(length: number): void {
    this.#length = length;
  }

  #grow(bytes: number): number {
    const at = this.#length;
    this.#length += bytes;
    if (this.#length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#length, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, at);
      this.#buffer = larger;
    }
    return at;
  }
}
