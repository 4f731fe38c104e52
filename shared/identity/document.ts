import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'node-sqlite3-wasm';
import type { z } from 'zod';
import { type Asset, assetSchema } from '../asset.ts';
import { assetWithin } from '../people/asset-people.ts';
import type { PeopleMode } from '../people/mode.ts';

/** An asset as the database of a run keeps it: JSON, as bytes. */
export const documentBytes = (asset: Asset): Buffer => Buffer.from(JSON.stringify(asset));

/** A document as a store keeps it. */
export const deflated = (document: Uint8Array): Buffer => deflateRawSync(document, { level: 1 });

/** Lets the SQL of a database deflate the documents that a store keeps. */
export function addDeflate(database: Database): void {
  database.function('deflated', (document) => deflated(bytesOf(document)), { deterministic: true });
}

/** Lets the SQL of a database take out of the documents that a store keeps what a mode does not keep of people. */
export function addEraser(database: Database, mode: PeopleMode): void {
  const erased = (document: unknown): Buffer => {
    const asset = keptAsset(document);
    return deflated(asset === null ? Buffer.from('null') : documentBytes(assetWithin(mode, asset)));
  };
  database.function('without_people', erased, { deterministic: true });
}

/**
 * The asset of a document that a store kept, perhaps by an older version: what it did not know is unknown, what is no
 * longer known is left out. Null when it cannot be read as an asset all the same.
 */
export function keptAsset(document: unknown): Asset | null {
  const value: unknown = JSON.parse(inflateRawSync(bytesOf(document)).toString('utf8'));
  const { data, error } = assetSchema.safeParse(value);
  if (data) return data;
  for (const issue of error.issues) mend(value, issue);
  return assetSchema.safeParse(value).data ?? null;
}

function mend(value: unknown, issue: z.core.$ZodIssue): void {
  const { path } = issue;
  const at = issue.code === 'unrecognized_keys' ? path : path.slice(0, -1);
  const parent = at.reduce<unknown>((part, step) => (isRecord(part) ? part[step] : null), value);
  if (!isRecord(parent)) return;
  if (issue.code === 'unrecognized_keys') for (const key of issue.keys) delete parent[key];
  else if (issue.code === 'invalid_type')
    parent[path.at(-1) ?? ''] = issue.expected === 'array' ? [] : issue.expected === 'record' ? {} : null;
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

/** A document as the library gives it; anything but bytes would be a mistake of this program. */
export function bytesOf(document: unknown): Buffer {
  if (!(document instanceof Uint8Array)) throw new TypeError('a document is bytes');
  return Buffer.from(document.buffer, document.byteOffset, document.byteLength);
}
