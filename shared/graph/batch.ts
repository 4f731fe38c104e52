import { TransientError } from '../errors.ts';
import { broken } from './body.ts';
import { callGraph, isItem, type Line } from './call.ts';
import { messages } from './messages.ts';
import { Busy } from './persistence.ts';
import { refusalError } from './refusal.ts';
import type { HttpReply } from './send.ts';
import type { Item } from './source.ts';
import { rolesOf } from './tokens.ts';

/** Most requests that Graph takes at once. */
export const batchSize = 20;

/** Paths that are asked for together, and what is known of them: null for one that Graph does not have. */
export interface Batch {
  readonly paths: readonly string[];
  /** By place in `paths`; filled as answers come. */
  readonly answers: Map<number, Item | null>;
}

/** One answer within an answer. */
interface Part {
  readonly place: number;
  readonly status: number;
  readonly headers: HttpReply['headers'];
  readonly body: unknown;
}

/**
 * Asks once for all that has no answer yet. Rejects with a `TransientError` when some of it is to be asked for again,
 * and with its refusal when one is refused.
 */
export async function askBatch(line: Line, batch: Batch, signal: AbortSignal): Promise<void> {
  const open = batch.paths
    .map((path, place) => ({ path, place }))
    .filter(({ place }) => !batch.answers.has(place));
  const version = versionOf(open.map(({ path }) => path));
  const url = `/${version}/$batch`;
  const requests = open.map(({ path, place }) => ({
    id: String(place),
    method: 'GET',
    url: path.slice(version.length + 1),
    headers: { prefer: 'include-unknown-enum-members' },
  }));
  const parts = readParts(await callGraph(line, { url, post: { requests } }, signal), url);
  const roles = rolesOf(await line.tokens.token(signal));
  const passing: TransientError[] = [];
  for (const { path, place } of open) {
    const part = parts.find((each) => each.place === place);
    if (part?.status === 404) batch.answers.set(place, null);
    else if (part?.status === 200 && isItem(part.body)) batch.answers.set(place, part.body);
    else
      passing.push(part ? passingOf(part, path, line, roles) : unanswered(url, open.length - parts.length));
  }
  if (passing.length > 0) throw longest(passing);
}

/** `v1.0` or `beta`, which the paths of one batch have in common. */
function versionOf(paths: readonly string[]): string {
  const versions = new Set(paths.map((path) => /^\/(v1\.0|beta)\//.exec(path)?.[1]));
  const [version] = versions;
  if (versions.size !== 1 || version === undefined) throw new TypeError('a batch has paths of one version');
  return version;
}

function readParts({ responses }: Item, url: string): Part[] {
  if (!Array.isArray(responses)) throw broken(url, new TypeError('no responses'));
  return responses.filter(isItem).map(({ id, status, headers, body }) => ({
    place: Number(id),
    status: Number(status),
    headers: Object.fromEntries(
      Object.entries(isItem(headers) ? headers : {}).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]),
    ),
    body,
  }));
}

/** What makes a part worth asking for again; throws its refusal when it is not. */
function passingOf(
  { status, headers, body }: Part,
  path: string,
  line: Line,
  roles: readonly string[],
): TransientError {
  if (status === 200) return broken(path, new TypeError('not an object'));
  const error = refusalError({
    status,
    headers,
    text: JSON.stringify(body ?? null),
    path: path.replace(/\?.*/s, ''),
    host: new URL(line.root).host,
    requestId: '-',
    roles,
    now: line.now(),
  });
  if (error instanceof TransientError) return error;
  throw error;
}

const unanswered = (url: string, count: number) =>
  new TransientError(messages.missingAnswers(url, count), { hint: messages.refusedHint });

/** The one that asks for the longest pause. */
function longest(errors: readonly TransientError[]): TransientError | undefined {
  const asked = (error: TransientError) => (error instanceof Busy ? (error.retryAfter ?? -1) : -2);
  return errors.toSorted((a, b) => asked(b) - asked(a))[0];
}
