import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Node } from 'yaml';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { messages } from './messages.ts';
import { nearest } from './nearest.ts';
import { parsedBefore } from './parsed-yaml.ts';
import { keysAt } from './schema-keys.ts';
import type { Text } from './text.ts';

/** The library, loaded for the first file that the build has not parsed. */
const yaml = (): typeof import('yaml') => createRequire(import.meta.url)('yaml');

/**
 * Reads a YAML file and checks it. Every mistake is reported at once, each with its line, column, entry and the
 * allowed values. Throws `ConfigError`.
 */
export function readYamlFile<T>(path: string, schema: z.ZodType<T>): T {
  const text = readText(path);
  const before = parsedBefore(text);
  const known = before === undefined ? null : schema.safeParse(before);
  if (known?.success) return known.data; // else once more, for the line and column of each mistake
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => {
      const fault = `${place(error.pos[0])} ${error.message}`;
      return { fr: fault, en: fault };
    });
    throw new ConfigError(messages.yamlInvalid(path, faults), { hint: messages.yamlInvalidHint });
  }
  const checked = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (checked.success) return checked.data;
  const mistakes = checked.error.issues.flatMap(expand).flatMap((issue) => mistakesOf(issue, schema));
  const placed = mistakes.map(({ path, text }) => ({
    offset: offsetOf(document.contents, path),
    path,
    text,
  }));
  const faults = placed
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, path, text }) => {
      const at = `${place(offset)} ${path.join('.') || '-'}`;
      return { fr: `${at} : ${text.fr}`, en: `${at}: ${text.en}` };
    });
  throw new ConfigError(messages.yamlInvalid(path, faults), { hint: messages.yamlInvalidHint });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(messages.fileUnreadable(path), { hint: messages.fileUnreadableHint, cause });
  }
}

type Issue = z.core.$ZodIssue;

/** One mistake, at the entry that is wrong. */
interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly text: Text;
}

/** An issue as mistakes: one for each key that the entry does not have. */
function mistakesOf(issue: Issue, schema: z.ZodType): Mistake[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, text: wordsOf(issue) }];
  const known = keysAt(schema, issue.path);
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    text: messages.yamlKeyUnknown(key, nearest(key, known), known),
  }));
}

const french = z.locales.fr().localeError;
const english = z.locales.en().localeError;

/** A mistake in both languages: zod's own words, or those that a check of ours carries as `params.text`. */
function wordsOf(issue: Issue): Text {
  const own = issue.code === 'custom' ? issue.params?.text : undefined;
  if (isText(own)) return own;
  const options = optionsOf(issue);
  if (options.length > 0) {
    const asked = typeof issue.input === 'string' ? issue.input : '';
    return messages.yamlChoice(options, nearest(asked, options));
  }
  const words = (locale: typeof french) => {
    const said = locale({ input: undefined, ...issue });
    return typeof said === 'string' ? said : (said?.message ?? issue.message);
  };
  return { fr: words(french), en: words(english) };
}

/** The values that would have done, where they are few enough to be listed. */
function optionsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'fr' in value && 'en' in value;
}

/** The faults inside a union are those of its best-fitting member: the one with the fewest. */
function expand(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const best = issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
  return best.flatMap((inner) => expand({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Where an entry stands in the text; a missing entry stands where its parent begins. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  const { isMap, isSeq } = yaml();
  let node = root as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(step));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
