/** MS-TDS 2.2.3: every message travels in packets of one type; the last one is marked. */
export const packetType = {
  sqlBatch: 0x01,
  rpc: 0x03,
  response: 0x04,
  attention: 0x06,
  bulkLoad: 0x07,
  transaction: 0x0e,
  login: 0x10,
  sspi: 0x11,
  prelogin: 0x12,
} as const;

export const packetStatus = { last: 0x01, ignore: 0x02 } as const;

export const headerLength = 8;

/** Packet size before a login has agreed on another. */
export const firstPacketSize = 4096;

/** A message put together again; `status` is that of its packets, all bits taken together. */
export interface Message {
  readonly type: number;
  readonly status: number;
  readonly body: Buffer;
}

/** One packet with its header; `id` counts modulo 256. */
export function packet(type: number, last: boolean, id: number, body: Buffer): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt8(type, 0);
  header.writeUInt8(last ? packetStatus.last : 0, 1);
  header.writeUInt16BE(headerLength + body.length, 2);
  header.writeUInt8(id % 256, 6);
  return Buffer.concat([header, body]);
}

/** Puts messages together from what arrives, however it is cut. */
export class MessageReader {
  #rest: Buffer = Buffer.alloc(0);
  #bodies: Buffer[] = [];
  #status = 0;

  /** Nothing of a packet has arrived that is still incomplete. */
  get atBoundary(): boolean {
    return this.#rest.length === 0;
  }

  /** Takes what arrived; gives the messages that are now complete. Throws on a header that cannot be. */
  push(chunk: Buffer): Message[] {
    const messages: Message[] = [];
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= headerLength) {
      const length = this.#rest.readUInt16BE(2);
      if (length < headerLength) throw new RangeError(`a packet cannot be ${length} bytes long`);
      if (this.#rest.length < length) break;
      const message = this.#add(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
      if (message) messages.push(message);
    }
    return messages;
  }

  #add(whole: Buffer): Message | null {
    this.#status |= whole.readUInt8(1);
    this.#bodies.push(whole.subarray(headerLength));
    if (!(this.#status & packetStatus.last)) return null;
    const message = { type: whole.readUInt8(0), status: this.#status, body: Buffer.concat(this.#bodies) };
    this.#status = 0;
    this.#bodies = [];
    return message;
  }
}
