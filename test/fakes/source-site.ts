import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { type Ended, type Running, startBridge } from './command.ts';
import { catalogueOf, sccm, type TestedBridge } from './sql-bridge.ts';
import type { Answer } from './tds/reply.ts';
import { type ServerOptions, startTdsServer, type TdsServer } from './tds/server.ts';
import { sqliteAnswer } from './tds/sqlite-answer.ts';

/** A password that no output may ever hold. */
export const password = 'Tr0ub4dor&"\\é';

/** A SQL Server with the embedded sample, a folder to publish in, and the command that reads one into the other. */
export interface Site {
  readonly server: TdsServer;
  /** Folder of `bridge.yaml`. */
  readonly home: string;
  readonly folder: string;
  readonly state: string;
  start(...args: readonly string[]): Running;
  run(...args: readonly string[]): Promise<Ended>;
  /** Ends the server and removes the folders. */
  close(): Promise<void>;
}

/** Settings of `sources.<name>` that differ from the ordinary ones, as YAML text by name. */
export type Changes = Readonly<Record<string, string | number | boolean>>;

/** A server's answers, from the embedded sample; one database serves any number of sites. */
export async function sampleAnswer(
  bridge: TestedBridge = sccm,
): Promise<{ readonly answer: Answer; readonly close: () => void }> {
  const { database } = await openSampleDatabase(bridge.sampleFolder);
  return { answer: sqliteAnswer(database, catalogueOf(bridge)), close: () => database.close() };
}

/** Starts a server, and configures the command for it. */
export async function openSite(
  options: ServerOptions,
  changes: Changes = {},
  bridge: TestedBridge = sccm,
): Promise<Site> {
  const server = await startTdsServer(options);
  const home = mkdtempSync(join(tmpdir(), 'bridge-test-'));
  const folder = join(home, 'published');
  const state = join(home, 'state');
  mkdirSync(folder);
  const config = join(home, 'bridge.yaml');
  writeFileSync(config, configuration(bridge, server.port, changes));
  const start = (...args: readonly string[]) =>
    startBridge([bridge.name, '--config', config, '--state', state, ...args], {
      BRIDGE_TEST_PASSWORD: password,
    });
  const close = async () => {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { server, home, folder, state, start, run: (...args) => start(...args).ended, close };
}

function configuration({ name, database }: TestedBridge, port: number, changes: Changes): string {
  const settings = {
    server: 'localhost',
    port,
    database,
    login: '{ kind: sql, user: svc_bridge, password: { env: BRIDGE_TEST_PASSWORD } }',
    certificateAuthority: join(process.cwd(), 'test', 'fakes', 'tds', 'certificates', 'authority.pem'),
    ...changes,
  };
  const lines = Object.entries(settings).map(([setting, value]) => `    ${setting}: ${value}`);
  return `dataImporter:\n  folder: C:\\Octopus\\Import\nsources:\n  ${name}:\n${lines.join('\n')}\n`;
}
