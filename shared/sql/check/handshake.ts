import type { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { agreesToEncrypt, askForEncryption, PreloginStream } from './prelogin.ts';

/** How to greet a server, and what to believe. */
export interface Greeting {
  /** TDS 8.0: TLS comes before everything else. */
  readonly strict: boolean;
  /** Name that the certificate must have. */
  readonly name: string;
  /** PEM; without it the authorities of the system. */
  readonly authority: string | null;
}

/** What a server shows before anybody logs in; `fault` is the reason not to believe it, by OpenSSL's or Node's code. */
export interface Shown {
  readonly certificate: X509Certificate;
  readonly fault: string | null;
}

/**
 * Goes as far as the server's certificate and no further, so that it can be looked at even when it is wrong: a login
 * is never sent. Null when the server does not agree to encrypt. Rejects when it answers nothing that makes sense, or
 * when the signal is aborted. The socket is spent.
 */
export async function greet(socket: Socket, greeting: Greeting, signal: AbortSignal): Promise<Shown | null> {
  const { authority, name, strict } = greeting;
  const options: ConnectionOptions = {
    ...(isIP(name) ? { host: name } : { servername: name }),
    ...(authority === null ? {} : { ca: authority }),
    rejectUnauthorized: false,
  };
  if (strict) return await show(connect({ ...options, socket, ALPNProtocols: ['tds/8.0'] }), signal);
  const stream = new PreloginStream(socket);
  stream.on('error', () => {}); // whoever waits for it is told
  if (!agreesToEncrypt(await exchange(stream, askForEncryption(), signal))) return null;
  return await show(connect({ ...options, socket: stream, maxVersion: 'TLSv1.2' }), signal);
}

async function exchange(stream: Duplex, message: Buffer, signal: AbortSignal): Promise<Buffer> {
  stream.write(message);
  const [answer] = await once(stream, 'data', { signal });
  return answer;
}

async function show(tls: TLSSocket, signal: AbortSignal): Promise<Shown> {
  tls.on('error', () => {});
  await once(tls, 'secureConnect', { signal });
  const certificate = tls.getPeerX509Certificate();
  if (!certificate) throw Object.assign(new Error('no certificate'), { code: 'EPROTO' });
  return { certificate, fault: tls.authorized ? null : String(tls.authorizationError) };
}
