import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** TDS packets (MS-TDS 2.2.3): type, status, length with the header, channel, number, window. */
const header = { length: 8, prelogin: 0x12, last: 0x01 } as const;
const largestPacket = 4096;

/** Options of PRELOGIN (MS-TDS 2.2.6.5): token, offset, length; the data follows them. */
const option = { version: 0, encryption: 1, instance: 2, thread: 3, mars: 4, end: 0xff } as const;
const optionLength = 5;
const encryption = { on: 1, required: 3 } as const;

/** The body of a PRELOGIN that asks for encryption and for nothing else. */
export function askForEncryption(): Buffer {
  const asked: readonly (readonly [number, readonly number[]])[] = [
    [option.version, [0, 0, 0, 0, 0, 0]],
    [option.encryption, [encryption.on]],
    [option.instance, [0]],
    [option.thread, [0, 0, 0, 0]],
    [option.mars, [0]],
  ];
  let at = asked.length * optionLength + 1;
  const head = asked.flatMap(([token, data]) => {
    const entry = [token, 0, at, 0, data.length];
    at += data.length;
    return entry;
  });
  return Buffer.from([...head, option.end, ...asked.flatMap(([, data]) => data)]);
}

/** Whether a server's PRELOGIN agrees to encrypt everything. Throws `RangeError` on bytes that are no PRELOGIN. */
export function agreesToEncrypt(answer: Buffer): boolean {
  for (let at = 0; answer.readUInt8(at) !== option.end; at += optionLength) {
    if (answer.readUInt8(at) !== option.encryption) continue;
    const said = answer.readUInt8(answer.readUInt16BE(at + 1));
    return said === encryption.on || said === encryption.required;
  }
  return false;
}

/**
 * A stream of which each piece travels in PRELOGIN packets, as SQL Server wants PRELOGIN itself and the TLS handshake
 * after it. Nothing of a login can get out by it: the handshake is all that it is for.
 */
export class PreloginStream extends Duplex {
  readonly #socket: Socket;
  #waiting = Buffer.alloc(0);

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.once('error', (error) => this.destroy(error));
    socket.once('close', () => this.destroy(coded('ECONNRESET')));
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(Buffer.concat(packets(bytes)), done);
  }

  /** One flight of the handshake is one message. */
  override _writev(pieces: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(pieces.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  #receive(bytes: Buffer): void {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    while (this.#waiting.length >= header.length) {
      const length = this.#waiting.readUInt16BE(2);
      if (length < header.length) {
        this.destroy(coded('EPROTO'));
        return;
      }
      if (this.#waiting.length < length) return;
      this.push(this.#waiting.subarray(header.length, length));
      this.#waiting = this.#waiting.subarray(length);
    }
  }
}

function packets(body: Buffer): Buffer[] {
  const room = largestPacket - header.length;
  const count = Math.max(1, Math.ceil(body.length / room));
  return Array.from({ length: count }, (_, at) => {
    const piece = body.subarray(at * room, (at + 1) * room);
    const head = Buffer.alloc(header.length);
    head.writeUInt8(header.prelogin, 0);
    head.writeUInt8(at === count - 1 ? header.last : 0, 1);
    head.writeUInt16BE(piece.length + header.length, 2);
    head.writeUInt8((at + 1) % 256, 6);
    return Buffer.concat([head, piece]);
  });
}

/** An error by the code that the system would give it. */
const coded = (code: string) => Object.assign(new Error(code), { code });
