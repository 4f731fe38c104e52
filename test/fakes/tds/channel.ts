import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { firstPacketSize, headerLength, type Message, MessageReader, packet } from './packet.ts';

/** Takes each message of the client as it arrives, or learns that what arrives is no message. */
export interface Receiver {
  receive(message: Message): void;
  breakOff(cause: unknown): void;
}

/** One client's connection as messages; TLS may slip below it and away again. */
export class Channel {
  readonly #socket: Socket;
  readonly #take: (chunk: Buffer) => void;
  #stream: Duplex;
  #packets = 0;
  /** Bytes of a packet, its header included. */
  packetSize = firstPacketSize;
  /** Most bytes that have waited in memory for a slow client. */
  mostBytesWaiting = 0;

  constructor(socket: Socket, stream: Duplex, receiver: Receiver) {
    this.#socket = socket;
    this.#stream = stream;
    const reader = new MessageReader();
    this.#take = (chunk) => {
      try {
        for (const message of reader.push(chunk)) receiver.receive(message);
      } catch (cause) {
        receiver.breakOff(cause);
      }
    };
    this.#listen();
  }

  /** Goes on with another stream over the same connection. */
  use(stream: Duplex): void {
    this.#stream.off('data', this.#take);
    this.#stream = stream;
    this.#listen();
  }

  /** Sends packets of a message; all but the last one are full. Returns false when the client is slow to take them. */
  send(type: number, body: Buffer, ended: boolean): boolean {
    const room = this.packetSize - headerLength;
    const packets: Buffer[] = [];
    for (let at = 0; at === 0 || at < body.length; at += room) {
      const last = ended && at + room >= body.length;
      packets.push(packet(type, last, ++this.#packets, body.subarray(at, at + room)));
    }
    return this.#write(Buffer.concat(packets));
  }

  /** Sends bytes that are no packet. */
  sendRaw(bytes: Buffer): void {
    this.#write(bytes);
  }

  /** Ends the connection once all was sent. */
  end(): void {
    this.#stream.end();
  }

  /** Breaks the connection off with a RST once all was sent. */
  reset(): void {
    this.#stream.write('', () => this.#socket.resetAndDestroy());
  }

  /** Resolves when the client has taken what it was sent, or when `signal` is aborted. */
  async drained(signal: AbortSignal): Promise<void> {
    if (this.#stream.writableNeedDrain) await once(this.#stream, 'drain', { signal }).catch(() => {});
  }

  #write(bytes: Buffer): boolean {
    if (!this.#stream.writable) return false;
    const goOn = this.#stream.write(bytes);
    this.mostBytesWaiting = Math.max(this.mostBytesWaiting, this.#stream.writableLength);
    return goOn;
  }

  #listen(): void {
    this.#stream.on('data', this.#take);
    this.#stream.on('error', () => this.#socket.destroy());
  }
}
