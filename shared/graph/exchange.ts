import type { SourceError } from '../errors.ts';
import { type Reading, readText, watch } from './body.ts';
import { networkError } from './network-errors.ts';
import type { HttpReply, HttpRequest, Send } from './send.ts';

/** What came back, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: HttpReply['headers'];
  readonly text: string;
}

/** Who is spoken to, and how long it may be silent. */
export type Manner = Omit<Reading, 'subject'>;

/** One exchange, its answer read as text. Rejects with `SourceError`, or `TransientError` for what may pass. */
export const exchange = (send: Send, request: HttpRequest, manner: Manner): Promise<Answer> =>
  withReply(send, request, manner, async ({ status, headers, body }, reading) => {
    const text = await readText({ status, headers, body }, reading);
    return { status, headers, text };
  });

/** One exchange whose reply is used as it comes; whatever is left of it is dropped when its use ends. */
export async function withReply<T>(
  send: Send,
  request: HttpRequest,
  { idleSeconds, signal }: Manner,
  use: (reply: HttpReply, reading: Reading) => Promise<T>,
): Promise<T> {
  const { host } = new URL(request.url);
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const reading = { subject: host, idleSeconds, signal };
  try {
    const reply = await watch(send(request, both), reading).catch((error: unknown): never => {
      signal.throwIfAborted();
      throw networkError(error, host) satisfies SourceError | Error;
    });
    return await use(reply, reading);
  } finally {
    over.abort();
  }
}
