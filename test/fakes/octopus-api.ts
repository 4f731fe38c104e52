import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { type CertificateName, testCertificate } from './tds/certificates.ts';

/** An application key with every character that a URL, a shell or JSON would change. */
export const applicationKey = 'K3y&="\\é+clé';

/** The calls that are known of the API. */
export type CallName = 'token' | 'lists' | 'execute';

/** What an ordinary answer is replaced by. */
export type OctopusFault =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'html' }
  /** A whole HTTP answer with half a JSON text. */
  | { readonly kind: 'truncated' }
  /** The connection ends in the middle of the answer. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'answer'; readonly value: unknown };

export interface OctopusOptions {
  readonly rows?: readonly unknown[];
  /** Takes the place of the answer of one call, always or the first time. */
  readonly fault?: OctopusFault & { readonly at: CallName; readonly once?: true };
  readonly certificate?: CertificateName;
  /** Without encryption, on this machine. */
  readonly plain?: true;
}

/** One call as the server saw it. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  /** Names of the question's parameters. */
  readonly asked: readonly string[];
  readonly authorization: string | null;
  readonly body: string;
}

/** The REST API of an Octopus, as far as it is known, the rest invented. */
export interface FakeOctopus {
  readonly url: string;
  readonly calls: readonly SeenCall[];
  /** Every token given out. */
  readonly tokens: readonly string[];
  close(): void;
}

const lists = [
  { id: 7, name: 'Tous les serveurs' },
  { id: 42, name: 'Relecture' },
  { id: 43, name: 'Deux fois' },
  { id: 44, name: 'Deux fois' },
];
const json = { 'Content-Type': 'application/json; charset=utf-8' };
const loginPage = '<!DOCTYPE html><html><body><form><input type="password"></form></body></html>';

/** Starts a server for one application key and one list. */
export async function startOctopus(options: OctopusOptions = {}): Promise<FakeOctopus> {
  const calls: SeenCall[] = [];
  const tokens: string[] = [];
  let fault = options.fault ?? null;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'https://localhost');
    const authorization = request.headers.authorization ?? null;
    const body = await text(request);
    calls.push({
      method: String(request.method),
      path: pathname,
      asked: [...searchParams.keys()],
      authorization,
      body,
    });
    const send = (status: number, value: unknown) =>
      response.writeHead(status, json).end(JSON.stringify(value));
    const name = callOf(String(request.method), pathname);
    if (name === null) return void send(404, { message: 'not found' });
    if (fault?.at === name) {
      const { once: isOnce } = fault;
      applyFault(fault, response);
      if (isOnce) fault = null;
      return;
    }
    if (name === 'token') {
      if (searchParams.get('ApplicationKey') !== applicationKey)
        return void send(401, { message: `unknown key ${searchParams.get('ApplicationKey')}` });
      const token = `jeton-${tokens.length + 1}-Zx9+/=`;
      tokens.push(token);
      return void send(200, { token, expiresIn: 3600 });
    }
    if (authorization !== `Bearer ${tokens.at(-1)}`)
      return void send(401, { message: `no ${authorization}` });
    send(200, name === 'lists' ? lists : (options.rows ?? []));
  };
  const handler = (request: IncomingMessage, response: ServerResponse) => void answer(request, response);
  const server = options.plain
    ? createHttp(handler)
    : createHttps(testCertificate(options.certificate ?? 'trusted'), handler);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server does not listen');
  const url = `${options.plain ? 'http' : 'https'}://localhost:${address.port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, calls, tokens, close };
}

function callOf(method: string, path: string): CallName | null {
  if (method === 'GET' && path === '/api/auth/apitoken') return 'token';
  if (method === 'GET' && path === '/api/querylist/get/Configurations') return 'lists';
  return method === 'POST' && path === '/api/query/execute/42' ? 'execute' : null;
}

function applyFault(fault: OctopusFault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      // Some servers repeat the question in their fault pages.
      response.writeHead(fault.status, json).end(JSON.stringify({ url: response.req.url }));
      break;
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(loginPage);
      break;
    case 'truncated':
      response.writeHead(200, json).end('[{"Nom":"GH-LT-');
      break;
    case 'cut':
      response.writeHead(200, { ...json, 'Content-Length': 100_000 });
      response.write('[{"Nom":"GH-LT-', () => response.socket?.destroy());
      break;
    case 'redirect':
      response.writeHead(302, { Location: fault.to }).end();
      break;
    case 'silence':
      break;
    case 'answer':
      response.writeHead(200, json).end(JSON.stringify(fault.value));
  }
}
