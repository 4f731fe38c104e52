import { AccessError, type BridgeError, SourceError } from '../errors.ts';
import type { Text } from '../text.ts';
import { type GraphError, readGraphError } from './graph-error.ts';
import { messages } from './messages.ts';
import { leastPermission, permissionsIn } from './permissions.ts';
import { Busy } from './persistence.ts';
import { readRetryAfter } from './retry-after.ts';
import type { HttpReply } from './send.ts';

/** A refusal and what it answers. */
export interface Refusal {
  readonly status: number;
  readonly headers: HttpReply['headers'];
  readonly text: string;
  /** Path without its query. */
  readonly path: string;
  readonly host: string;
  /** What our request was called. */
  readonly requestId: string;
  /** Permissions that the token carries. */
  readonly roles: readonly string[];
  readonly now: number;
}

/** Graph has forgotten where the reading of a collection was. */
export class PageExpired extends SourceError {}

const passing = new Set([408, 429, 500, 502, 503, 504, 509]);

/** Whether a status may be another one when the request is sent again. */
export const isPassing = (status: number): boolean => passing.has(status);

/** A status that is no success, as the user is told it. */
export function refusalError(refusal: Refusal): BridgeError {
  const { status, headers, text, path, host } = refusal;
  const error = readGraphError(text, headers);
  if (isPassing(status)) return busy(refusal, error);
  if (!error)
    return new SourceError(messages.notGraph(host, status, headers['content-type'] ?? '-'), {
      hint: messages.proxyHint,
    });
  const told = inWords(refusal, error);
  if (status === 401)
    return new AccessError(messages.tokenRefused(path, told), { hint: messages.tokenRefusedHint });
  if (status === 403)
    return new AccessError(messages.forbidden(path, told), { hint: permissionHint(refusal, error) });
  if (status === 400 && /not applicable to target tenant/i.test(error.message))
    return new AccessError(messages.notLicensed(told), { hint: messages.notLicensedHint });
  const said = messages.refused(path, status, told);
  const expired = status === 400 && /Expired(Page|Skip)Token/i.test(error.code);
  return new (expired ? PageExpired : SourceError)(said, { hint: messages.refusedHint });
}

/** What to do about a service that is busy: 429 is the tenant's own limit. */
export const busyHint = (status: number): Text =>
  status === 429 ? messages.throttledHint : messages.overloadedHint;

function busy(refusal: Refusal, error: GraphError | null): Busy {
  const { status, headers, path, now } = refusal;
  const retryAfter = readRetryAfter(headers['retry-after'], now);
  const text = messages.busy(path, status, retryAfter, error ? inWords(refusal, error) : '');
  return new Busy(text, busyHint(status), retryAfter, status === 429);
}

/** What Graph said, and what Microsoft's support asks for. */
function inWords({ requestId }: Refusal, { code, message, requestId: theirs, date }: GraphError): string {
  const ids = [`request-id ${theirs || '-'}`, `client-request-id ${requestId}`, date];
  return `${[code, message].filter(Boolean).join(': ')} (${ids.filter(Boolean).join(', ')})`;
}

/** Which permission is missing, by the refusal itself, or else by what the path needs. */
function permissionHint({ path, roles }: Refusal, { message }: GraphError): Text {
  const named = permissionsIn(message);
  const least = leastPermission(path);
  const needed = named.length > 0 ? named : least ? [least] : [];
  const missing = needed.filter((permission) => !roles.includes(permission));
  return missing.length > 0 && missing.length === needed.length
    ? messages.forbiddenHint(missing.join(' / '), roles.join(', '))
    : messages.forbiddenThoughGrantedHint(roles.join(', '));
}
