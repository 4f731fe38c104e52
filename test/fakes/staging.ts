import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { parse } from 'yaml';
import { MssqlDatabase } from '../../output/mssql/database.ts';
import { mssqlOutputSettings } from '../../output/mssql/settings.ts';
import { Secrets } from '../../shared/secret.ts';
import { type Ended, runBridge } from './command.ts';
import type { Value } from './tds/cell.ts';
import type { Fault } from './tds/faults.ts';
import type { Answer, Call, Reply } from './tds/reply.ts';
import { startTdsServer, type TdsServer } from './tds/server.ts';
import { sqlErrors } from './tds/sql-messages.ts';

/** A password that no output may hold but the one file that a test asks for. */
export const password = 'Tr0ub4dor&"\\é';

/** A SQL Server with a database of the site's own, in which SQLite keeps what is written, and a command to fill it. */
export interface Staging {
  readonly server: TdsServer;
  /** Folder of `bridge.yaml`. */
  readonly home: string;
  /** Folder of the importer configuration and the manifest. */
  readonly folder: string;
  /** Statements that the tables were prepared with, or that another program runs. */
  exec(sql: string): void;
  /** The rows of a view as others see them, its headers first. */
  rows(view?: string): (string | null)[][];
  /** The database as the command opens it; nothing is contacted yet. */
  open(): MssqlDatabase;
  run(...args: readonly string[]): Promise<Ended>;
  close(): Promise<void>;
}

/** Starts a server; `settings` are lines of `output.mssql` that differ from the ordinary ones, by name. */
export async function openStaging(
  settings: Readonly<Record<string, string>> = {},
  faults: readonly Fault[] = [],
): Promise<Staging> {
  const database = new sqlite.Database(':memory:');
  database.exec("ATTACH ':memory:' AS octopus");
  const undo = () => database.isOpen && database.inTransaction && database.exec('ROLLBACK');
  const server = await startTdsServer({ answer: answerFrom(database), faults, gone: undo });
  const home = mkdtempSync(join(tmpdir(), 'bridge-test-'));
  const folder = join(home, 'import');
  mkdirSync(folder);
  const config = join(home, 'bridge.yaml');
  writeFileSync(config, configuration({ port: String(server.port), ...settings }));
  const run = (...args: readonly string[]) =>
    runBridge(
      ['sccm', '--sample', '--out', 'mssql', '--config', config, '--state', join(home, 'state'), ...args],
      { BRIDGE_TEST_PASSWORD: password },
    );
  return {
    server,
    home,
    folder,
    exec: (sql) => database.exec(sql),
    rows: (view = 'OctopusCI') => rowsOf(database, view),
    open: () =>
      new MssqlDatabase(readSettings(config), new Secrets({ BRIDGE_TEST_PASSWORD: password }), home),
    run,
    close: async () => {
      await server.close();
      database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The block `output.mssql` of a site, and the source that its database must not be. */
const stagingSettings = {
  server: 'localhost',
  database: 'Staging',
  folder: 'import',
  login: '{ kind: sql, user: svc_bridge, password: { env: BRIDGE_TEST_PASSWORD } }',
  certificateAuthority: join(process.cwd(), 'test', 'fakes', 'tds', 'certificates', 'authority.pem'),
};

function configuration(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...stagingSettings, ...settings }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const source = '{ server: sql01, database: Inventaire, login: { kind: windows } }';
  return `sources:\n  sccm: ${source}\noutput:\n  mssql:\n    ${lines.join('\n    ')}\n`;
}

const readSettings = (config: string) =>
  mssqlOutputSettings.parse(parse(readFileSync(config, 'utf8')).output.mssql);

/** What SQL Server would answer to the statements of the output; it understands no others. */
function answerFrom(database: Database): Answer {
  return (call) => {
    const { kind, sql } = call;
    if (kind === 'bulk') return insert(database, call);
    if (/^insert bulk/i.test(sql)) return {};
    if (/OBJECT_ID\(@view\)/.test(sql)) return { sets: [stateOf(database, call)] };
    if (/^SELECT \* FROM/.test(sql)) return { sets: [page(database, call)] };
    if (kind === 'transaction' || /^(CREATE|DROP) /.test(sql)) {
      database.exec(sql.replaceAll('nvarchar(max)', 'nvarchar'));
      return {};
    }
    return { error: sqlErrors.badAnswer(sql) };
  };
}

/** The name between the last brackets. */
const nameIn = (sql: string): string => /\[octopus\]\.\[([^\]]+)\]/.exec(sql)?.[1] ?? '';

function insert(database: Database, { sql, rows = [] }: Call): Reply {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => `[${name}]`).join(', ');
  const marks = names.map(() => '?').join(', ');
  const statement = database.prepare(`INSERT INTO [octopus].[${nameIn(sql)}] (${columns}) VALUES (${marks})`);
  for (const row of rows) statement.run(names.map((name) => row[name] ?? null));
  statement.finalize();
  return {};
}

function stateOf(database: Database, { parameters }: Call) {
  const find = (name: unknown) =>
    database.get('SELECT rowid AS id, sql FROM octopus.sqlite_schema WHERE name = ?', [nameIn(String(name))]);
  const [view, rows] = [find(parameters.view), find(parameters.rows)];
  const marked = String(rows?.sql).includes(`[${parameters.mark}]`);
  const row: Value[] = [view ? 1 : null, view ? String(view.sql) : null, rows ? 2 : null, marked ? 4 : null];
  const columns = ['viewId', 'viewText', 'rowsId', 'markLength'].map((name) => ({
    name,
    type: name === 'viewText' ? 'nvarchar(max)' : 'int',
  }));
  return { columns, rows: [row] };
}

function page(database: Database, { sql, parameters }: Call) {
  const table = nameIn(sql);
  const names = database.all(`SELECT name, type FROM pragma_table_info('${table}', 'octopus')`);
  const columns = names.map(({ name, type }) => ({
    name: String(name),
    type: type === 'INT' || type === 'int' ? 'int' : 'nvarchar(max)',
  }));
  const bound = { '@after': Number(parameters.after), '@last': Number(parameters.last) };
  const found = database.all(sql, bound);
  const cell = (value: unknown): Value =>
    typeof value === 'string' || typeof value === 'number' ? value : null;
  return { columns, rows: found.map((row) => columns.map(({ name }) => cell(row[name]))) };
}

function rowsOf(database: Database, view: string): (string | null)[][] {
  const names = database.all(`SELECT name FROM pragma_table_info('${view}', 'octopus')`);
  const headers = names.map(({ name }) => String(name));
  const rows = database.all(`SELECT * FROM octopus.[${view}]`);
  return [
    headers,
    ...rows.map((row) => headers.map((name) => (row[name] === null ? null : String(row[name])))),
  ];
}
