import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { AccessError, SourceError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from './messages.ts';
import { networkError } from './network-error.ts';

/** How to reach Octopus, the same for every call. */
export interface Way {
  readonly url: string;
  /** PEM text of an authority; null for those that this machine trusts. */
  readonly authority: string | null;
  readonly timeLimitSeconds: number;
  readonly maxMegabytes: number;
}

/** One call of the API. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Below the address. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What to do when Octopus refuses. */
  readonly refusedHint: Text;
}

/** Octopus answered 401: what came with the call is not, or no longer, good. */
export class CredentialRefused extends AccessError {}

/** Host and path of a call, for messages: never its question, which may hold the key. */
export function placeOf({ url }: Pick<Way, 'url'>, { path }: Pick<Call, 'path'>): string {
  const { host, pathname } = addressOf(url, path);
  return `${host}${pathname}`;
}

/**
 * The JSON that Octopus answers. Follows no redirection. Throws `AccessError` when refused, `SourceError` on anything
 * that is not one whole JSON answer within the limits, and the reason of the signal when it was given.
 */
export async function callOctopus(way: Way, call: Call, signal: AbortSignal): Promise<unknown> {
  const place = placeOf(way, call);
  const limit = AbortSignal.timeout(way.timeLimitSeconds * 1000);
  let text: string;
  try {
    const response = await send(way, call, AbortSignal.any([signal, limit]));
    checkStatus(response, place, call.refusedHint);
    text = await readText(response, way.maxMegabytes, place);
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted)
      throw new SourceError(messages.slow(place, way.timeLimitSeconds), { hint: messages.slowHint });
    throw networkError(error, place);
  }
  return parsed(text, place);
}

function addressOf(url: string, path: string): URL {
  return new URL(path.replace(/^\//, ''), url.replace(/\/?$/, '/'));
}

function send({ url, authority }: Way, call: Call, signal: AbortSignal): Promise<IncomingMessage> {
  const address = addressOf(url, call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) address.searchParams.set(name, value);
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  const headers = {
    Accept: 'application/json',
    ...call.headers,
    ...(body === null
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
  };
  const options = { method: call.method, headers, signal, agent: false } as const;
  return new Promise((resolve, reject) => {
    const request =
      address.protocol === 'https:'
        ? requestHttps(address, { ...options, ...(authority === null ? {} : { ca: authority }) }, resolve)
        : requestHttp(address, options, resolve);
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

function checkStatus(response: IncomingMessage, place: string, hint: Text): void {
  const { statusCode: status = 0, headers } = response;
  if (status >= 200 && status < 300 && !/\bhtml\b/i.test(headers['content-type'] ?? '')) return;
  response.destroy();
  if (status === 401) throw new CredentialRefused(messages.refused(place, status), { hint });
  if (status === 403) throw new AccessError(messages.refused(place, status), { hint });
  if (status >= 300 && status < 400)
    throw new SourceError(messages.redirected(place, originOf(headers.location)), {
      hint: messages.redirectedHint,
    });
  if (status < 200 || status >= 400)
    throw new SourceError(messages.status(place, status), { hint: messages.statusHint(status) });
  throw new SourceError(messages.webPage(place), { hint: messages.webPageHint });
}

/** Where a redirection leads, without path and question; empty when it stays on the same server. */
const originOf = (location: string | undefined): string =>
  location !== undefined && URL.canParse(location) ? new URL(location).origin : '';

async function readText(response: IncomingMessage, megabytes: number, place: string): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > megabytes * 1024 * 1024)
      throw new SourceError(messages.tooLarge(place, megabytes), { hint: messages.tooLargeHint });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** The fault of a text that is no JSON quotes the text: it is not kept as a cause. */
function parsed(text: string, place: string): unknown {
  if (/^\s*</.test(text)) throw new SourceError(messages.webPage(place), { hint: messages.webPageHint });
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceError(messages.notJson(place), { hint: messages.notJsonHint });
  }
}
