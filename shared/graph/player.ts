import { randomUUID } from 'node:crypto';
import { type PlayedExports, playExports } from './player-exports.ts';
import type { Send } from './send.ts';
import type { Item } from './source.ts';
import type { Tenant } from './tenant.ts';

const defaultPageSize = 1_000;
const exportJobs = '/deviceManagement/reports/exportJobs';

/** What is asked of a played Graph. */
export interface PlayedRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

/** What it answers. */
export interface PlayedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Answers about a tenant as Graph does: documents, collections by pages with `$select` and `$top`, batches, and export
 * jobs whose archives lie at `storage`, another origin. Asks nobody for a token.
 */
export class TenantPlayer {
  readonly #tenant: Tenant;
  readonly #exports: PlayedExports;

  constructor(tenant: Tenant, storage: string) {
    this.#tenant = tenant;
    this.#exports = playExports(tenant, storage);
  }

  answer({ method, url, body }: PlayedRequest): PlayedReply {
    const address = new URL(url);
    const archive = this.#exports.archive(address.href);
    if (archive) return { status: 200, headers: { 'content-type': 'application/zip' }, body: archive };
    const [, version, path] = /^\/(v1\.0|beta)(\/.*)$/.exec(decodeURIComponent(address.pathname)) ?? [];
    if (version === undefined || path === undefined) return refused(404, 'ResourceNotFound');
    if (method === 'POST' && path === '/$batch') return this.#batch(address, version, posted(body));
    if (path.startsWith(exportJobs)) return this.#job(method, path, posted(body));
    if (method !== 'GET') return refused(405, 'MethodNotAllowed');
    return this.#read(address);
  }

  #read(address: URL): PlayedReply {
    const path = decodeURIComponent(address.pathname);
    const select = address.searchParams.get('$select')?.split(',') ?? null;
    const document = this.#tenant.documents[path];
    if (document) return json(200, chosen(document, select));
    const collection = this.#tenant.collections[path];
    const size = Number(address.searchParams.get('$top') ?? this.#tenant.pageSize ?? defaultPageSize);
    return collection
      ? json(200, pageOf(collection, address, size, select))
      : refused(404, 'ResourceNotFound');
  }

  #job(method: string, path: string, body: Item): PlayedReply {
    const job = this.#exports.job(method, path, body);
    if (job) return json(method === 'POST' ? 201 : 200, job);
    return method === 'POST' ? refused(400, 'BadRequest') : refused(404, 'ResourceNotFound');
  }

  #batch(address: URL, version: string, { requests }: Item): PlayedReply {
    const parts = (Array.isArray(requests) ? requests : []).map(({ id, method, url }) => {
      const reply = this.answer({ method, url: `${address.origin}/${version}${url}` });
      return { id, status: reply.status, headers: reply.headers, body: JSON.parse(reply.body.toString()) };
    });
    return json(200, { responses: parts.reverse() }); // the order of a batch is not kept
  }
}

/** A tenant in place of the network. */
export function playTenant(tenant: Tenant): Send {
  const player = new TenantPlayer(tenant, 'https://storage.invalid');
  return async (request) => {
    const { status, headers, body } = player.answer(request);
    return {
      status,
      headers,
      body: (async function* () {
        yield body;
      })(),
    };
  };
}

/** A page, and the opaque link to the next one. */
function pageOf(items: readonly Item[], address: URL, size: number, select: readonly string[] | null): Item {
  const start = Number(address.searchParams.get('$skiptoken') ?? 0);
  const next = new URL(address);
  next.searchParams.set('$skiptoken', String(start + size));
  return {
    '@odata.count': Math.min(size, items.length - start),
    value: items.slice(start, start + size).map((item) => chosen(item, select)),
    ...(start + size < items.length && { '@odata.nextLink': next.href }),
  };
}

/** The properties that were asked for; one that the item lacks is null. */
const chosen = (item: Item, select: readonly string[] | null): Item =>
  select ? Object.fromEntries(select.map((name) => [name, item[name] ?? null])) : item;

const posted = (body: string | undefined): Item => Object(JSON.parse(body ?? '{}'));

/** A reply in JSON. */
export function json(status: number, value: unknown, headers: PlayedReply['headers'] = {}): PlayedReply {
  const own = { 'content-type': 'application/json;charset=utf-8', 'request-id': randomUUID() };
  return { status, headers: { ...own, ...headers }, body: Buffer.from(JSON.stringify(value)) };
}

/** A refusal in the words of Graph. */
export function refused(status: number, code: string, message: string = code): PlayedReply {
  return json(status, { error: { code, message, innerError: { 'request-id': randomUUID() } } });
}
