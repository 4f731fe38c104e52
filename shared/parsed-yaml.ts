import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { packageRoot } from './package-root.ts';

/** What the YAML files of the package say, as JSON named by the hash of their text: the build parses them, once for all. */
const folder = join(packageRoot, 'dist', 'yaml');

const pathOf = (text: string): string =>
  join(folder, `${createHash('sha256').update(text).digest('hex')}.json`);

/** What a YAML text says, where the build has parsed the very same; else undefined. */
export function parsedBefore(text: string): unknown {
  try {
    return JSON.parse(readFileSync(pathOf(text), 'utf8'));
  } catch {
    return undefined; // a file of the site, or one that was changed since
  }
}

/** Keeps what a YAML text says, unless JSON would say it otherwise. */
export function keepParsed(text: string, value: unknown): void {
  const json = JSON.stringify(value);
  if (!isDeepStrictEqual(JSON.parse(json), value)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(pathOf(text), json);
}
