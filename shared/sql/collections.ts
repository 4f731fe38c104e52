import { ConfigError } from '../errors.ts';
import type { SectionSet } from '../extract/section.ts';
import { nearest } from '../nearest.ts';
import { glob } from '../population/glob.ts';
import type { QueryFile } from './query-file.ts';
import { messages } from './query-messages.ts';
import { type Parameters, planQuery, type Surroundings } from './query-plan.ts';
import { type Row, readRows } from './rows.ts';
import type { SqlSource } from './source.ts';

/** How a bridge tells which collections there are, and which of them a device is in. */
export interface CollectionQueries<Section extends string> {
  /** Query without a key that lists them: `collectionId` and `name`. */
  readonly list: string;
  /** Section of the members, by the bridge's own name; its query has the parameter `@collections`. */
  readonly members: Section;
}

/**
 * The parameter that has the members of the collections read that rules name, and of no others. Throws `ConfigError` for
 * a name that no collection has, `AccessError` when the list may not be read.
 */
export async function askForCollections(
  patterns: readonly string[],
  file: QueryFile,
  surroundings: Surroundings,
  source: SqlSource,
  signal: AbortSignal,
): Promise<Parameters> {
  const { query } = planQuery(file, true, surroundings);
  if (!query) throw new Error('a required query has a text or throws');
  return parameterFor(patterns, await readRows(query, source, signal));
}

/** The parameter `@collections`: the ids of the collections whose names fit, each between bars. Throws `ConfigError`. */
export function parameterFor(patterns: readonly string[], rows: readonly Row[]): Parameters {
  const named = rows.map(({ collectionId, name }) => ({ id: String(collectionId), name: String(name) }));
  const ids = patterns.flatMap((pattern) => {
    const fits = glob(pattern);
    const found = named.filter(({ name }) => fits(name));
    if (found.length > 0) return found.map(({ id }) => id);
    const near = nearest(
      pattern,
      named.map(({ name }) => name),
    );
    throw new ConfigError(messages.collectionUnknown(pattern, named.length), {
      hint: messages.collectionUnknownHint(near),
    });
  });
  return { collections: `|${[...new Set(ids)].join('|')}|` };
}

/** Sections without one that nobody asks for. */
export function withoutSection(sections: SectionSet, name: string | undefined): SectionSet {
  const asked = Object.entries(sections).filter(([each]) => each !== name);
  return { ...Object.fromEntries(asked), base: sections.base };
}
