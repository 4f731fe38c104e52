import { SqlSyntaxError, type SqlToken, tokenize } from './tokens.ts';

/** Words that no reading query needs; quoted identifiers of the same spelling are allowed. */
const forbidden = new Set(
  `INSERT UPDATE DELETE MERGE INTO TRUNCATE CREATE ALTER DROP ADD GRANT REVOKE DENY EXEC EXECUTE CALL OPENROWSET
  OPENQUERY OPENDATASOURCE OPENXML BULK LOAD DUMP WAITFOR SHUTDOWN CHECKPOINT DBCC BACKUP RESTORE KILL USE SETUSER
  DECLARE SET GO BEGIN COMMIT ROLLBACK SAVE PRINT RAISERROR THROW RECONFIGURE REVERT WRITETEXT UPDATETEXT READTEXT
  ENABLE DISABLE NEXT OPEN CLOSE DEALLOCATE RECEIVE SEND ATTACH DETACH PRAGMA VACUUM REINDEX XLOCK TABLOCK TABLOCKX
  UPDLOCK HOLDLOCK SERIALIZABLE REPEATABLEREAD IF WHILE BREAK CONTINUE RETURN GOTO LINENO`.split(/\s+/),
);
/** A second SELECT belongs to the same statement only behind a bracket, one of these, or UNION ALL. */
const continues = new Set(['UNION', 'EXCEPT', 'INTERSECT']);

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
    const before = tokens[index - 1];
    const second = { line: token.line, why: 'statements', detail: token.text } as const;
    if (isMark(token, '(')) depth += 1;
    if (isMark(token, ')')) depth -= 1;
    if (depth < 0) return unpaired(token);
    if (isMark(token, ';') && index < tokens.length - 1) return second;
    if (isMark(token, '(') && isMark(before, ')')) return second;
    if (word && (forbidden.has(word) || /^(XP|SP)_/.test(word)))
      return { line: token.line, why: 'word', detail: token.text };
    if (word === 'SELECT' && index > 0 && !isContinued(tokens, index)) {
      if (depth !== 0 || mainSelects === 0 || !isMark(before, ')')) return second;
      mainSelects -= 1;
    }
    if (word === 'WITH' && index > 0 && !isMark(tokens[index + 1], '(')) return second;
  }
  return depth === 0 ? null : unpaired(tokens.at(-1) ?? first);
}

const unpaired = ({ line }: SqlToken): Refusal => ({
  line,
  why: 'syntax',
  detail: 'a bracket without its pair',
});

function isMark(token: SqlToken | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

function isContinued(tokens: readonly SqlToken[], index: number): boolean {
  const word = (at: number) => keyword(tokens[at]) ?? '';
  const joint = word(index - 1) === 'ALL' ? word(index - 2) : word(index - 1);
  return isMark(tokens[index - 1], '(') || continues.has(joint);
}

/** A bare word as the server might understand it: upper case, with look-alike letters folded to ASCII. */
function keyword(token: SqlToken | undefined): string | null {
  return token?.kind === 'word' ? token.text.normalize('NFKC').toUpperCase() : null;
}
