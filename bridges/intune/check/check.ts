import type { CheckRequest } from '../../../shared/bridge.ts';
import { AccessError, BridgeError } from '../../../shared/errors.ts';
import { type Finding, failure } from '../../../shared/finding.ts';
import { openGraph } from '../../../shared/graph/open.ts';
import { PeopleFilter } from '../../../shared/people/filter.ts';
import { people as declared } from '../people.ts';
import type { IntuneSettings } from '../settings.ts';
import { credentialFinding } from './credential.ts';
import { authorityFindings, deviceFindings, reportFinding } from './fleet.ts';
import { messages } from './messages.ts';
import { permissionFindings } from './permissions.ts';
import { reach } from './reach.ts';

/** What broke once is asked once more. */
const attempts = 2;

/**
 * Goes the way of an extraction: certificate, login service, Graph, clock, login, permissions, management authority,
 * devices, list, details, report. Ends at the first thing that keeps the rest from being looked at. Writes nothing.
 * Rejects with `ConfigError` for a secret or a certificate that is not there; nothing was contacted then.
 */
export async function* checkIntune(settings: IntuneSettings, request: CheckRequest): AsyncGenerator<Finding> {
  const { secrets, siteFolder, now, signal } = request;
  const folder = siteFolder ?? process.cwd();
  const source = openGraph({ ...settings, attempts: Math.min(settings.attempts, attempts) }, secrets, folder);
  try {
    const credential = credentialFinding(settings, folder, now);
    if (credential) yield credential;
    if (!(yield* reach(settings, request))) return;
    const permissions = yield* logIn(source, signal);
    if (permissions === null) return;
    // A token of az may be a person's, which says nothing of permissions.
    const isApplication = settings.login.kind !== 'azure-cli' || permissions.length > 0;
    yield* permissionFindings(permissions, isApplication);
    const people = new PeopleFilter(request.people, declared);
    const look = { source, people, permissions, enrich: settings.enrich !== undefined, signal };
    yield* authorityFindings(look);
    if (yield* deviceFindings(look)) {
      const report = await reportFinding(look);
      if (report) yield report;
    }
    for (const { code, text } of source.notices())
      yield { code, level: 'warning', subject: messages.graph, text, hint: messages.againHint };
  } finally {
    await source.close();
  }
}

/** Asks for a token; what it allows, or null when there is none. */
async function* logIn(
  source: ReturnType<typeof openGraph>,
  signal: AbortSignal,
): AsyncGenerator<Finding, readonly string[] | null> {
  const subject = messages.login;
  try {
    const permissions = await source.permissions(signal);
    yield { code: 'login', level: 'ok', subject, text: messages.loggedIn };
    return permissions;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof BridgeError)) throw error;
    yield failure(error instanceof AccessError ? 'login-refused' : 'login-failed', subject, error);
    return null;
  }
}
