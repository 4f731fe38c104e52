import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from '../shared/sql/read-only.ts';
import { tokenize } from '../shared/sql/tokens.ts';

const shipped = readdirSync('queries', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sql'),
);

describe('queries that may be sent', () => {
  it.each(shipped)('%s', (name) => {
    expect(readQuery(readFileSync(join('queries', name), 'utf8'))).toHaveProperty('tokens');
  });

  it.each([
    ['a trailing semicolon', 'SELECT a FROM b;'],
    ['a common table expression', 'WITH x AS (SELECT 1 AS a), y AS (SELECT a FROM x) SELECT a FROM y'],
    ['a union', 'SELECT a FROM b UNION ALL SELECT a FROM c EXCEPT SELECT a FROM d'],
    ['a subquery', 'SELECT a FROM b WHERE a IN (SELECT c FROM d) AND EXISTS (SELECT 1 FROM e)'],
    [
      'forbidden words inside quotes',
      'SELECT [Update], "Into", \'DELETE; DROP\' FROM b -- EXEC\n/* MERGE */',
    ],
    ['a table hint', 'SELECT a FROM b WITH (NOLOCK)'],
    ['accents', 'SELECT é.Année FROM dbo.Équipement AS é'],
    ['a parameter', 'SELECT a FROM b WHERE c = @jours'],
    ['a byte order mark', '\uFEFFSELECT 1'],
  ])('%s', (_, sql) => expect(readQuery(sql)).toHaveProperty('tokens'));
});

describe('queries that are refused', () => {
  it.each([
    ['empty', '-- nothing', 'empty', 1],
    ['a deletion', 'DELETE FROM b', 'start', 1],
    ['a procedure', 'EXEC sp_who', 'start', 1],
    ['SELECT INTO', 'SELECT a\nINTO c FROM b', 'word', 2],
    ['two statements', 'SELECT 1; SELECT 2', 'statements', 1],
    ['two statements without a mark', 'SELECT 1 SELECT 2', 'statements', 1],
    ['a second statement behind brackets', 'SELECT (1) SELECT 2', 'statements', 1],
    ['a deletion without a mark', 'SELECT 1 DELETE FROM b', 'word', 1],
    ['a deletion behind a comment', 'SELECT 1 /* ; */ DELETE FROM b', 'word', 1],
    ['a deletion in a common table expression', 'WITH x AS (SELECT 1 AS a) DELETE FROM x', 'word', 1],
    ['a semicolon before WITH', 'SELECT 1 ;WITH x AS (SELECT 1 AS a) SELECT a FROM x', 'statements', 1],
    ['WITH after a statement', 'SELECT 1 WITH x AS (SELECT 1 AS a) SELECT a FROM x', 'statements', 1],
    [
      'three statements behind WITH',
      'WITH x AS (SELECT 1 AS a) SELECT (a) FROM x WHERE (1=1) SELECT 2',
      'statements',
      1,
    ],
    ['OPENROWSET', "SELECT a FROM OPENROWSET('x', 'y', 'z') AS a", 'word', 1],
    ['an extended procedure', 'SELECT a FROM xp_cmdshell', 'word', 1],
    ['a sequence', 'SELECT NEXT VALUE FOR s', 'word', 1],
    ['an exclusive lock', 'SELECT a FROM b WITH (TABLOCKX)', 'word', 1],
    ['a comment in a comment', 'SELECT 1 /* /* */ DELETE FROM b -- */', 'syntax', 1],
    ['an open comment', 'SELECT 1 /* DELETE', 'word', 1],
    ['an open quote', "SELECT 'a", 'syntax', 1],
    ['a full-width word', 'SELECT 1 ＤＥＬＥＴＥ FROM b', 'word', 1],
    ['a look-alike semicolon', 'SELECT 1\u037E DROP TABLE b', 'syntax', 1],
    ['a no-break space', 'SELECT\u00A01', 'syntax', 1],
    ['a zero-width space in a word', 'SELECT 1 DE\u200BLETE FROM b', 'syntax', 1],
    ['a variable of the server', 'SELECT @@VERSION', 'syntax', 1],
    ['a setting', 'SET NOCOUNT ON SELECT 1', 'start', 1],
    ['a batch separator', 'SELECT 1\nGO\nSELECT 2', 'word', 2],
    ['a wait', "SELECT 1 WAITFOR DELAY '1'", 'word', 1],
  ])('%s', (_, sql, why, line) => expect(readQuery(sql)).toMatchObject({ refusal: { why, line } }));
});

describe('the tokenizer', () => {
  it('never loses a character: whatever it accepts is made of its tokens, comments and white space', () => {
    const piece = fc.constantFrom(
      'SELECT ',
      'a',
      '.',
      "'x''y'",
      '[b]]c]',
      '"d"',
      ' -- e\n',
      '/* f */',
      '(',
      ')',
      ',',
      '1.5',
      '@p',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const sql = pieces.join(' ');
        const words = tokenize(sql).filter((token) => token.kind === 'word');
        expect(words.length).toBe(pieces.filter((text) => text === 'SELECT ' || text === 'a').length);
      }),
    );
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sql) => {
        const read = readQuery(sql);
        expect('tokens' in read || 'refusal' in read).toBe(true);
      }),
    );
  });
});
