import type { Socket } from 'node:net';
import { differencesOfEnd, type ExpectedEnd, type RunOutcome, unlike } from './run-outcome.ts';
import type { Changes } from './source-site.ts';
import type { Records } from './tds/records.ts';
import type { SqlMessage } from './tds/reply.ts';
import type { ServerOptions } from './tds/server.ts';

/** One thing that goes wrong between the command and SQL Server, and how the run must then end. */
export interface FaultCase extends ExpectedEnd {
  /** As an administrator would tell it. */
  readonly fault: string;
  readonly server?: Partial<ServerOptions>;
  /** Settings of the source that differ from the ordinary ones. */
  readonly settings?: Changes;
  /** What listens in the place of SQL Server. */
  readonly stranger?: (socket: Socket) => void;
  /** A view that the account cannot see. */
  readonly hiddenView?: string;
  /** Happens when a query that matches reaches the server. */
  readonly meanwhile?: { readonly matching: RegExp; readonly act: 'the server stops' | 'logins are refused' };
  /** Ctrl-C as soon as the server has seen this. */
  readonly interruptWhen?: (records: Records) => boolean;
  /** How often the server saw the thing that must, or must not, be tried again. */
  readonly seen?: { readonly what: 'logins' | 'connections' | RegExp; readonly times: number };
  /** The server was asked to stop a query. */
  readonly cancelled?: boolean;
}

/** Words before the failure of a run that tried three times. */
export const givenUp = 'Given up after 3 attempts.';
/** How a run ends that was stopped. */
export const interrupted = { exitCode: 130, says: 'Interrupted: nothing changed', advises: null } as const;
/** What the server must have seen, so many times. */
export const seen = (what: 'logins' | 'connections' | RegExp, times: number) => ({ seen: { what, times } });
/** An error of SQL Server in state 1. */
export const sqlError = (number: number, severity: number, text: string): SqlMessage => ({
  number,
  severity,
  state: 1,
  message: text,
});

/** What became of a run with a fault. */
export interface FaultOutcome extends RunOutcome {
  readonly seen: number | null;
  readonly attentions: number;
  /** Sections read again, by the manifest; null when it is not of this run. */
  readonly retries: number | null;
}

/** What a run leaves in the state folder: only a published one is remembered. */
const stateAfter = ({ exitCode }: FaultCase): string[] =>
  exitCode === 0 ? ['bridge.sqlite', 'journal.ndjson'] : ['journal.ndjson'];

/** Where a run ended otherwise than its case says; empty when it is right. */
export function differences(expected: FaultCase, outcome: FaultOutcome): string[] {
  const { seen, cancelled } = expected;
  return [
    ...differencesOfEnd(expected, outcome),
    ...(seen ? unlike(`${seen.what} seen`, outcome.seen, seen.times) : []),
    ...(cancelled ? unlike('query cancelled', outcome.attentions > 0, true) : []),
    ...unlike('files of the state folder', outcome.state.join(), stateAfter(expected).join()),
    ...unlike('manifest of this run', outcome.retries !== null, expected.exitCode === 0),
  ];
}

/** A line of a table: the fault, how the run ends, and what the other side saw how often. */
export interface FaultLine extends ExpectedEnd {
  readonly fault: string;
  readonly seen?: { readonly what: string | RegExp; readonly times: number };
}

/** The rows of a table in `docs/faults.md`. */
export function faultTable(cases: readonly FaultLine[]): string[] {
  return cases.map(({ fault, exitCode, says, advises, seen }) => {
    const cells = [fault, String(exitCode), seen ? inWords(seen) : '', says, advises ?? ''];
    return `| ${cells.map((cell) => cell.replaceAll('*', '\\*').trim()).join(' | ')} |`;
  });
}

function inWords({ what, times }: { readonly what: string | RegExp; readonly times: number }): string {
  const many = typeof what === 'string' ? what : 'queries';
  return `${times} ${times === 1 ? many.replace(/ies$/, 'y').replace(/(?<=ch)es$|s$/, '') : many}`;
}
