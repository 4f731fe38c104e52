import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { TransientError } from '../errors.ts';
import { messages } from './messages.ts';
import type { HttpReply } from './send.ts';

/** Most that one JSON answer may hold; a page of 1,000 devices has about 2 MB. */
const mostTextBytes = 256 * 1024 * 1024;

/** How a body is read. */
export interface Reading {
  /** Who sends it, for messages. */
  readonly subject: string;
  /** Longest silence, in seconds. */
  readonly idleSeconds: number;
  readonly signal: AbortSignal;
}

/**
 * The work's end, the reason of the signal as soon as it is aborted, or `TransientError` after too long a silence. The
 * timer keeps the process alive: work that nothing will ever settle must not end it as if all were done.
 */
export function watch<T>(work: Promise<T>, { subject, idleSeconds, signal }: Reading): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    const late = () =>
      reject(new TransientError(messages.silent(subject, idleSeconds), { hint: messages.unreachableHint }));
    const timer = setTimeout(late, idleSeconds * 1000);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    });
  });
}

/** The bytes of a reply, unpacked; ends with `TransientError` when they break off, are damaged or do not come. */
export async function* readBytes(reply: HttpReply, reading: Reading): AsyncGenerator<Uint8Array> {
  const encoding = reply.headers['content-encoding'] ?? 'identity';
  const raw = watched(reply.body, reading);
  try {
    yield* encoding === 'gzip' ? pipeline(raw, createGunzip(), () => {}) : raw;
  } catch (error) {
    reading.signal.throwIfAborted();
    if (error instanceof TransientError) throw error;
    throw broken(reading.subject, error);
  }
}

/** A reply as text. */
export async function readText(reply: HttpReply, reading: Reading): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of readBytes(reply, reading)) {
    bytes += chunk.length;
    if (bytes > mostTextBytes) throw broken(reading.subject, new RangeError(`${bytes} bytes`));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A body that did not arrive as it was sent. */
export function broken(subject: string, cause: unknown): TransientError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new TransientError(messages.broken(subject, detail), { hint: messages.unreachableHint, cause });
}

/** Passes chunks on, as long as each comes in time. */
async function* watched(body: AsyncIterable<Uint8Array>, reading: Reading): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await watch(chunks.next(), reading);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    void Promise.resolve(chunks.return?.()).catch(() => {}); // of a body that hangs it may never end
  }
}
