/**
 * A second opinion on a SQL text, made another way than the tool's own: it goes character by character, believes the
 * worst of every doubtful one, and knows no grammar.
 */
export interface Scan {
  /** The text without comments, strings and quoted names; each leaves a space. */
  readonly bare: string;
  /** Words of the bare text that write, start another statement or lock. */
  readonly writing: readonly string[];
  /** Statements that the bare text holds, as far as SELECT and `;` tell. */
  readonly statements: number;
}

const writing =
  'insert|update|delete|merge|into|truncate|create|alter|drop|grant|revoke|deny|exec|execute|openrowset|openquery|opendatasource|bulk|waitfor|shutdown|checkpoint|dbcc|backup|restore|kill|declare|set|begin|commit|rollback|save|reconfigure|revert|setuser|writetext|updatetext|receive|send|open|close|deallocate|next|add|disable|enable|use|tablockx|xlock|updlock|(?:xp|sp)_\\w*';

/** `lineEnds`: the characters that end a line comment, for nobody agrees on them. */
export function scan(sql: string, lineEnds: string): Scan {
  const bare = strip(sql, lineEnds);
  const plain = bare.normalize('NFKC').toLowerCase();
  // A number ends where its digits and its exponent end, whatever letters follow.
  const words = plain.replace(/\d+(?:\.\d*)?(?:e[+-]?\d*)?/g, (number, at: number) =>
    /[\p{L}\p{N}_]/u.test(plain[at - 1] ?? '') ? number : ' ',
  );
  const found = words.match(whole(writing)) ?? [];
  return { bare, writing: found, statements: countStatements(words) };
}

/** Any of these words, not as a part of a longer one. */
const whole = (names: string) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names})(?![\\p{L}\\p{N}_])`, 'gu');

function strip(sql: string, lineEnds: string): string {
  const closing: Record<string, string> = { "'": "'", '"': '"', '[': ']' };
  let bare = '';
  for (let at = 0; at < sql.length; at += 1) {
    const two = sql.slice(at, at + 2);
    const close = closing[sql[at] ?? ''];
    if (two === '--') {
      while (at < sql.length && !lineEnds.includes(sql[at] ?? '')) at += 1;
      bare += ' ';
    } else if (two === '/*') {
      at = endOfComment(sql, at);
      bare += ' ';
    } else if (close !== undefined) {
      // A doubled closing mark stands for itself: the text goes on in a second string that begins at once.
      at = sql.indexOf(close, at + 1);
      if (at < 0) return `${bare} delete `;
      while (sql[at + 1] === close) {
        at = sql.indexOf(close, at + 2);
        if (at < 0) return `${bare} delete `;
      }
      bare += ' ';
    } else bare += sql[at];
  }
  return bare;
}

/** Place of the last character of a comment, comments inside it counted. */
function endOfComment(sql: string, from: number): number {
  let depth = 0;
  for (let at = from; at < sql.length; at += 1) {
    const two = sql.slice(at, at + 2);
    if (two === '/*') depth += 1;
    if (two === '*/') depth -= 1;
    if (two === '/*' || two === '*/') at += 1;
    if (depth === 0) return at;
  }
  return sql.length;
}

/** Outside brackets: each SELECT that UNION, EXCEPT or INTERSECT does not tie to the one before, each `;` but the last. */
function countStatements(words: string): number {
  let outside = words;
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replace(/\([^()]*\)/g, ' ');
  }
  const count = (pattern: RegExp) => (outside.match(pattern) ?? []).length;
  const selects = count(whole('select')) - count(whole('union|except|intersect'));
  const marks = count(/;(?=[\s\S]*[^\s;])/g);
  return Math.max(selects, 1) + marks;
}
