import type { FaultLine } from './fault-case.ts';
import type { Fault } from './graph/faults.ts';
import type { Arrival } from './graph/records.ts';
import type { GraphServerOptions } from './graph/server.ts';
import { differencesOfEnd, type RunOutcome, unlike } from './run-outcome.ts';

/** One thing that goes wrong between the command and Microsoft Graph, and how the run must then end. */
export interface GraphFaultCase extends FaultLine {
  readonly faults?: readonly Fault[];
  readonly server?: Partial<GraphServerOptions>;
  /** Settings of the source that differ from the ordinary ones. */
  readonly settings?: object;
  /** Variables of the environment; the secret is there in any case. */
  readonly environment?: NodeJS.ProcessEnv;
  /** A proxy stands in between, and answers so. */
  readonly proxyStatus?: number;
  /** Happens when a request that matches is answered. */
  readonly meanwhile?: { readonly matching: RegExp; readonly act: 'tokens are revoked' | 'the server stops' };
  /** Ctrl-C as soon as such a request has arrived. */
  readonly interruptWhen?: RegExp;
  /** Which requests `seen` counts. */
  readonly counts?: RegExp;
}

/** What became of a run with a fault. */
export interface GraphFaultOutcome extends RunOutcome {
  readonly seen: number | null;
  /** Everything that arrived. */
  readonly arrivals: readonly Arrival[];
  /** What the fake itself could not do. */
  readonly failures: readonly Error[];
}

const allowedState = new Set(['bridge.sqlite', 'journal.ndjson', 'intune-details.sqlite']);

/** Where a run ended otherwise than its case says; empty when it is right. */
export function graphDifferences(expected: GraphFaultCase, outcome: GraphFaultOutcome): string[] {
  const { seen } = expected;
  const strangers = outcome.state.filter((name) => !allowedState.has(name));
  return [
    ...differencesOfEnd(expected, outcome),
    ...(seen ? unlike(`${seen.what} seen`, outcome.seen, seen.times) : []),
    ...unlike('other files in the state folder', strangers.join(), ''),
    ...unlike('requests that do more than read', outcome.arrivals.filter(writes).map(inWords).join(), ''),
    ...unlike('tokens that went astray', outcome.arrivals.filter(strays).map(inWords).join(), ''),
    ...unlike('failures of the server', outcome.failures.map(String).join(), ''),
  ];
}

/** Whether a request is anything but a GET, a batch of GETs, an export job or a login. */
function writes({ part, method, path, body }: Arrival): boolean {
  if (method === 'GET') return false;
  if (method !== 'POST') return true;
  if (part === 'login') return !/\/oauth2\/v2\.0\/token\b/.test(path);
  if (path.endsWith('/$batch'))
    return JSON.parse(body).requests.some(({ method }: { method: string }) => method !== 'GET');
  return !path.endsWith('/deviceManagement/reports/exportJobs');
}

/** Whether a token went to somebody else than Graph. */
const strays = ({ part, token }: Arrival): boolean => part !== 'graph' && token !== 'none';

const inWords = ({ part, method, path }: Arrival): string => `${part} ${method} ${path}`;
