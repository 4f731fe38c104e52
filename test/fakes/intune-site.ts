import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readSampleTenant } from '../../bridges/intune/sample-tenant.ts';
import type { Tenant } from '../../shared/graph/tenant.ts';
import { type Ended, runBridge } from './command.ts';
import { clientSecret } from './graph/application.ts';
import { settingsFor } from './graph/client.ts';
import { type GraphServer, type GraphServerOptions, startGraphServer } from './graph/server.ts';

/** What a test's site has that an ordinary one has not. */
export interface IntuneSiteChanges {
  readonly tenant?: Tenant;
  readonly server?: Partial<GraphServerOptions>;
  /** Settings of `sources.intune`. */
  readonly settings?: object;
  /** Block `rules.intune`. */
  readonly rules?: object;
}

/** A Graph over HTTPS, a configuration that reaches it, and the command. */
export interface IntuneSite {
  readonly server: GraphServer;
  /** Folder of `bridge.yaml` and of what is published. */
  readonly home: string;
  /** `bridge intune` into `name` of the home folder. */
  extract(name: string, ...args: readonly string[]): Promise<Ended>;
  check(...args: readonly string[]): Promise<Ended>;
}

const endings: (() => Promise<void>)[] = [];

/** Ends every site that was started: for `afterAll`, as tests that run side by side cannot tell whose end it is. */
export async function endIntuneSites(): Promise<void> {
  await Promise.all(endings.splice(0).map((end) => end()));
}

/** Starts a site, which runs until `endIntuneSites`. */
export async function startIntuneSite(changes: IntuneSiteChanges = {}): Promise<IntuneSite> {
  const { tenant = readSampleTenant(), server: options, settings, rules = {} } = changes;
  const server = await startGraphServer({ tenant, ...options });
  const home = mkdtempSync(join(tmpdir(), 'bridge-intune-'));
  endings.push(async () => {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  });
  const intune = settingsFor(server, { pauseSeconds: 0, idleSeconds: 20, attempts: 2, ...settings });
  const config = join(home, 'bridge.yaml');
  // the folder makes the XML the same on every machine
  const dataImporter = { folder: 'C:\\Octopus\\Import' };
  const content = { language: 'en', sources: { intune }, rules: { intune: rules }, dataImporter };
  writeFileSync(config, stringify(content));
  const run = (args: readonly string[]) =>
    runBridge([...args, '--config', config], { GRAPH_SECRET: clientSecret });
  return {
    server,
    home,
    extract: (name, ...args) => run(['intune', '--out', join(home, name), ...args]),
    check: (...args) => run(['check', 'intune', ...args]),
  };
}
