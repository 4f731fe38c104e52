import { setTimeout as pause } from 'node:timers/promises';
import type sql from 'mssql';
import { ConfigError, TransientError } from '../errors.ts';
import type { Secrets } from '../secret.ts';
import { driverConfig } from './driver-config.ts';
import { connectError, driverThrew } from './driver-errors.ts';
import { requireEncryption } from './encryption.ts';
import { messages } from './messages.ts';
import { readingTokens } from './query-file.ts';
import type { SqlServerSettings } from './settings.ts';
import type { Catalogue, RowSink, SqlQuery, SqlSource } from './source.ts';
import { streamRows } from './stream.ts';

type Driver = typeof sql;

const closeMilliseconds = 2_000;
const lockMilliseconds = 30_000;
/** Waits for locks only so long, gives way in a deadlock, and never sees uncommitted rows. */
const politeness = `SET LOCK_TIMEOUT ${lockMilliseconds}; SET DEADLOCK_PRIORITY LOW; SET TRANSACTION ISOLATION LEVEL READ COMMITTED;`;
const catalogueQuery =
  'SELECT c.TABLE_SCHEMA AS schemaName, c.TABLE_NAME AS tableName, c.COLUMN_NAME AS columnName FROM INFORMATION_SCHEMA.COLUMNS AS c';

/** A connection, and the error numbers that the server sent on it while logging in. */
interface Line {
  readonly pool: sql.ConnectionPool;
  readonly told: number[];
}

/** A SQL Server, read-only: each query has a connection to itself, told to be polite before it is used. */
export class SqlServerSource implements SqlSource {
  readonly connections: number;
  readonly #settings: SqlServerSettings;
  readonly #config: sql.config;
  readonly #idle: Line[] = [];

  /** Fetches the password and the certificate authority, relative to `folder`; contacts nothing. */
  constructor(settings: SqlServerSettings, secrets: Secrets, folder: string) {
    this.#settings = settings;
    this.connections = settings.connections;
    this.#config = driverConfig(settings, secrets, folder);
  }

  async catalogue(signal: AbortSignal): Promise<Catalogue> {
    const views = new Map<string, Set<string>>();
    const sink: RowSink = {
      columns: () => {},
      row: ([schema, table, column]) => {
        const name = `${schema}.${table}`.toLowerCase();
        const columns = views.get(name) ?? new Set<string>();
        views.set(name, columns.add(String(column).toLowerCase()));
      },
      restart: () => views.clear(),
    };
    await this.read(
      { text: catalogueQuery, parameters: {}, origin: 'INFORMATION_SCHEMA.COLUMNS' },
      sink,
      signal,
    );
    return views;
  }

  async read(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    readingTokens(query.text, query.origin); // whatever became of its file, nothing but a reading statement is sent
    const halt = new AbortController();
    const crashed = (error: unknown) => halt.abort(driverThrew(error, query.origin));
    // On bytes that make no sense the driver throws where no promise can catch it.
    process.on('uncaughtException', crashed);
    try {
      await this.#readGuarded(query, sink, AbortSignal.any([signal, halt.signal]));
    } finally {
      process.removeListener('uncaughtException', crashed);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ pool }) => closeQuietly(pool)));
  }

  async #readGuarded(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void> {
    const line = this.#idle.pop() ?? (await this.#newLine());
    try {
      await unlessAborted(this.#prepare(line, signal), signal);
      await streamRows(line.pool, query, sink, signal, this.#settings.idleSeconds);
    } catch (error) {
      await closeQuietly(line.pool);
      throw error;
    }
    this.#idle.push(line);
  }

  async #newLine(): Promise<Line> {
    const { login, encryption } = this.#settings;
    const { ConnectionPool } = await loadDriver(this.#settings);
    const told: number[] = [];
    const beforeConnect: sql.config['beforeConnect'] = (connection) => {
      if (encryption === 'required') requireEncryption(connection);
      connection.on('errorMessage', ({ number }: { number: number }) => told.push(number));
    };
    // The driver of Windows encrypts or fails by itself, and hands this hook no connection.
    const config = login.kind === 'windows' ? this.#config : { ...this.#config, beforeConnect };
    const pool = new ConnectionPool(config);
    pool.on('error', () => {}); // without a listener a dropped idle connection would end the process
    return { pool, told };
  }

  /** Connects if need be, and tells the connection to be polite; the driver itself sets no limit to the latter. */
  async #prepare({ pool, told }: Line, signal: AbortSignal): Promise<void> {
    const { server, database, idleSeconds } = this.#settings;
    try {
      await pool.connect();
      signal.throwIfAborted();
      await within(idleSeconds, server, pool.request().batch(politeness));
    } catch (error) {
      throw connectError(error, server, database, told);
    }
  }
}

/** The work's end, or the reason of the signal as soon as it is aborted. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** The work's end, or `TransientError` when it takes longer than the server may be silent. */
async function within<T>(seconds: number, server: string, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const text = messages.silent(server, seconds);
  const timer = setTimeout(
    () => late.abort(new TransientError(text, { hint: messages.unreachableHint })),
    seconds * 1000,
  );
  return unlessAborted(work, late.signal).finally(() => clearTimeout(timer));
}

/** Closes a pool that may be beyond closing; whatever stays open ends with the process. */
async function closeQuietly(pool: sql.ConnectionPool): Promise<void> {
  const late = new AbortController();
  const closed = pool.close().catch(() => {});
  await Promise.race([closed, pause(closeMilliseconds, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
}

async function loadDriver({ login }: SqlServerSettings): Promise<Driver> {
  if (login.kind !== 'windows') return (await import('mssql')).default;
  const missing = { hint: messages.windowsDriverMissingHint };
  if (process.platform !== 'win32') throw new ConfigError(messages.windowsDriverMissing, missing);
  try {
    return (await import('mssql/msnodesqlv8.js')).default;
  } catch (cause) {
    throw new ConfigError(messages.windowsDriverMissing, { ...missing, cause });
  }
}
