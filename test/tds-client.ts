import sql from 'mssql';
import { onTestFinished } from 'vitest';
import { testAuthority } from './fakes/tds/certificates.ts';
import { type ServerOptions, startTdsServer, type TdsServer } from './fakes/tds/server.ts';

export const password = 'p;ü"=é{}';

/** Options of a client that trusts the test authority and expects the server's name. */
export const encrypted = {
  encrypt: true,
  serverName: 'sccm.test',
  cryptoCredentialsDetails: { ca: testAuthority },
} as const;

/** A server that ends with the test. */
export async function serve(options: ServerOptions): Promise<TdsServer> {
  const server = await startTdsServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** The real driver, not connected; at the end of the test it is closed, and the server ends what it still waits for. */
export function client(
  server: TdsServer,
  { options, ...config }: Partial<sql.config> = {},
): sql.ConnectionPool {
  const pool = new sql.ConnectionPool({
    server: server.host,
    port: server.port,
    user: 'svc_bridge',
    password,
    database: 'CM_XYZ',
    pool: { max: 1, min: 0 },
    requestTimeout: 0,
    ...config,
    options: { encrypt: false, appName: 'octopus-bridge', ...options },
  });
  pool.on('error', () => {});
  onTestFinished(() => {
    pool.close().catch(() => {});
  });
  return pool;
}

/** The real driver, connected. */
export async function connect(
  server: TdsServer,
  config: Partial<sql.config> = {},
): Promise<sql.ConnectionPool> {
  return client(server, config).connect();
}

/** What became of a streamed query: `events` in their order, `error` as the driver gave it. */
export interface Streamed {
  rows: number;
  error: { code?: string; number?: number; message: string } | null;
  events: string[];
}

/** Streams a query to its end; `onRow` may cancel it. */
export function stream(
  pool: sql.ConnectionPool,
  text: string,
  onRow: (count: number, request: sql.Request) => void = () => {},
): Promise<Streamed> {
  const seen: Streamed = { rows: 0, error: null, events: [] };
  const request = new sql.Request(pool);
  request.stream = true;
  request.arrayRowMode = true;
  request.on('row', () => {
    seen.rows += 1;
    onRow(seen.rows, request);
  });
  request.on('error', (error: Error) => {
    seen.error = error;
    seen.events.push('error');
  });
  return new Promise((resolve) => {
    request.on('done', () => {
      seen.events.push('done');
      resolve(seen);
    });
    void request.query(text);
  });
}
