import { setTimeout as pause } from 'node:timers/promises';
import type sql from 'mssql';
import { type BridgeError, ConfigError } from '../errors.ts';
import type { Secrets } from '../secret.ts';
import { driverConfig } from './driver-config.ts';
import { connectError, queryError } from './driver-errors.ts';
import { requireEncryption } from './encryption.ts';
import { messages } from './messages.ts';
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

/** A SQL Server, read-only: each query has a connection to itself, told to be polite before it is used. */
export class SqlServerSource implements SqlSource {
  readonly connections: number;
  readonly #settings: SqlServerSettings;
  readonly #config: sql.config;
  readonly #idle: sql.ConnectionPool[] = [];
  readonly #loginNumbers: number[] = [];

  /** Fetches the password and the certificate authority, relative to `folder`; contacts nothing. */
  constructor(settings: SqlServerSettings, secrets: Secrets, folder: string) {
    this.#settings = settings;
    this.connections = settings.connections;
    this.#config = {
      ...driverConfig(settings, secrets, folder),
      beforeConnect: (connection) => {
        if (settings.encryption === 'required') requireEncryption(connection);
        connection.on('errorMessage', (told: { number: number }) => this.#loginNumbers.push(told.number));
      },
    };
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
    const pool = this.#idle.pop() ?? (await this.#connect());
    try {
      await pool.request().batch(politeness);
      await streamRows(pool, query, sink, signal, this.#settings.idleSeconds);
      this.#idle.push(pool);
    } catch (error) {
      await closeQuietly(pool);
      signal.throwIfAborted();
      throw isOurs(error) ? error : queryError(error, query.origin);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(closeQuietly));
  }

  async #connect(): Promise<sql.ConnectionPool> {
    const { ConnectionPool } = await loadDriver(this.#settings);
    this.#loginNumbers.length = 0;
    const pool = new ConnectionPool(this.#config);
    pool.on('error', () => {}); // without a listener a dropped idle connection would end the process
    try {
      return await pool.connect();
    } catch (error) {
      await closeQuietly(pool);
      if (isOurs(error)) throw error;
      throw connectError(error, this.#settings.server, this.#settings.database, this.#loginNumbers);
    }
  }
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

function isOurs(error: unknown): error is BridgeError {
  return error instanceof Error && 'exitCode' in error;
}
