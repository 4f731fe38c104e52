import { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Channel } from './fakes/tds/channel.ts';
import { MessageReader, packet, packetStatus } from './fakes/tds/packet.ts';

const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => Buffer.from(array));
const sent = fc.array(fc.record({ type: fc.integer({ min: 1, max: 20 }), body: bytes }), { maxLength: 6 });

/** Cuts bytes into pieces whose lengths come round again and again. */
function* pieces(whole: Buffer, lengths: readonly number[]) {
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    yield whole.subarray(at, at + length);
    at += length;
  }
}

describe('packets', () => {
  it('give the messages that went in, whatever the packet size and however they arrive', () => {
    fc.assert(
      fc.property(
        sent,
        fc.integer({ min: 512, max: 32767 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }),
        (messages, packetSize, lengths) => {
          const stream = new PassThrough({ highWaterMark: 1_000_000 });
          const channel = new Channel(new Socket(), stream, { receive: () => {}, breakOff: () => {} });
          stream.removeAllListeners('data').pause();
          channel.packetSize = packetSize;
          for (const { type, body } of messages) channel.send(type, body, true);
          const whole: Buffer = stream.read() ?? Buffer.alloc(0);
          for (let at = 0; at < whole.length; at += whole.readUInt16BE(at + 2))
            expect(whole.readUInt16BE(at + 2)).toBeLessThanOrEqual(packetSize);
          const reader = new MessageReader();
          const read = [...pieces(whole, lengths)].flatMap((piece) => reader.push(piece));
          expect(read).toEqual(messages.map((message) => ({ ...message, status: packetStatus.last })));
          expect(reader.atBoundary).toBe(true);
        },
      ),
    );
  });

  it('that cannot be are refused', () => {
    const impossible = packet(1, true, 0, Buffer.alloc(0));
    impossible.writeUInt16BE(7, 2);
    expect(() => new MessageReader().push(impossible)).toThrow(RangeError);
  });
});
