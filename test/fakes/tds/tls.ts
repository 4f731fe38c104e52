import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Certificate } from './certificates.ts';
import { MessageReader, packet, packetType } from './packet.ts';

/** TLS on a connection, and how to leave it again with the connection still open. */
export interface SecureLayer {
  readonly stream: TLSSocket;
  leave(): void;
}

/** TDS 8.0: TLS comes first and says so by ALPN. A client that does not is put out. */
export function tlsBeforeTds(socket: Socket, certificate: Certificate): TLSSocket {
  const stream = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ ...certificate, minVersion: 'TLSv1.2' }),
    ALPNProtocols: ['tds/8.0'],
  });
  stream.once('secure', () => {
    if (stream.alpnProtocol !== 'tds/8.0') stream.destroy();
  });
  return stream;
}

/** TDS 7.4: TLS begins after PRELOGIN; it stays below 1.3, as on a real server. */
export function tlsInsideTds(socket: Socket, certificate: Certificate): SecureLayer {
  const carrier = new HandshakeCarrier(socket);
  const stream = new TLSSocket(carrier, {
    isServer: true,
    secureContext: createSecureContext({ ...certificate, maxVersion: 'TLSv1.2' }),
  });
  const receive = (chunk: Buffer) => carrier.receive(chunk);
  socket.on('data', receive);
  return { stream, leave: () => socket.off('data', receive) };
}

/**
 * Carries TLS records: inside PRELOGIN packets while the handshake lasts, bare afterwards. The client's first bare
 * record tells that the handshake is over for both sides.
 */
class HandshakeCarrier extends Duplex {
  readonly #socket: Socket;
  readonly #reader = new MessageReader();
  #bare = false;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.once('close', () => this.destroy());
  }

  receive(chunk: Buffer): void {
    if (this.#reader.atBoundary && chunk[0] !== packetType.prelogin) this.#bare = true;
    if (this.#bare) this.push(chunk);
    else for (const { body } of this.#reader.push(chunk)) this.push(body);
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#carry(chunk, done);
  }

  /** A flight of the handshake is one message: clients wait for exactly one. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#carry(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  #carry(records: Buffer, done: () => void): void {
    this.#socket.write(this.#bare ? records : packet(packetType.prelogin, true, 0, records), done);
  }
}
