import { setImmediate } from 'node:timers/promises';
import { ByteWriter } from './byte-writer.ts';
import type { Channel } from './channel.ts';
import { headerLength, packetType } from './packet.ts';

/** Full packets that are gathered before they are sent. */
const gathered = 8;

/** The message that answers a request: tokens are written to `out` and leave in full packets. */
export class Response {
  readonly out = new ByteWriter();
  readonly #channel: Channel;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  get isFull(): boolean {
    return this.out.length > gathered * this.#channel.packetSize;
  }

  /** Sends the full packets there are; waits for a slow client, and lets its messages in. */
  async passOn(signal: AbortSignal): Promise<void> {
    const room = this.#channel.packetSize - headerLength;
    const full = Math.floor((this.out.length - 1) / room) * room;
    if (!this.#channel.send(packetType.response, this.out.take(full), false))
      await this.#channel.drained(signal);
    await setImmediate();
  }

  /** Sends all there is; the message goes on. */
  sendRest(): void {
    if (this.out.length > 0) this.#channel.send(packetType.response, this.out.take(), false);
  }

  /** Sends all there is and ends the message; another one may follow. */
  end(): void {
    this.#channel.send(packetType.response, this.out.take(), true);
  }
}
