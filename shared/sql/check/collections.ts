import { BridgeError, ConfigError } from '../../errors.ts';
import { type Finding, failure } from '../../finding.ts';
import { parameterFor, withoutSection } from '../collections.ts';
import { readRows } from '../rows.ts';
import { fitQuery } from './fit-query.ts';
import { unread } from './section-finding.ts';
import { serverMessages as messages } from './server-messages.ts';
import type { OpenTarget } from './target.ts';

/**
 * Looks for the collections that rules name; returns the check with what their members are asked for by, or without
 * that section when it cannot be asked for.
 */
export async function* collectionFindings(target: OpenTarget): AsyncGenerator<Finding, OpenTarget> {
  const { collections, source, signal } = target;
  if (collections === null) return target;
  const { file, patterns, members } = collections;
  const without = { ...target, sections: withoutSection(target.sections, members) };
  const { query, findings, views } = fitQuery(file, true, target);
  yield* findings;
  if (!query) return without;
  try {
    const named = parameterFor(patterns, await readRows(query, source, signal));
    const text = messages.collectionsFound(patterns);
    yield { code: 'collections', level: 'ok', subject: messages.collections, text, facts: { patterns } };
    return { ...target, parameters: { ...target.parameters, ...named } };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof BridgeError)) throw error;
    yield error instanceof ConfigError
      ? failure('collection-unknown', messages.collections, error, { patterns })
      : unread(file.section, views, error);
    return without;
  }
}
