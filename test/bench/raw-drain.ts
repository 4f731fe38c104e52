import { connect } from 'node:net';
import { headerLength, packet, packetStatus, packetType } from '../fakes/tds/packet.ts';

const loginLength = 94;
const tdsVersion = 0x74000004;
const packetSize = 4096;

/**
 * Sends queries one after the other over one connection in clear text, and only counts what comes back: as fast as the
 * server can be. Gives the bytes.
 */
export async function rawDrain(port: number, queries: readonly string[]): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  let bytes = 0;
  let answered = () => {};
  const ends = new MessageEnds();
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    if (ends.passes(chunk)) answered();
  });
  const ask = (type: number, body: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      answered = resolve;
      socket.once('error', reject);
      for (let at = 0; at < body.length; at += packetSize - headerLength) {
        const part = body.subarray(at, at + packetSize - headerLength);
        socket.write(packet(type, at + part.length === body.length, 1, part));
      }
    });
  const login = Buffer.alloc(loginLength);
  login.writeUInt32LE(tdsVersion, 4);
  login.writeUInt32LE(packetSize, 8);
  await ask(packetType.login, login);
  const noHeaders = Buffer.from([4, 0, 0, 0]);
  for (const query of queries)
    await ask(packetType.sqlBatch, Buffer.concat([noHeaders, Buffer.from(query, 'utf16le')]));
  socket.destroy();
  return bytes;
}

/** Finds the last packet of each message in a stream that is cut anywhere. */
class MessageEnds {
  #header: number[] = [];
  /** Bytes of the present packet that are still to come. */
  #left = 0;
  #last = false;

  /** Whether a message ends in this chunk. */
  passes(chunk: Buffer): boolean {
    let ended = false;
    for (let at = 0; at < chunk.length; ) {
      if (this.#left === 0) this.#header.push(chunk.readUInt8(at));
      const taken = this.#left === 0 ? 1 : Math.min(this.#left, chunk.length - at);
      at += taken;
      if (this.#left > 0) this.#left -= taken;
      else if (this.#header.length === headerLength) this.#begin();
      if (this.#left === 0 && this.#header.length === 0 && this.#last) ended = true;
    }
    return ended;
  }

  /** Takes what the header of a packet says. */
  #begin(): void {
    const [, status = 0, high = 0, low = 0] = this.#header;
    this.#left = high * 256 + low - headerLength;
    this.#last = (status & packetStatus.last) !== 0;
    this.#header = [];
  }
}
