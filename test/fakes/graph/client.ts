import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../shared/graph/clock.ts';
import { openGraph } from '../../../shared/graph/open.ts';
import { graphSettings } from '../../../shared/graph/settings.ts';
import type { GraphSource } from '../../../shared/graph/source.ts';
import { packageRoot } from '../../../shared/package-root.ts';
import { Secrets } from '../../../shared/secret.ts';
import { clientId, clientSecret, tenantId } from './application.ts';
import type { GraphServer } from './server.ts';

/** PEM file of the authority of the tests. */
export const authorityPath = join(packageRoot, 'test', 'fakes', 'tds', 'certificates', 'authority.pem');

/** Time that passes only where somebody waits for it. */
export class StillClock implements Clock {
  /** Every pause that was made, in milliseconds. */
  readonly pauses: number[] = [];
  #now = Date.parse('2026-11-22T03:00:00Z');

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.pauses.push(milliseconds);
    this.#now += milliseconds;
  }

  /** The longest pause that chance allows. */
  random(): number {
    return 1;
  }
}

/** The settings that reach a server of the tests, as they stand in the configuration. */
export const settingsFor = (server: Pick<GraphServer, 'root'>, changes: object = {}) => ({
  tenant: tenantId,
  login: { kind: 'secret', clientId, secret: { env: 'GRAPH_SECRET' } },
  cloud: 'custom',
  authorityHost: server.root,
  graphRoot: server.root,
  certificateAuthority: authorityPath,
  ...changes,
});

/** The real client, over a real socket, in time that stands still. */
export function openClient(
  server: Pick<GraphServer, 'root'>,
  { changes = {}, clock = new StillClock(), environment = {} }: ClientChanges = {},
): Opened {
  const secrets = new Secrets({ GRAPH_SECRET: clientSecret, ...environment });
  const settings = graphSettings.parse(settingsFor(server, changes));
  return { source: openGraph(settings, secrets, tmpdir(), clock), secrets, clock };
}

export interface ClientChanges {
  readonly changes?: object;
  readonly clock?: StillClock;
  readonly environment?: NodeJS.ProcessEnv;
}

export interface Opened {
  readonly source: GraphSource;
  readonly secrets: Secrets;
  readonly clock: StillClock;
}
