import { resolve } from 'node:path';
import { AccessError, BridgeError, ConfigError, DatabaseRefused } from '../../errors.ts';
import { type Finding, failure } from '../../finding.ts';
import { readAuthority } from '../driver-config.ts';
import { RetryingSource } from '../retrying-source.ts';
import { readRows } from '../rows.ts';
import { SqlServerSource } from '../server.ts';
import type { Catalogue } from '../source.ts';
import { approach } from './approach.ts';
import { collectionFindings } from './collections.ts';
import { coverageFindings } from './coverage.ts';
import { networkMessages } from './network-messages.ts';
import { Questioner } from './question.ts';
import { rightsFindings } from './rights.ts';
import { unread } from './section-finding.ts';
import { lockFinding, serverFinding } from './server-facts.ts';
import { serverMessages as messages } from './server-messages.ts';
import { siteFindings } from './site.ts';
import { softwareFindings } from './software.ts';
import { systemQuery } from './system-queries.ts';
import type { CheckTarget } from './target.ts';

/** What broke once is read once more. */
const pauses = [1_000];

/**
 * Goes the way of an extraction without keeping a row: name, port, certificate, login, database, server, site, every
 * section, rights. Ends at the first thing that keeps the rest from being looked at. Writes nothing. Rejects with
 * `ConfigError` when a secret or a certificate file is missing; nothing was contacted then.
 */
export async function* checkSqlServer(target: CheckTarget): AsyncGenerator<Finding> {
  const { settings, secrets, folder } = target;
  const { certificateAuthority } = settings;
  const authority = certificateAuthority ? readAuthority(resolve(folder, certificateAuthority)) : null;
  const server = new SqlServerSource(settings, secrets, folder);
  try {
    if (!(yield* reach(target, authority))) return;
    if (!(yield* logIn(target, server))) return;
    yield* look(target, server);
  } finally {
    await server.close();
  }
}

/** Tells the way to the server; whether to go on. The driver of Windows has ways of its own, so it goes on always. */
async function* reach(
  { settings, now, signal }: CheckTarget,
  authority: string | null,
): AsyncGenerator<Finding, boolean> {
  const isWindows = settings.login.kind === 'windows';
  for await (const finding of approach({ settings, authority, now, signal })) {
    if (finding.level !== 'error') {
      yield finding;
    } else if (isWindows) {
      const { exitCode: _, ...stated } = finding;
      yield { ...stated, level: 'warning', hint: networkMessages.windowsDecides };
    } else {
      yield finding;
      return false;
    }
  }
  return true;
}

/** Logs in and asks for the database; whether that worked. */
async function* logIn(
  { settings, signal }: CheckTarget,
  server: SqlServerSource,
): AsyncGenerator<Finding, boolean> {
  const { database } = settings;
  const loggedIn: Finding = { code: 'login', level: 'ok', subject: messages.login, text: messages.loggedIn };
  try {
    await readRows(systemQuery('database'), server, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof BridgeError)) throw error;
    if (error instanceof DatabaseRefused) yield loggedIn;
    yield error instanceof DatabaseRefused
      ? failure('database-refused', messages.database, error, { database })
      : failure(loginCode(error), messages.login, error);
    return false;
  }
  yield loggedIn;
  const text = messages.databaseOpen(database);
  yield { code: 'database', level: 'ok', subject: messages.database, text, facts: { database } };
  return true;
}

function loginCode(error: BridgeError): string {
  if (error instanceof AccessError) return 'login-refused';
  return error instanceof ConfigError ? 'driver-missing' : 'connection-failed';
}

/** All that a login is needed for. */
async function* look(target: CheckTarget, server: SqlServerSource): AsyncGenerator<Finding> {
  const { signal } = target;
  const source = new RetryingSource(server, pauses);
  const questioner = new Questioner(server, signal);
  yield await serverFinding(questioner);
  yield await lockFinding(questioner);
  let catalogue: Catalogue;
  try {
    catalogue = await source.catalogue(signal);
  } catch (error) {
    signal.throwIfAborted();
    yield unread('catalogue', [], error);
    return;
  }
  const inside = { ...target, catalogue, parameters: target.settings.parameters, source };
  if (!(yield* siteFindings(inside))) return;
  const asked = yield* collectionFindings(inside);
  if (!(yield* coverageFindings(asked))) return;
  yield* softwareFindings(inside);
  yield* rightsFindings(questioner, target.secretObjects);
  for (const { code, text } of source.notices)
    yield { code, level: 'warning', subject: messages.server, text, hint: messages.readAgainHint };
}
