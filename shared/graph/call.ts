import { SourceError } from '../errors.ts';
import { broken } from './body.ts';
import { type Answer, exchange } from './exchange.ts';
import { newRequestId } from './graph-error.ts';
import { messages } from './messages.ts';
import { refusalError } from './refusal.ts';
import type { Send } from './send.ts';
import type { Item } from './source.ts';
import { rolesOf, type Tokens } from './tokens.ts';

/** What all calls to one Graph share. */
export interface Line {
  /** Scheme, host and port of Graph. */
  readonly root: string;
  readonly send: Send;
  readonly tokens: Tokens;
  readonly idleSeconds: number;
  /** Milliseconds, as an HTTP date is compared with. */
  now(): number;
}

/** One call: a document is asked for, or posted and answered. */
export interface Call {
  /** A path below the root, or a whole address. */
  readonly url: string;
  readonly post?: Item;
}

/**
 * One call with a token, which is renewed once when Graph refuses it. Sends nothing to another origin than the root's.
 * Rejects with `AccessError`, `SourceError`, or `TransientError` for what may pass.
 */
export async function callGraph(line: Line, call: Call, signal: AbortSignal): Promise<Item> {
  const url = addressOf(line, call.url);
  const token = await line.tokens.token(signal);
  const first = await converse(line, call, url, token, signal);
  if (first.answer.status !== 401) return documentOf(line, url, first);
  const claims = claimsAsked(first.answer.headers['www-authenticate'] ?? '');
  const renewed = await line.tokens.renew(token, claims, signal);
  return documentOf(line, url, await converse(line, call, url, renewed, signal));
}

/** The address of a call, which must be of the root's origin: host and port. */
export function addressOf({ root }: Pick<Line, 'root'>, address: string): URL {
  const url = new URL(address, root);
  if (url.origin === root) return url;
  throw new SourceError(messages.foreignHost(url.pathname, url.origin), { hint: messages.proxyHint });
}

interface Conversation {
  readonly answer: Answer;
  readonly requestId: string;
  readonly token: string;
}

async function converse(
  { send, idleSeconds }: Line,
  { post }: Call,
  url: URL,
  token: string,
  signal: AbortSignal,
): Promise<Conversation> {
  const requestId = newRequestId();
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'client-request-id': requestId,
    'user-agent': 'octopus-bridge',
    // A nightly reader gives way; and an enumeration that has grown since is told as it is.
    'x-ms-throttle-priority': 'low',
    prefer: 'include-unknown-enum-members',
  };
  const request = post
    ? {
        method: 'POST' as const,
        url: url.href,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(post),
      }
    : { method: 'GET' as const, url: url.href, headers };
  return { answer: await exchange(send, request, { idleSeconds, signal }), requestId, token };
}

function documentOf(line: Line, url: URL, { answer, requestId, token }: Conversation): Item {
  const { status, headers, text } = answer;
  const type = headers['content-type'] ?? '-';
  if (status >= 300 && status < 400) throw redirected(url, headers.location);
  if (status >= 300)
    throw refusalError({
      ...answer,
      path: url.pathname,
      host: url.host,
      requestId,
      roles: rolesOf(token),
      now: line.now(),
    });
  if (!/^application\/json\b/i.test(type))
    throw new SourceError(messages.notGraph(url.host, status, type), { hint: messages.proxyHint });
  return readDocument(text, url.pathname);
}

/** A JSON object; anything else did not arrive as it was sent. */
function readDocument(text: string, path: string): Item {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(path, error);
  }
  if (isItem(value)) return value;
  throw broken(path, new TypeError('not an object'));
}

/** Whether a value is a JSON object. */
export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function redirected(url: URL, location: string | undefined): SourceError {
  const to =
    location !== undefined && URL.canParse(location, url.href) ? new URL(location, url.href).origin : '-';
  return new SourceError(messages.foreignHost(url.pathname, to), { hint: messages.proxyHint });
}

/** The claims that a challenge asks the next token to carry; null when it asks for none. */
function claimsAsked(challenge: string): string | null {
  const found = /claims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1];
  return found === undefined ? null : Buffer.from(found, 'base64').toString('utf8');
}
