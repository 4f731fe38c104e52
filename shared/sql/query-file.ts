import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { messages, refusalReasons } from './query-messages.ts';
import { type Refusal, readQuery } from './read-only.ts';
import type { SqlToken } from './tokens.ts';

/** A query as it stands in its file, proved to be one reading statement. */
export interface QueryFile {
  /** Section that it answers. */
  readonly section: string;
  /** Path for messages. */
  readonly path: string;
  /**
   * `site`: a copy that the organisation adapted, beside its `bridge.yaml`; `view`: made for a view that its
   * configuration names.
   */
  readonly origin: 'shipped' | 'site' | 'view';
  readonly text: string;
  readonly tokens: readonly SqlToken[];
}

/**
 * Reads `queries/<bridge>/<section>.sql`, the site's copy before the shipped one. Throws `ConfigError` when the
 * text is anything but a single SELECT or WITH statement.
 */
export function readQueryFile(bridge: string, section: string, siteFolder: string | null): QueryFile {
  const name = join('queries', bridge, `${section}.sql`);
  const shipped = join(packageRoot, name);
  const site = siteFolder === null ? shipped : resolve(siteFolder, name);
  const isSite = site !== shipped && existsSync(site);
  const path = isSite ? site : shipped;
  const text = readText(path);
  return {
    section,
    path: isSite ? path : name,
    origin: isSite ? 'site' : 'shipped',
    text,
    tokens: readingTokens(text, path),
  };
}

/** The tokens of a query, proved to be one reading statement. `path` is for messages. Throws `ConfigError`. */
export function readingTokens(text: string, path: string): readonly SqlToken[] {
  const read = readQuery(text);
  if ('refusal' in read) throw refusalError(path, read.refusal);
  return read.tokens;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new ConfigError(messages.queryUnreadable(path), { hint: messages.queryUnreadableHint, cause });
  }
}

function refusalError(path: string, { line, why, detail }: Refusal): ConfigError {
  return new ConfigError(messages.queryRefused(path, line, refusalReasons[why], detail), {
    hint: messages.queryRefusedHint,
  });
}
