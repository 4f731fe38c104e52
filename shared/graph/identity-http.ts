import type { ClientSecretCredentialOptions } from '@azure/identity';
import { SourceError } from '../errors.ts';
import { type Answer, exchange, type Manner } from './exchange.ts';
import { messages as loginMessages } from './login-messages.ts';
import { messages } from './messages.ts';
import { Busy } from './persistence.ts';
import { busyHint, isPassing } from './refusal.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Send } from './send.ts';

export type HttpClient = NonNullable<ClientSecretCredentialOptions['httpClient']>;
type IdentityRequest = Parameters<HttpClient['sendRequest']>[0];
type IdentityHeaders = IdentityRequest['headers'];

/**
 * Lets the identity library speak through `send`: same proxy, same authorities, same watch as Graph itself. Its own errors
 * hide what happened, so `failed` is told first.
 */
export function identityHttp(send: Send, manner: () => Manner, failed: (error: unknown) => void): HttpClient {
  return {
    sendRequest: async (request) => {
      try {
        const answer = await exchange(send, toSend(request), manner());
        checkAnswer(answer, new URL(request.url));
        return {
          request,
          status: answer.status,
          headers: headersOf(answer.headers),
          bodyAsText: answer.text,
        };
      } catch (error) {
        failed(error);
        throw error;
      }
    },
  };
}

function toSend({ method, url, headers, body }: IdentityRequest) {
  const own = { ...headers.toJSON(), 'accept-encoding': 'gzip' };
  if (method === 'GET') return { method, url, headers: own } as const;
  return { method: 'POST', url, headers: own, ...(typeof body === 'string' && { body }) } as const;
}

/** Throws for an answer that the library should not see: busy, redirected, or not of a login service at all. */
function checkAnswer({ status, headers, text }: Answer, { host, pathname }: URL): void {
  if (isPassing(status)) {
    const retryAfter = readRetryAfter(headers['retry-after'], Date.now());
    const said = messages.busy(`${host}${pathname}`, status, retryAfter, '');
    throw new Busy(said, busyHint(status), retryAfter, false);
  }
  if ((status >= 300 && status < 400) || !isJson(text))
    throw new SourceError(loginMessages.notLogin(host, status, headers['content-type'] ?? '-'), {
      hint: messages.proxyHint,
    });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Headers in the manner of the library. */
function headersOf(headers: Answer['headers']): IdentityHeaders {
  const named = new Map(Object.entries(headers));
  return {
    get: (name) => named.get(name.toLowerCase()),
    set: (name, value) => void named.set(name.toLowerCase(), String(value)),
    has: (name) => named.has(name.toLowerCase()),
    delete: (name) => void named.delete(name.toLowerCase()),
    toJSON: () => Object.fromEntries(named),
    [Symbol.iterator]: () => named.entries(),
  };
}
