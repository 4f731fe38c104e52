import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentsOf, type Ended, type Running } from './command.ts';

/** A run that lasts longer is killed, and its case has failed. */
const limitMilliseconds = 120_000;
/** The same for a run that was interrupted: less than a connection may take to fail by itself. */
const interruptedMilliseconds = 12_000;
const watchMilliseconds = 5;

/** What a case of a fault says of how its run must end. */
export interface ExpectedEnd {
  readonly exitCode: number;
  /** Part of what the run says; of its warnings when it recovers. */
  readonly says: string;
  /** What it advises, whole. */
  readonly advises: string | null;
}

/** How a run ended, whatever its source. */
export interface RunOutcome {
  /** Null when the run had to be killed. */
  readonly exitCode: number | null;
  /** The failure as it was told, or all warnings of a run that recovered. */
  readonly said: string;
  readonly advised: string | null;
  /** Published files that are not what they were, that are gone, or that were not there. */
  readonly changed: readonly string[];
  /** Files of the state folder. */
  readonly state: readonly string[];
  /** Exit code in the last line of the journal; null when the run left no line. */
  readonly journaled: number | null;
  /** Places where a spelling of a secret was found. */
  readonly secrets: readonly string[];
}

/** Where a run publishes, and where it keeps its journal. */
interface Places {
  readonly folder: string;
  readonly state: string;
}

/** Runs to the end, or until it has lasted too long; sends Ctrl-C once when `interruptWhen` is true. */
export async function runLimited(
  start: () => Running,
  interruptWhen: (() => boolean) | null,
): Promise<Ended> {
  const running = start();
  const over = new AbortController();
  let killed = false;
  const kill = () => {
    killed = true;
    running.kill();
  };
  let limit = setTimeout(kill, limitMilliseconds);
  const interrupt = () => {
    running.interrupt();
    clearTimeout(limit);
    limit = setTimeout(kill, interruptedMilliseconds);
  };
  const interrupting = interruptWhen && watch(interruptWhen, interrupt, over.signal);
  const ended = await running.ended;
  over.abort();
  await interrupting;
  clearTimeout(limit);
  return killed ? { ...ended, code: null } : ended;
}

/** Acts once when something is true, unless the run is over first. */
async function watch(isTrue: () => boolean, act: () => void, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    if (isTrue()) return act();
    await sleep(watchMilliseconds);
  }
}

/** What became of a run over the files of an earlier one, whose hashes are `before`. */
export function outcomeOf(
  { folder, state }: Places,
  { code, stdout, stderr }: Ended,
  before: Readonly<Record<string, string>>,
  secrets: readonly string[],
): RunOutcome {
  const after = contentsOf(folder);
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  const told = Object.entries({ stdout, stderr, ...textsOf(folder), ...textsOf(state) });
  const lines = stderr.split('\n');
  const linesAfter = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
  const spellings = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  return {
    exitCode: code,
    said: (code === 0 ? linesAfter('Warning: ') : linesAfter('Failed: ')).join('\n') || stderr,
    advised: linesAfter('What to do: ')[0] ?? null,
    changed: changed.map((path) => basename(path)),
    state: readdirSync(state),
    journaled: lastJournaled(state),
    secrets: told
      .filter(([, text]) => spellings.some((spelling) => text.includes(spelling)))
      .map(([name]) => name),
  };
}

/** Where a run ended otherwise than its case says, as far as every source has it in common. */
export function differencesOfEnd(expected: ExpectedEnd, outcome: RunOutcome): string[] {
  const mayChange = expected.exitCode === 0 ? ['assets.manifest.json'] : [];
  return [
    ...unlike('exit code', outcome.exitCode, expected.exitCode),
    ...unlike('exit code in the journal', outcome.journaled, expected.exitCode),
    ...(outcome.said.includes(expected.says) ? [] : unlike('message', outcome.said, expected.says)),
    ...unlike('advice', outcome.advised, expected.advises),
    ...unlike('places with a secret', outcome.secrets.join(), ''),
    ...unlike('changed files', outcome.changed.join(), mayChange.join()),
  ];
}

/** The difference between what there is and what there must be, if there is one. */
export const unlike = (what: string, got: unknown, wanted: unknown): string[] =>
  got === wanted ? [] : [`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`];

/** The text of every file of a folder. */
function textsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The exit code of the second line; the first one is of the good earlier run. */
function lastJournaled(state: string): number | null {
  const lines = readFileSync(join(state, 'journal.ndjson'), 'utf8').trim().split('\n');
  return lines.length === 2 ? JSON.parse(lines[1] ?? '').exitCode : null;
}
