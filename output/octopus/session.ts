import { AccessError } from '../../shared/errors.ts';
import type { Secrets } from '../../shared/secret.ts';
import { unexpected, valueAt } from './answer-field.ts';
import { type Call, CredentialRefused, callOctopus, placeOf, type Way } from './call.ts';
import { messages } from './messages.ts';
import type { OctopusApiSettings } from './settings.ts';

/** What a session needs besides the settings. */
export interface SessionRequest {
  readonly settings: OctopusApiSettings;
  readonly way: Way;
  /** The application key. */
  readonly key: string;
  /** Told of every token. */
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
}

/** An answer of the saved list, and where it came from. */
export interface ListAnswer {
  readonly id: string;
  readonly answer: unknown;
  /** Host and path, for messages. */
  readonly place: string;
}

/**
 * Gets a token and executes the saved list, which is searched by its name where no id is configured. A token that is
 * refused is replaced once. Throws `AccessError` or `SourceError`.
 */
export async function executeList(request: SessionRequest): Promise<ListAnswer> {
  const { settings, way, signal } = request;
  let token = await requestToken(request);
  const ask = async (call: Call): Promise<unknown> => {
    try {
      return await callOctopus(way, withToken(call, settings, token), signal);
    } catch (error) {
      if (!(error instanceof CredentialRefused)) throw error;
      token = await requestToken(request);
      return await callOctopus(way, withToken(call, settings, token), signal);
    }
  };
  const id = String(settings.list.id ?? (await findList(settings, way, ask)));
  const execution: Call = {
    method: 'POST',
    path: settings.list.executePath.replace('{id}', id),
    body: settings.list.body,
    refusedHint: messages.tokenRefusedHint,
  };
  return { id, answer: await ask(execution), place: placeOf(way, execution) };
}

const longestToken = 16_384;

async function requestToken({ settings, way, key, secrets, signal }: SessionRequest): Promise<string> {
  const { path, word, keyParameter, field } = settings.token;
  const call: Call = {
    method: 'GET',
    path: path.replace('{word}', word),
    query: { [keyParameter]: key },
    refusedHint: messages.keyRefusedHint,
  };
  const answer = await callOctopus(way, call, signal);
  const token = valueAt(answer, field);
  if (typeof token !== 'string' || token.length > longestToken || !/^[\x21-\x7e]+$/.test(token))
    throw unexpected(placeOf(way, call), 'token.field', field, answer);
  secrets.remember(token);
  return token;
}

function withToken(call: Call, { token: { header, scheme } }: OctopusApiSettings, token: string): Call {
  return { ...call, headers: { [header]: scheme === '' ? token : `${scheme} ${token}` } };
}

/** The id of the one list of the module that has the configured name. */
async function findList(
  { list, answer: fields }: OctopusApiSettings,
  way: Way,
  ask: (call: Call) => Promise<unknown>,
): Promise<string> {
  const call: Call = {
    method: 'GET',
    path: list.modulePath.replace('{module}', list.module),
    refusedHint: messages.tokenRefusedHint,
  };
  const answer = await ask(call);
  const place = placeOf(way, call);
  const lists = valueAt(answer, fields.lists);
  if (!Array.isArray(lists)) throw unexpected(place, 'answer.lists', fields.lists, answer);
  const named = lists.filter((each) => typeof valueAt(each, fields.listName) === 'string');
  if (lists.length > 0 && named.length === 0)
    throw unexpected(place, 'answer.listName', fields.listName, lists);
  const wanted = named.filter((each) => valueAt(each, fields.listName) === list.name);
  if (wanted.length !== 1)
    throw new AccessError(messages.listNotFound(place, list.name ?? '', wanted.length, lists.length), {
      hint: messages.listNotFoundHint,
    });
  const id = valueAt(wanted[0], fields.listId);
  if ((typeof id === 'string' || typeof id === 'number') && /^[\w-]+$/.test(String(id))) return String(id);
  throw unexpected(place, 'answer.listId', fields.listId, wanted[0]);
}
