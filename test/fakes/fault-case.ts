import type { Socket } from 'node:net';
import type { Changes } from './source-site.ts';
import type { Records } from './tds/records.ts';
import type { SqlMessage } from './tds/reply.ts';
import type { ServerOptions } from './tds/server.ts';

/** One thing that goes wrong between the command and SQL Server, and how the run must then end. */
export interface FaultCase {
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
  readonly exitCode: number;
  /** Part of what the run says; of its warnings when it recovers. */
  readonly says: string;
  /** What it advises, whole. */
  readonly advises: string | null;
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
export interface FaultOutcome {
  /** Null when the run had to be killed. */
  readonly exitCode: number | null;
  /** The failure as it was told, or all warnings of a run that recovered. */
  readonly said: string;
  readonly advised: string | null;
  readonly seen: number | null;
  readonly attentions: number;
  /** Published files that are not what they were, that are gone, or that were not there. */
  readonly changed: readonly string[];
  /** Files of the state folder. */
  readonly state: readonly string[];
  /** Exit code in the last line of the journal; null when the run left no line. */
  readonly journaled: number | null;
  /** Sections read again, by the manifest; null when it is not of this run. */
  readonly retries: number | null;
  /** Places where a spelling of the password was found. */
  readonly secrets: readonly string[];
}

/** Where a run ended otherwise than its case says; empty when it is right. */
export function differences(expected: FaultCase, outcome: FaultOutcome): string[] {
  const wrong: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown) => {
    if (got !== wanted) wrong.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  };
  const succeeds = expected.exitCode === 0;
  same('exit code', outcome.exitCode, expected.exitCode);
  same('exit code in the journal', outcome.journaled, expected.exitCode);
  if (!outcome.said.includes(expected.says)) same('message', outcome.said, expected.says);
  same('advice', outcome.advised, expected.advises);
  if (expected.seen) same(`${expected.seen.what} seen`, outcome.seen, expected.seen.times);
  if (expected.cancelled) same('query cancelled', outcome.attentions > 0, true);
  same('files of the state folder', outcome.state.join(), 'journal.ndjson');
  same('places with the password', outcome.secrets.join(), '');
  same('manifest of this run', outcome.retries !== null, succeeds);
  const mayChange = succeeds ? ['assets.manifest.json'] : [];
  same('changed files', outcome.changed.join(), mayChange.join());
  return wrong;
}

/** The rows of the table in `docs/faults.md`. */
export function faultTable(cases: readonly FaultCase[]): string[] {
  return cases.map(({ fault, exitCode, says, advises, seen }) => {
    const cells = [fault, String(exitCode), seen ? inWords(seen) : '', says, advises ?? ''];
    return `| ${cells.map((cell) => cell.replaceAll('*', '\\*').trim()).join(' | ')} |`;
  });
}

function inWords({ what, times }: { readonly what: string | RegExp; readonly times: number }): string {
  const many = typeof what === 'string' ? what : 'queries';
  return `${times} ${times === 1 ? many.replace(/ies$/, 'y').replace(/s$/, '') : many}`;
}
