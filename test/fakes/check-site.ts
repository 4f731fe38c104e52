import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { type SystemQueryName, systemQueries } from '../../shared/sql/check/system-queries.ts';
import { type Ended, type Running, startBridge } from './command.ts';
import { sharedSample } from './shared-sample.ts';
import { catalogueOf, sccm, type TestedBridge } from './sql-bridge.ts';
import type { Answer, Call, Reply } from './tds/reply.ts';
import type { ColumnTypes } from './tds/select-list.ts';
import { type ServerOptions, startTdsServer, type TdsServer } from './tds/server.ts';
import { sqlErrors } from './tds/sql-messages.ts';
import { sqliteAnswer } from './tds/sqlite-answer.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A password that no output may ever hold. */
export const password = 'Tr0ub4dor&"\\é';

type SystemRow = Readonly<Record<string, string | number | null>>;

/** What a test's site has that an ordinary one has not. */
export interface CheckedSite {
  /** SCCM unless the test says otherwise. */
  readonly bridge?: TestedBridge;
  /** YAML before `sources`. */
  readonly before?: string;
  /** Settings of `sources.<name>`, as YAML text by name. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Takes the place of the port. */
  readonly instance?: string;
  readonly server?: Partial<ServerOptions>;
  /** What system queries answer; null refuses them. */
  readonly answers?: Partial<Record<SystemQueryName, SystemRow | null>>;
  /** Columns that the catalogue does not show: `{ v_GS_TPM: null }` takes the whole view away. */
  readonly without?: Readonly<Record<string, readonly string[] | null>>;
  /** Run on the sample before the server starts. */
  readonly sql?: string;
}

/** A server that can be checked, and the command that checks it. */
export interface CheckSite {
  readonly server: TdsServer;
  /** Folder of `bridge.yaml`. */
  readonly home: string;
  start(...args: readonly string[]): Running;
  run(...args: readonly string[]): Promise<Ended>;
  /** Runs it with `--json`, and proves the form of the object. */
  report(): Promise<Report>;
}

const text = z.strictObject({ fr: z.string().regex(/\S/), en: z.string().regex(/\S/) });
const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const reportSchema = z.strictObject({
  source: z.enum(['sccm', 'lansweeper']),
  ok: z.boolean(),
  findings: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
      level: z.enum(['ok', 'warning', 'error']),
      text,
      hint: text.optional(),
      facts: z.record(z.string(), fact).optional(),
    }),
  ),
});

/** What `--json` printed, and how the command ended. */
export interface Report extends z.infer<typeof reportSchema> {
  readonly code: number | null;
  /** Codes of the findings that are not ok, in order. */
  readonly faults: readonly string[];
}

/** What an ordinary server answers to an account with no right too many. */
const ordinary: Record<SystemQueryName, SystemRow> = {
  database: { databaseName: 'CM_GH1' },
  server: { version: '16.0.4135.4', edition: 'Standard Edition (64-bit)' },
  rowVersioning: { readCommittedSnapshot: 1, snapshotIsolation: 1 },
  memberships: {
    sysadmin: 0,
    db_owner: 0,
    db_datareader: 0,
    db_datawriter: 0,
    db_ddladmin: 0,
    db_securityadmin: 0,
  },
  permissions: { mayInsert: 0, mayUpdate: 0, mayDelete: 0, mayAlter: 0, mayExecute: 0 },
  secretTable: { mayRead: 0 },
  secretColumn: { mayRead: 0 },
};

/** Starts a server with the sample, and configures the command for it. */
export async function startCheckSite(site: CheckedSite = {}): Promise<CheckSite> {
  const { bridge = sccm } = site;
  const types = typesWithout(catalogueOf(bridge), site.without ?? {});
  const { database } = await (site.sql ? openSampleDatabase(bridge.sampleFolder) : sharedSample(bridge));
  if (site.sql) database.exec(site.sql);
  const fromSample = sqliteAnswer(database, types);
  const answer: Answer = (call) => systemAnswer(call, { ...ordinary, ...site.answers }) ?? fromSample(call);
  const server = await startTdsServer({ answer, ...site.server });
  onTestFinished(async () => {
    await server.close();
    if (site.sql) database.close();
  });
  const home = temporaryFolder();
  const config = join(home, 'bridge.yaml');
  writeFileSync(config, (site.before ?? '') + configuration(bridge, server.port, site));
  const start = (...args: readonly string[]) =>
    startBridge(['check', bridge.name, '--config', config, ...args], { BRIDGE_TEST_PASSWORD: password });
  const run = (...args: readonly string[]) => start(...args).ended;
  return { server, home, start, run, report: async () => reportOf(await run('--json')) };
}

/** A catalogue as an account sees it that may not see everything. */
function typesWithout(types: ColumnTypes, without: NonNullable<CheckedSite['without']>): ColumnTypes {
  const seen = Object.entries(types).filter(([view]) => without[view] !== null);
  const columnsOf = (view: string, columns: ColumnTypes[string]) =>
    Object.entries(columns).filter(([column]) => !without[view]?.includes(column));
  return Object.fromEntries(
    seen.map(([view, columns]) => [view, Object.fromEntries(columnsOf(view, columns))]),
  );
}

function reportOf({ code, stdout, stderr }: Ended): Report {
  if (stderr !== '') throw new Error(`the command failed: ${stderr}`);
  const report = reportSchema.parse(JSON.parse(stdout));
  const faults = report.findings.filter(({ level }) => level !== 'ok').map((finding) => finding.code);
  return { ...report, code, faults };
}

function systemAnswer(call: Call, answers: Record<string, SystemRow | null>): Reply | null {
  const name = Object.entries(systemQueries).find(([, text]) => text === call.sql)?.[0];
  if (name === undefined) return null;
  const row = answers[name] ?? null;
  if (row === null) return { error: sqlErrors.denied(name, 'CM_GH1') };
  const columns = Object.entries(row).map(([name, value]) => ({
    name,
    type: typeof value === 'string' ? 'nvarchar(128)' : 'int',
  }));
  return { sets: [{ columns, rows: [Object.values(row)] }] };
}

function configuration(
  { name, database }: TestedBridge,
  port: number,
  { instance, settings: changes }: CheckedSite,
): string {
  const settings = {
    server: 'localhost',
    ...(instance === undefined ? { port } : { instance }),
    database,
    login: '{ kind: sql, user: svc_bridge, password: { env: BRIDGE_TEST_PASSWORD } }',
    certificateAuthority: join(process.cwd(), 'test', 'fakes', 'tds', 'certificates', 'authority.pem'),
    ...changes,
  };
  const lines = Object.entries(settings).map(([setting, value]) => `    ${setting}: ${value}`);
  return `sources:\n  ${name}:\n${lines.join('\n')}\n`;
}
