import { gzipSync } from 'node:zlib';
import { json, type PlayedReply, refused } from '../../../shared/graph/player.ts';
import type { Item } from '../../../shared/graph/source.ts';

/** Refusals and spoiled answers, in the words of the service. */

/** Busy, with a `Retry-After` or without one. */
export function busy(status: number, retryAfter?: string): PlayedReply {
  const reply = refused(status, status === 429 ? 'TooManyRequests' : 'serviceNotAvailable', 'Please wait.');
  return {
    ...reply,
    headers: { ...reply.headers, ...(retryAfter !== undefined && { 'retry-after': retryAfter }) },
  };
}

/** What Intune answers to an application that lacks a permission: a JSON document as text inside the message. */
export function forbidden(...permissions: readonly string[]): PlayedReply {
  const sentence = `Application is not authorized to perform this operation. Application must have one of the following scopes: ${permissions.join(', ')} - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000`;
  return refused(403, 'Forbidden', JSON.stringify({ _version: 3, Message: sentence, RetryAfter: null }));
}

export const notLicensed = refused(400, 'BadRequest', 'Request not applicable to target tenant.');
export const pageExpired = refused(
  400,
  'Directory_ExpiredPageToken',
  'The specified page token has expired.',
);
export const gone = refused(410, 'resyncRequired', 'Resync required.');

/** The page of a portal, or of a proxy that blocks. */
export const webPage = (status: number): PlayedReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from('<html><body>Please sign in to the guest network</body></html>'),
});

export const redirect = (to: string): PlayedReply => ({
  status: 302,
  headers: { location: to },
  body: Buffer.alloc(0),
});

/** What the storage answers about an address that is no longer good. */
export const addressExpired: PlayedReply = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from('<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code></Error>'),
};

/** Half of a body, as if it were the whole. */
export const halved = (reply: PlayedReply): PlayedReply => ({
  ...reply,
  body: reply.body.subarray(0, Math.floor(reply.body.length / 2)),
});

/** A compressed body with some bytes overwritten in its middle. */
export function damaged(reply: PlayedReply): PlayedReply {
  const body = gzipSync(reply.body);
  const middle = Math.floor(body.length / 2);
  body.fill(0xff, middle, middle + 4);
  return { ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' }, body };
}

/** A JSON answer with some properties changed. */
export const withJson =
  (change: (document: Item, url: string) => Item) =>
  (reply: PlayedReply, url: string): PlayedReply =>
    json(reply.status, change(JSON.parse(reply.body.toString('utf8')), url));

/** The parts of a batch, one by one. */
export const withParts = (change: (part: Item, place: number) => Item | null) =>
  withJson(({ responses }) => ({
    responses: (Array.isArray(responses) ? responses : []).map(change).filter((part) => part !== null),
  }));
