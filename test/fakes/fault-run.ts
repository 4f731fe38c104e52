import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { manifestSchema } from '../../output/manifest.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { contentsOf, type Ended } from './command.ts';
import type { FaultCase, FaultOutcome } from './fault-case.ts';
import { openSite, password, type Site } from './source-site.ts';
import { catalogueOf, sccm } from './sql-bridge.ts';
import type { Records } from './tds/records.ts';
import type { Answer } from './tds/reply.ts';
import type { TdsServer } from './tds/server.ts';
import { sqlErrors } from './tds/sql-messages.ts';
import { sqliteAnswer } from './tds/sqlite-answer.ts';

/** A run that lasts longer is killed, and its case has failed. */
const limitMilliseconds = 120_000;
/** The same for a run that was interrupted: less than a connection may take to fail by itself. */
const interruptedMilliseconds = 12_000;
const watchMilliseconds = 5;
const spellings = [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password)];

/** What every case starts from: the sample to answer from, and the files of a good earlier run. */
export interface Ground {
  answer(hiddenView: string | undefined): Answer;
  readonly folder: string;
  readonly state: string;
  close(): Promise<void>;
}

/** Publishes once from the sample. */
export async function openGround(): Promise<Ground> {
  const catalogue = catalogueOf(sccm);
  const { database } = await openSampleDatabase(sccm.sampleFolder);
  const answer = (hidden: string | undefined) => {
    const seen = Object.entries(catalogue).filter(([view]) => view !== hidden);
    return sqliteAnswer(database, hidden ? Object.fromEntries(seen) : catalogue);
  };
  const site = await openSite({ answer: answer(undefined) });
  const close = async () => {
    await site.close();
    database.close();
  };
  const { code, stderr } = await site.run('--sample', '--out', join(site.folder, 'assets.csv'));
  if (code !== 0) throw new Error(`the good earlier run failed: ${stderr}`);
  return { answer, folder: site.folder, state: site.state, close };
}

/** Lets one fault happen to the built command, over the files of the good earlier run. */
export async function runFault(expected: FaultCase, ground: Ground): Promise<FaultOutcome> {
  const stranger = expected.stranger && (await listen(expected.stranger));
  const plain = ground.answer(expected.hiddenView);
  const site: Site = await openSite(
    {
      answer: (call) => {
        if (expected.meanwhile?.matching.test(call.sql)) happen(expected.meanwhile.act, site.server);
        return plain(call);
      },
      ...expected.server,
    },
    { ...expected.settings, ...(stranger && { port: stranger.port }) },
  );
  try {
    cpSync(ground.folder, site.folder, { recursive: true });
    cpSync(ground.state, site.state, { recursive: true });
    const before = contentsOf(site.folder);
    const { ended, killed } = await runLimited(site, expected.interruptWhen);
    return outcomeOf(expected, site, { ...ended, code: killed ? null : ended.code }, before);
  } finally {
    stranger?.close();
    await site.close();
  }
}

async function listen(stranger: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    stranger(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the stranger does not listen');
  return { port: address.port, close: () => server.close() };
}

function happen(act: 'the server stops' | 'logins are refused', server: TdsServer): void {
  if (act === 'the server stops') void server.close();
  else server.plan({ kind: 'login-error', error: sqlErrors.loginFailed('svc_bridge', 8) });
}

async function runLimited(site: Site, interruptWhen: FaultCase['interruptWhen']) {
  const running = site.start('--out', join(site.folder, 'assets.csv'));
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
  const interrupting = interruptWhen && watch(site.server.records, interruptWhen, interrupt, over.signal);
  const ended = await running.ended;
  over.abort();
  await interrupting;
  clearTimeout(limit);
  return { ended, killed };
}

/** Acts once when the server has seen something, unless the run is over first. */
async function watch(
  records: Records,
  seen: (records: Records) => boolean,
  act: () => void,
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted) {
    if (seen(records)) return act();
    await sleep(watchMilliseconds);
  }
}

function outcomeOf(
  expected: FaultCase,
  site: Site,
  { code, stdout, stderr }: Ended,
  before: Record<string, string>,
): FaultOutcome {
  const { records } = site.server;
  const after = contentsOf(site.folder);
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  const told = Object.entries({ stdout, stderr, ...textsOf(site.folder), ...textsOf(site.state) });
  const lines = stderr.split('\n');
  const linesAfter = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
  return {
    exitCode: code,
    said: (code === 0 ? linesAfter('Warning: ') : linesAfter('Failed: ')).join('\n') || stderr,
    advised: linesAfter('What to do: ')[0] ?? null,
    seen: expected.seen ? countOf(expected.seen.what, records) : null,
    attentions: records.attentions,
    changed: changed.map((path) => basename(path)),
    state: readdirSync(site.state),
    journaled: lastJournaled(site.state),
    retries: retriesOf(site.folder),
    secrets: told
      .filter(([, text]) => spellings.some((secret) => text.includes(secret)))
      .map(([name]) => name),
  };
}

/** The text of every file of a folder. */
function textsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

function countOf(what: 'logins' | 'connections' | RegExp, records: Records): number {
  if (what === 'connections') return records.connections;
  if (what === 'logins') return records.logins.length;
  return records.calls.filter(({ sql }) => what.test(sql)).length;
}

/** The exit code of the second line; the first one is of the good earlier run. */
function lastJournaled(state: string): number | null {
  const lines = readFileSync(join(state, 'journal.ndjson'), 'utf8').trim().split('\n');
  return lines.length === 2 ? JSON.parse(lines[1] ?? '').exitCode : null;
}

/** Sections read again, by a manifest of this run; the earlier run was a sample. */
function retriesOf(folder: string): number | null {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'assets.manifest.json'), 'utf8')),
  );
  return manifest.source.sample ? null : manifest.retries;
}
