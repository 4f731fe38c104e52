import type sql from 'mssql';
import type { Secrets } from '../secret.ts';
import { driverConfig } from './driver-config.ts';
import { connectError, driverThrew } from './driver-errors.ts';
import { closeQuietly, type Line, newLine, unlessAborted, within } from './line.ts';
import { readingTokens } from './query-file.ts';
import type { SqlServerSettings } from './settings.ts';
import type { Catalogue, RowSink, SqlQuery, SqlSource } from './source.ts';
import { streamRows } from './stream.ts';

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
    const line = this.#idle.pop() ?? (await newLine(this.#settings, this.#config));
    try {
      await unlessAborted(this.#prepare(line, signal), signal);
      await streamRows(line.pool, query, sink, signal, this.#settings.idleSeconds);
    } catch (error) {
      await closeQuietly(line.pool);
      throw error;
    }
    this.#idle.push(line);
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
