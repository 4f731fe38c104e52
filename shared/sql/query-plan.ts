import { AccessError, ConfigError } from '../errors.ts';
import type { Notice, Text } from '../text.ts';
import type { QueryFile } from './query-file.ts';
import { messages } from './query-messages.ts';
import type { Catalogue, SqlQuery } from './source.ts';
import type { SqlToken } from './tokens.ts';

/** What becomes of a query on this site: the text to send, or null when a view that it may miss is missing. */
export interface QueryPlan {
  readonly query: SqlQuery | null;
  readonly notices: readonly Notice[];
}

export type Parameters = Readonly<Record<string, string | number | boolean | null>>;

/** What queries are fitted to. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  readonly parameters: Parameters;
  /** What to do in the product so that it fills a table or a column. */
  readonly collect: Text;
}

/** `alias.column` somewhere in the text, with the views that the alias may stand for. */
interface Reference {
  readonly line: number;
  readonly column: string;
  readonly views: readonly string[];
}

const optionalMark = /--\s*optional\s*$/i;

/**
 * Fits a query to what the database has. Lines marked `-- optional` whose column is missing are left out with a
 * notice. Throws `ConfigError` for another missing column or an unset parameter, `AccessError` for a missing view of
 * a required section.
 */
export function planQuery(
  file: QueryFile,
  required: boolean,
  { catalogue, parameters, collect }: Surroundings,
): QueryPlan {
  const { views, columns: absent } = missingFrom(file, catalogue);
  if (views.length > 0) {
    if (required)
      throw new AccessError(messages.viewMissing(file, views), { hint: messages.viewMissingHint(views) });
    const text = messages.sectionSkipped(file, views, collect);
    return { query: null, notices: [{ code: 'view-missing', text }] };
  }
  const lines = file.text.split('\n');
  for (const { line, column, optional, views: candidates } of absent) {
    if (optional) continue;
    const known = candidates.flatMap((view) => [...(catalogue.get(view) ?? [])]);
    throw new ConfigError(messages.columnMissing(file, line, column, candidates, nearest(column, known)), {
      hint: columnHint(file),
    });
  }
  const dropped = new Set(absent.map((reference) => reference.line));
  const text = lines.filter((_, index) => !dropped.has(index + 1)).join('\n');
  const bound = bind(file, parameters);
  const columns = [...new Set(absent.map((reference) => reference.column))];
  const notices = columns.length
    ? [{ code: 'column-missing', text: messages.columnsSkipped(file, columns) }]
    : [];
  return { query: { text, parameters: bound, origin: file.path }, notices };
}

/** Which of the things that a query names the database lacks. */
export interface Missing {
  /** Every view that the query reads, missing ones too. */
  readonly read: readonly string[];
  readonly views: readonly string[];
  /** `optional`: the line says that it may be left out. */
  readonly columns: readonly (Reference & { readonly optional: boolean })[];
}

/** Compares a query with what the database has. */
export function missingFrom(file: QueryFile, catalogue: Catalogue): Missing {
  const named = viewsOf(file.tokens);
  const read = [...new Set([...named.values()].flat())];
  const lines = file.text.split('\n');
  const columns = references(file.tokens, named)
    .filter((reference) => isAbsent(reference, catalogue))
    .map((reference) => ({ ...reference, optional: optionalMark.test(lines[reference.line - 1] ?? '') }));
  return { read, views: read.filter((view) => !catalogue.has(view)), columns };
}

/** The columns that a query names of each view, as it spells them, by the view's name in lower case. */
export function columnsRead(file: QueryFile): Map<string, string[]> {
  const read = new Map<string, string[]>();
  for (const { column, views } of references(file.tokens, viewsOf(file.tokens)))
    for (const view of views) read.set(view, [...new Set([...(read.get(view) ?? []), column])]);
  return read;
}

/** What to do about a column that is not there. */
function columnHint(file: QueryFile): Text {
  if (file.origin === 'view') return messages.columnMissingViewHint;
  return file.origin === 'site' ? messages.columnMissingSiteHint : messages.columnMissingHint(file);
}

/** Alias (lower case) → the two-part names (lower case) behind FROM and JOIN that it stands for. */
function viewsOf(tokens: readonly SqlToken[]): Map<string, string[]> {
  const views = new Map<string, string[]>();
  for (let at = 0; at < tokens.length - 3; at += 1) {
    if (!/^(FROM|JOIN)$/i.test(tokens[at]?.text ?? '') || tokens[at + 2]?.text !== '.') continue;
    const view = `${tokens[at + 1]?.text}.${tokens[at + 3]?.text}`.toLowerCase();
    const next = tokens[at + 4];
    const alias = next && /^AS$/i.test(next.text) ? tokens[at + 5] : next;
    const name = (alias && isAlias(alias) ? alias.text : (tokens[at + 3]?.text ?? '')).toLowerCase();
    views.set(name, [...(views.get(name) ?? []), view]);
  }
  return views;
}

function isAlias(token: SqlToken): boolean {
  if (token.kind === 'name') return true;
  return (
    token.kind === 'word' &&
    !/^(WHERE|ON|ORDER|GROUP|JOIN|LEFT|INNER|RIGHT|FULL|CROSS|UNION|WITH|OPTION)$/i.test(token.text)
  );
}

function references(tokens: readonly SqlToken[], views: Map<string, string[]>): Reference[] {
  return tokens.flatMap((token, at) => {
    const candidates = views.get(token.text.toLowerCase());
    const column = tokens[at + 2];
    const isReference =
      tokens[at + 1]?.text === '.' && tokens[at - 1]?.text !== '.' && column?.kind !== 'mark';
    return candidates && column && isReference
      ? [{ line: column.line, column: column.text, views: candidates }]
      : [];
  });
}

const isAbsent = ({ column, views }: Reference, catalogue: Catalogue) =>
  !views.some((view) => catalogue.get(view)?.has(column.toLowerCase()));

function bind(file: QueryFile, parameters: Parameters): Parameters {
  const names = new Set(
    file.tokens.filter((token) => token.kind === 'parameter').map((token) => token.text.slice(1)),
  );
  const unset = [...names].filter((name) => !Object.hasOwn(parameters, name));
  if (unset.length > 0)
    throw new ConfigError(messages.parameterUnset(file, unset), { hint: messages.parameterUnsetHint(unset) });
  return Object.fromEntries([...names].map((name) => [name, parameters[name] ?? null]));
}

/** Up to three known columns that look like the one that is missing. */
function nearest(column: string, known: readonly string[]): string[] {
  const wanted = column.toLowerCase();
  const shared = (other: string) => {
    let length = 0;
    while (length < wanted.length && wanted[length] === other[length]) length += 1;
    return length;
  };
  return [...known]
    .filter(
      (name) => shared(name) >= Math.min(4, wanted.length - 1) || name.includes(wanted.replace(/0$/, '')),
    )
    .sort((a, b) => shared(b) - shared(a) || a.localeCompare(b))
    .slice(0, 3);
}
