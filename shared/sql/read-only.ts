import { SqlSyntaxError, type SqlToken, tokenize } from './tokens.ts';

/** Words that no reading query needs; quoted identifiers of the same spelling are allowed. */
const forbidden = new Set(
  `INSERT UPDATE DELETE MERGE INTO TRUNCATE CREATE ALTER DROP GRANT REVOKE DENY EXEC EXECUTE CALL OPENROWSET
  OPENQUERY OPENDATASOURCE OPENXML BULK WAITFOR SHUTDOWN DBCC BACKUP RESTORE KILL USE DECLARE SET GO BEGIN COMMIT
  ROLLBACK SAVE PRINT RAISERROR THROW RECONFIGURE REVERT WRITETEXT UPDATETEXT READTEXT ENABLE DISABLE NEXT
  ATTACH DETACH PRAGMA VACUUM REINDEX XLOCK TABLOCK TABLOCKX UPDLOCK HOLDLOCK SERIALIZABLE REPEATABLEREAD
  IF WHILE RETURN GOTO`.split(/\s+/),
);
/** A second SELECT belongs to the same statement only behind one of these. */
const continues = new Set(['(', 'UNION', 'ALL', 'EXCEPT', 'INTERSECT']);

/** What is wrong with a query that may not be sent. */
export interface Refusal {
  readonly line: number;
  readonly why: 'syntax' | 'start' | 'word' | 'statements' | 'empty';
  readonly detail: string;
}

/** Splits a query and judges it: one SELECT or WITH statement that only reads, or a `Refusal`. */
export function readQuery(sql: string): { tokens: SqlToken[] } | { refusal: Refusal } {
  try {
    const tokens = tokenize(sql);
    const refusal = judge(tokens);
    return refusal ? { refusal } : { tokens };
  } catch (error) {
    if (!(error instanceof SqlSyntaxError)) throw error;
    return { refusal: { line: error.line, why: 'syntax', detail: error.message } };
  }
}

function judge(tokens: readonly SqlToken[]): Refusal | null {
  const first = tokens[0];
  if (!first) return { line: 1, why: 'empty', detail: '' };
  const start = keyword(first);
  if (start !== 'SELECT' && start !== 'WITH') return { line: first.line, why: 'start', detail: first.text };
  let depth = 0;
  let mainSelects = start === 'WITH' ? 1 : 0;
  for (const [index, token] of tokens.entries()) {
    const word = keyword(token);
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.kind === 'mark' && token.text === ';' && index < tokens.length - 1)
      return { line: token.line, why: 'statements', detail: ';' };
    if (word && (forbidden.has(word) || /^(XP|SP)_/.test(word)))
      return { line: token.line, why: 'word', detail: token.text };
    if (word === 'SELECT' && index > 0 && !continuesBefore(tokens, index)) {
      if (depth !== 0 || mainSelects === 0 || tokens[index - 1]?.text !== ')')
        return { line: token.line, why: 'statements', detail: token.text };
      mainSelects -= 1;
    }
    if (word === 'WITH' && index > 0 && tokens[index + 1]?.text !== '(')
      return { line: token.line, why: 'statements', detail: token.text };
  }
  return null;
}

function continuesBefore(tokens: readonly SqlToken[], index: number): boolean {
  const before = tokens[index - 1];
  return before !== undefined && continues.has(keyword(before) ?? before.text);
}

/** A bare word as the server might understand it: upper case, with look-alike letters folded to ASCII. */
function keyword(token: SqlToken): string | null {
  return token.kind === 'word' ? token.text.normalize('NFKC').toUpperCase() : null;
}
