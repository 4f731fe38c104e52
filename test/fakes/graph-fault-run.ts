import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readSampleTenant } from '../../bridges/intune/sample-tenant.ts';
import type { Tenant } from '../../shared/graph/tenant.ts';
import { contentsOf, type Running, startBridge } from './command.ts';
import { clientSecret } from './graph/application.ts';
import { settingsFor } from './graph/client.ts';
import { ConnectProxy } from './graph/proxy.ts';
import { type GraphServer, startGraphServer } from './graph/server.ts';
import type { GraphFaultCase, GraphFaultOutcome } from './graph-fault-case.ts';
import { outcomeOf, runLimited } from './run-outcome.ts';

/** Short pauses, and everything read that can be. */
const ordinarySettings = { attempts: 3, pauseSeconds: 0.02, idleSeconds: 30, enrich: { perDay: 1_000 } };

/** What every case starts from: the tenant, and the files of a good earlier run. */
export interface GraphGround {
  readonly tenant: Tenant;
  readonly folder: string;
  readonly state: string;
  close(): void;
}

/** Where one run reads and publishes. */
interface GraphSite {
  readonly server: GraphServer;
  readonly folder: string;
  readonly state: string;
  start(): Running;
  close(): Promise<void>;
}

/** Publishes once, without a fault. */
export async function openGraphGround(): Promise<GraphGround> {
  const tenant = readSampleTenant();
  const site = await openSite({ fault: 'none', exitCode: 0, says: '', advises: null }, tenant, null);
  const { code, stderr } = await site.start().ended;
  if (code !== 0) throw new Error(`the good earlier run failed: ${stderr}`);
  await site.server.close();
  rmSync(join(site.state, 'intune-details.sqlite')); // every case asks for the details anew
  return { tenant, folder: site.folder, state: site.state, close: () => void site.close() };
}

/** Lets one fault happen to the built command, over the files of the good earlier run. */
export async function runGraphFault(
  expected: GraphFaultCase,
  ground: GraphGround,
): Promise<GraphFaultOutcome> {
  const proxy = expected.proxyStatus === undefined ? null : new ConnectProxy(expected.proxyStatus);
  await proxy?.listen();
  const site = await openSite(expected, ground.tenant, proxy);
  try {
    cpSync(ground.folder, site.folder, { recursive: true });
    cpSync(ground.state, site.state, { recursive: true });
    const before = contentsOf(site.folder);
    const { arrivals, tokens, failures } = site.server.records;
    const count = (pattern: RegExp) =>
      arrivals.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
    const { interruptWhen, counts } = expected;
    const ended = await runLimited(site.start, interruptWhen ? () => count(interruptWhen) > 0 : null);
    const secrets = [clientSecret, ...tokens, 'sig=played'];
    const outcome = outcomeOf(site, ended, before, secrets);
    return {
      ...outcome,
      said: outcome.said.replaceAll(/localhost:\d{4,5}/g, 'localhost'),
      seen: counts ? count(counts) : null,
      arrivals,
      failures,
    };
  } finally {
    proxy?.close();
    await site.close();
  }
}

async function openSite(
  expected: GraphFaultCase,
  tenant: Tenant,
  proxy: ConnectProxy | null,
): Promise<GraphSite> {
  const { server: options, faults = [], meanwhile, settings, environment } = expected;
  const server = await startGraphServer({ tenant, ...options });
  const acts = meanwhile
    ? [
        {
          kind: 'change' as const,
          matching: meanwhile.matching,
          change: <T>(reply: T) => {
            if (meanwhile.act === 'tokens are revoked') server.login.revoke();
            else void server.close();
            return reply;
          },
        },
      ]
    : [];
  server.plan(...acts, ...faults);
  const home = mkdtempSync(join(tmpdir(), 'bridge-test-'));
  const folder = join(home, 'published');
  const state = join(home, 'state');
  const config = join(home, 'bridge.yaml');
  mkdirSync(folder);
  const intune = {
    ...settingsFor(server, ordinarySettings),
    ...(proxy && { proxy: `http://127.0.0.1:${proxy.port}` }),
    ...settings,
  };
  writeFileSync(config, stringify({ dataImporter: { folder: 'C:\\Octopus\\Import' }, sources: { intune } }));
  const args = ['intune', '--config', config, '--state', state, '--out', join(folder, 'assets.csv')];
  return {
    server,
    folder,
    state,
    start: () => startBridge(args, { GRAPH_SECRET: clientSecret, ...environment }),
    close: async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
