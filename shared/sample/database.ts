import { setImmediate } from 'node:timers/promises';
import type { Database, SQLiteValue } from 'node-sqlite3-wasm';
import { BridgeError, ConfigError, Interrupted } from '../errors.ts';
import type { Catalogue, Cell, RowSink, SqlQuery, SqlSource } from '../sql/source.ts';
import { readSampleCatalogue } from './catalogue.ts';
import { readFleet } from './fleet.ts';
import { messages } from './messages.ts';
import { fleetRows } from './rows.ts';
import { createTables, insertRows } from './tables.ts';

/** Rows between two moments at which signals and timers are heard. */
const rowsAtOnce = 2000;

/**
 * Opens the embedded sample database of a bridge: `catalogue.json` of the folder says which views there are, its
 * `*.yaml` files fill them. Everything is in memory. Throws `ConfigError` when a file is wrong.
 */
export async function openSampleDatabase(folder: string): Promise<SampleDatabase> {
  const sqlite = await import('node-sqlite3-wasm');
  const database = new sqlite.default.Database(':memory:');
  try {
    database.exec("ATTACH ':memory:' AS dbo");
    const catalogue = readSampleCatalogue(folder);
    createTables(database, catalogue);
    insertRows(database, catalogue, fleetRows(readFleet(folder), catalogue));
    return new SampleDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A source whose views live in memory; the queries of the bridge run on it unchanged. */
export class SampleDatabase implements SqlSource {
  readonly connections = 1;
  /** The SQLite database itself; its tables are declared with the types of SQL Server. */
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async catalogue(signal: AbortSignal): Promise<Catalogue> {
    throwIfAborted(signal);
    const views = new Map<string, Set<string>>();
    const columns = this.database.all(
      `SELECT v.name AS "view", c.name AS "column"
       FROM dbo.sqlite_schema AS v JOIN pragma_table_info(v.name, 'dbo') AS c WHERE v.type = 'table'`,
    );
    for (const { view, column } of columns) {
      const name = `dbo.${view}`.toLowerCase();
      views.set(name, (views.get(name) ?? new Set()).add(String(column).toLowerCase()));
    }
    return views;
  }

  async read(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    const values = boundValues(query);
    const names = this.#run(query, () => columnNames(this.database, query, values));
    const statement = this.#run(query, () => this.database.prepare(query.text));
    try {
      sink.columns(names);
      const rows = statement.iterate(values);
      for (let count = 1; ; count++) {
        const next = this.#run(query, () => rows.next());
        if (next.done) break;
        const row = next.value;
        sink.row(names.map((name) => toCell(row[name])));
        if (count % rowsAtOnce === 0) await setImmediate();
        throwIfAborted(signal);
      }
    } finally {
      statement.finalize();
    }
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
  }

  /** Tells what SQLite refused in the words of the user; errors of the sink pass untouched. */
  #run<T>(query: SqlQuery, act: () => T): T {
    try {
      return act();
    } catch (cause) {
      if (cause instanceof BridgeError) throw cause;
      throw refusal(query.origin, cause);
    }
  }
}

/** The values of the parameters that the text uses, outside strings and comments. */
function boundValues(query: SqlQuery): Record<string, string | number | boolean | null> {
  const given = new Map(Object.entries(query.parameters).map(([name, value]) => [name.toLowerCase(), value]));
  const bound: Record<string, string | number | boolean | null> = {};
  const token = /'(?:[^']|'')*'|"[^"]*"|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|@(\w+)/g;
  for (const [, name] of query.text.matchAll(token)) {
    if (name === undefined) continue;
    const value = given.get(name.toLowerCase());
    if (value === undefined)
      throw new ConfigError(messages.parameterMissing(query.origin, name), {
        hint: messages.parameterMissingHint,
      });
    bound[`@${name}`] = value;
  }
  return bound;
}

/** The names of a result, also of an empty one: those of a row of nulls that stands for it. */
function columnNames(database: Database, query: SqlQuery, values: ReturnType<typeof boundValues>): string[] {
  const text = query.text.replace(/;\s*$/, '');
  const probe = database.get(`SELECT * FROM (SELECT NULL AS ":") LEFT JOIN (\n${text}\n) ON 0`, values);
  const names = Object.keys(probe ?? {}).slice(1);
  const twice = names.find((name) => /:\d+$/.test(name));
  if (twice !== undefined)
    throw new ConfigError(messages.columnTwice(query.origin, twice.replace(/:\d+$/, '')), {
      hint: messages.columnTwiceHint,
    });
  return names;
}

function toCell(value: SQLiteValue | Record<string, SQLiteValue> | undefined): Cell {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function refusal(origin: string, cause: unknown): ConfigError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const [, kind, name = ''] = /^no such (table|column): (.+)$/.exec(reason) ?? [];
  const text =
    kind === 'table'
      ? messages.viewMissing(origin, name)
      : kind === 'column'
        ? messages.columnMissing(origin, name)
        : messages.queryRefused(origin, reason);
  const hint = kind === undefined ? messages.queryRefusedHint : messages.nameHint;
  return new ConfigError(text, { hint, cause });
}

/** The run says why it stops; a bare signal means that the user interrupted it. */
function throwIfAborted(signal: AbortSignal): void {
  if (!signal.aborted) return;
  if (signal.reason instanceof BridgeError) throw signal.reason;
  throw new Interrupted(messages.interrupted, { cause: signal.reason });
}
