import type { SqlToken } from '../tokens.ts';

/** The name of a table, view or function as it is written: one to four parts, an empty part for `..`. */
export type ObjectName = readonly string[];

const sourceBefore = /^(FROM|JOIN|APPLY)$/i;
const endOfSources = /^(WHERE|GROUP|HAVING|ORDER|UNION|EXCEPT|INTERSECT|OPTION|SELECT|WINDOW)$/i;

/**
 * Everything that a query reads from, in order, each spelling once: behind FROM, JOIN and APPLY and behind the commas
 * of a FROM. Names that the query itself gives (WITH), temporary tables and functions without a schema are left out.
 */
export function readObjects(tokens: readonly SqlToken[]): ObjectName[] {
  const given = givenNames(tokens);
  const found = new Map<string, ObjectName>();
  /** One entry for each open parenthesis: whether a comma there separates sources. */
  const inSources = [false];
  for (const [at, token] of tokens.entries()) {
    const depth = inSources.length - 1;
    if (token.text === '(' && token.kind === 'mark') inSources.push(false);
    else if (token.text === ')' && token.kind === 'mark') inSources.pop();
    else if (isWord(token, endOfSources)) inSources[depth] = false;
    const isFrom = isWord(token, sourceBefore) && !isWord(tokens[at - 1], /^DISTINCT$/i);
    if (isFrom) inSources[depth] = true;
    if (!isFrom && !(token.text === ',' && inSources[depth])) continue;
    const name = nameAt(tokens, at + 1);
    const isFunction = name.length === 1 && tokens[at + 2]?.text === '(';
    const [only = ''] = name;
    if (name.length === 0 || isFunction || only.startsWith('#')) continue;
    if (name.length === 1 && given.has(only.toLowerCase())) continue;
    const key = name.join('.').toLowerCase();
    if (!found.has(key)) found.set(key, name);
  }
  return [...found.values()];
}

/** The parts of a dotted name that begins at a position; none where something else stands. */
function nameAt(tokens: readonly SqlToken[], start: number): string[] {
  const parts: string[] = [];
  for (let at = start; ; at += 1) {
    const part = nameOf(tokens[at]);
    if (part === null) {
      if (tokens[at]?.text !== '.' || parts.length === 0) return [];
      parts.push('');
      continue;
    }
    parts.push(part);
    if (tokens[at + 1]?.text !== '.') return parts;
    at += 1;
  }
}

/** Lower-case names of `WITH name AS (` and `WITH name (columns) AS (`. */
function givenNames(tokens: readonly SqlToken[]): Set<string> {
  const names = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (!isWord(token, /^AS$/i) || tokens[at + 1]?.text !== '(') continue;
    let before = at - 1;
    if (tokens[before]?.text === ')') {
      while (before >= 0 && tokens[before]?.text !== '(') before -= 1;
      before -= 1;
    }
    const name = nameOf(tokens[before]);
    if (name !== null) names.add(name.toLowerCase());
  }
  return names;
}

const isWord = (token: SqlToken | undefined, pattern: RegExp) =>
  token?.kind === 'word' && pattern.test(token.text);

const nameOf = (token: SqlToken | undefined) =>
  token?.kind === 'word' || token?.kind === 'name' ? token.text : null;
