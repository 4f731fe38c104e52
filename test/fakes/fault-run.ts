import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { manifestSchema } from '../../output/manifest.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { contentsOf } from './command.ts';
import type { FaultCase, FaultOutcome } from './fault-case.ts';
import { outcomeOf, runLimited } from './run-outcome.ts';
import { openSite, password, type Site } from './source-site.ts';
import { catalogueOf, sccm } from './sql-bridge.ts';
import type { Records } from './tds/records.ts';
import type { Answer } from './tds/reply.ts';
import type { TdsServer } from './tds/server.ts';
import { sqlErrors } from './tds/sql-messages.ts';
import { sqliteAnswer } from './tds/sqlite-answer.ts';

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
    const { interruptWhen, seen } = expected;
    const { records } = site.server;
    const ended = await runLimited(
      () => site.start('--out', join(site.folder, 'assets.csv')),
      interruptWhen ? () => interruptWhen(records) : null,
    );
    return {
      ...outcomeOf(site, ended, before, [password]),
      seen: seen ? countOf(seen.what, records) : null,
      attentions: records.attentions,
      retries: retriesOf(site.folder),
    };
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

function countOf(what: 'logins' | 'connections' | RegExp, records: Records): number {
  if (what === 'connections') return records.connections;
  if (what === 'logins') return records.logins.length;
  return records.calls.filter(({ sql }) => what.test(sql)).length;
}

/** Sections read again, by a manifest of this run; the earlier run was a sample. */
function retriesOf(folder: string): number | null {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'assets.manifest.json'), 'utf8')),
  );
  return manifest.source.sample ? null : manifest.retries;
}
