import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { json, type PlayedReply, refused, TenantPlayer } from '../../../shared/graph/player.ts';
import type { Tenant } from '../../../shared/graph/tenant.ts';
import { type CertificateName, testCertificate } from '../tds/certificates.ts';
import { type Fault, FaultPlan } from './faults.ts';
import { Login } from './login.ts';
import { emptyRecords, type Part, type Records } from './records.ts';

/** What reading the inventory needs. */
export const inventoryRoles = [
  'DeviceManagementApps.Read.All',
  'DeviceManagementManagedDevices.Read.All',
  'Organization.Read.All',
];

/** How a test wants its Graph. */
export interface GraphServerOptions {
  readonly tenant: Tenant;
  /** `inventoryRoles` without it. */
  readonly roles?: readonly string[];
  /** `trusted` without it. */
  readonly certificate?: CertificateName;
  readonly faults?: readonly Fault[];
  /** Time that each answer of Graph takes. */
  readonly milliseconds?: number;
}

/**
 * Entra and Graph on one free port of this machine, and the storage of archives on another, all over HTTPS: a tenant as
 * data, played as the sample is, behind a real socket.
 */
export class GraphServer {
  readonly records: Records = emptyRecords();
  readonly login: Login;
  readonly #options: GraphServerOptions;
  readonly #faults = new FaultPlan();
  readonly #main: Server;
  readonly #storage: Server;
  #player: TenantPlayer | null = null;

  constructor(options: GraphServerOptions) {
    this.#options = options;
    this.login = new Login(() => this.root, options.roles ?? inventoryRoles, this.records.tokens);
    this.plan(...(options.faults ?? []));
    const certificate = testCertificate(options.certificate ?? 'trusted');
    this.#main = createServer(certificate, (request, response) => this.#handle(request, response, false));
    this.#storage = createServer(certificate, (request, response) => this.#handle(request, response, true));
  }

  /** Scheme, host and port of Entra and of Graph. */
  get root(): string {
    return `https://localhost:${portOf(this.#main)}`;
  }

  /** The same of the storage: any other origin. */
  get storageRoot(): string {
    return `https://localhost:${portOf(this.#storage)}`;
  }

  /** From now on these faults happen, and no others. */
  plan(...faults: readonly Fault[]): void {
    this.#faults.plan(faults);
  }

  async listen(): Promise<void> {
    for (const server of [this.#main, this.#storage]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    this.#player = new TenantPlayer(this.#options.tenant, this.storageRoot);
  }

  /** Ends every connection and stops listening; does nothing the second time. */
  async close(): Promise<void> {
    for (const server of [this.#main, this.#storage]) {
      if (!server.listening) continue;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  }

  #handle(request: IncomingMessage, response: ServerResponse, isStorage: boolean): void {
    this.#answer(request, response, isStorage).catch((error: unknown) => {
      const isOver = request.socket.destroyed || !this.#main.listening;
      if (!isOver) this.records.failures.push(new Error(`no answer: ${error}`));
      request.socket.destroy();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse, isStorage: boolean): Promise<void> {
    const { method = '', url: path = '' } = request;
    const body = await textOf(request);
    const bearer = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer === undefined ? 'none' : this.login.isGood(bearer) ? 'good' : 'refused';
    const part: Part = isStorage ? 'storage' : Login.owns(path) ? 'login' : 'graph';
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    this.records.arrivals.push({ part, method, path, headers, body, token });
    const fault = this.#faults.take(`${method} ${path}`);
    if (fault?.kind === 'silence') return;
    if (part === 'graph' && this.#options.milliseconds) await pause(this.#options.milliseconds);
    const plain = fault?.kind === 'answer' ? fault.reply : this.#reply({ part, method, path, body, token });
    const url = `${isStorage ? this.storageRoot : this.root}${path}`;
    const reply = fault?.kind === 'change' ? fault.change(plain, url) : plain;
    send(response, reply, headers['accept-encoding'] ?? '', fault);
  }

  #reply({ part, method, path, body, token }: Pick<Asked, 'part' | 'method' | 'path' | 'body' | 'token'>) {
    if (part === 'login') return this.login.answer(method, path, body);
    if (part === 'graph' && token !== 'good') return tokenExpired;
    const root = part === 'graph' ? this.root : this.storageRoot;
    const asked = { method, url: `${root}${path}`, ...(body !== '' && { body }) };
    return this.#player?.answer(asked) ?? refused(404, 'ResourceNotFound');
  }
}

type Asked = Records['arrivals'][number];

const tokenExpired = json(401, {
  error: {
    code: 'InvalidAuthenticationToken',
    message: 'Lifetime validation failed, the token is expired.',
    innerError: { 'request-id': '00000000-0000-4000-8000-000000000401' },
  },
});

/** Sends a reply, compressed for who takes it, or as much of it as the fault lets through. */
function send(response: ServerResponse, reply: PlayedReply, accepted: string, fault: Fault | null): void {
  const packs = /\bgzip\b/.test(accepted) && !('content-encoding' in reply.headers);
  const body = packs ? gzipSync(reply.body) : reply.body;
  response.writeHead(reply.status, {
    date: new Date().toUTCString(),
    ...reply.headers,
    ...(packs && { 'content-encoding': 'gzip' }),
    'content-length': body.length,
  });
  if (fault?.kind !== 'stall' && fault?.kind !== 'cut') response.end(body);
  else
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      if (fault.kind === 'cut') response.socket?.destroy();
    });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server does not listen');
  return address.port;
}

/** A Graph that listens. The test closes it. */
export async function startGraphServer(options: GraphServerOptions): Promise<GraphServer> {
  const server = new GraphServer(options);
  await server.listen();
  return server;
}
