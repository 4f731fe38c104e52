import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { readSampleTenant } from '../../bridges/intune/sample-tenant.ts';
import type { Tenant } from '../../shared/graph/tenant.ts';
import { type Ended, runBridge } from './command.ts';
import { clientSecret } from './graph/application.ts';
import { settingsFor } from './graph/client.ts';
import { type GraphServer, type GraphServerOptions, startGraphServer } from './graph/server.ts';
import { temporaryFolder } from './temporary-folder.ts';

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

/** Starts a site; it ends with the test. */
export async function startIntuneSite(changes: IntuneSiteChanges = {}): Promise<IntuneSite> {
  const { tenant = readSampleTenant(), server: options, settings, rules = {} } = changes;
  const server = await startGraphServer({ tenant, ...options });
  onTestFinished(() => server.close());
  const home = temporaryFolder();
  const intune = settingsFor(server, { pauseSeconds: 0, idleSeconds: 20, attempts: 2, ...settings });
  const config = join(home, 'bridge.yaml');
  writeFileSync(config, stringify({ language: 'en', sources: { intune }, rules: { intune: rules } }));
  const run = (args: readonly string[]) =>
    runBridge([...args, '--config', config], { GRAPH_SECRET: clientSecret });
  return {
    server,
    home,
    extract: (name, ...args) => run(['intune', '--out', join(home, name), ...args]),
    check: (...args) => run(['check', 'intune', ...args]),
  };
}
