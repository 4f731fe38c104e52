/** One token of a SQL text; comments and white space are dropped. */
export interface SqlToken {
  /** `word`: bare identifier or keyword; `name`: quoted identifier, without its quotes; `string`, `number`, `parameter`, `mark`. */
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'parameter' | 'mark';
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** A text that cannot be split safely: the same bytes might mean something else to the server. */
export class SqlSyntaxError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const patterns: readonly (readonly [SqlToken['kind'] | 'skip', RegExp])[] = [
  ['skip', /[ \t\r\n]+/y],
  ['skip', /--[^\n]*/y],
  ['skip', /\/\*[\s\S]*?\*\//y],
  ['string', /[Nn]?'(?:[^']|'')*'/y],
  ['name', /\[(?:[^\]]|\]\])*\]/y],
  ['name', /"(?:[^"]|"")*"/y],
  ['number', /0[xX][0-9a-fA-F]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['parameter', /@[\p{L}_][\p{L}\p{N}_]*/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['mark', /<>|<=|>=|!=|\|\||[-+*/%=<>(),.;&|^~]/y],
];

/** Characters that some reader takes for white space, for the end of a line, or for the end of the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const treacherous = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]|\r(?!\n)/;
/** SQL Server reads `1eDELETE` and `1.eDELETE` as a number and a word. */
const gluedToNumber = /[\p{L}\p{N}_$#@.]/uy;

/**
 * Splits a SQL text as SQL Server (with QUOTED_IDENTIFIER ON) and SQLite both would. Throws `SqlSyntaxError` on
 * whatever the two, or two versions of one, read differently: nested comments, unclosed quotes, marks outside ASCII,
 * `@@` variables, control characters, a number that a word is glued to.
 */
export function tokenize(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = sql.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  const trap = treacherous.exec(sql);
  if (trap) throw new SqlSyntaxError('a control character', sql.slice(0, trap.index).split('\n').length);
  while (at < sql.length) {
    const found = matchAt(sql, at);
    if (!found) throw new SqlSyntaxError(`unexpected ${JSON.stringify(sql.slice(at, at + 12))}`, line);
    const [kind, text] = found;
    if (kind === 'skip' && text.startsWith('/*') && text.indexOf('/*', 2) >= 0)
      throw new SqlSyntaxError('a comment inside a comment', line);
    gluedToNumber.lastIndex = at + text.length;
    if (kind === 'number' && gluedToNumber.test(sql))
      throw new SqlSyntaxError(`a word glued to the number ${text}`, line);
    if (kind === 'name') tokens.push({ kind, text: unquote(text), line });
    else if (kind !== 'skip') tokens.push({ kind, text, line });
    line += text.split('\n').length - 1;
    at += text.length;
  }
  return tokens;
}

function matchAt(sql: string, at: number): readonly [SqlToken['kind'] | 'skip', string] | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(sql);
    if (found) return [kind, found[0]];
  }
  return null;
}

function unquote(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith('[') ? inner.replaceAll(']]', ']') : inner.replaceAll('""', '"');
}
