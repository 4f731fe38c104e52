import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../shared/errors.ts';
import { readQueryFile } from '../shared/sql/query-file.ts';
import { readQuery } from '../shared/sql/read-only.ts';
import { contentsOf } from './fakes/command.ts';
import { startSite } from './fakes/source-server.ts';
import { lansweeper, sccm } from './fakes/sql-bridge.ts';
import { scan } from './fakes/sql-scanner.ts';
import { isHousekeeping } from './fakes/tds/housekeeping.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { harmlessQueries, hostileQueries } from './hostile-queries.ts';

/** Where line comments may be thought to end. */
const lineEnds = ['\n', '\n\r\f\v\u0085\u2028\u2029'];
const shipped = readdirSync('queries', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sql'),
);

/** A folder of a site with its own `bios.sql`. */
function siteWith(sql: string, folder: string = temporaryFolder()): string {
  mkdirSync(join(folder, 'queries', 'sccm'), { recursive: true });
  writeFileSync(join(folder, 'queries', 'sccm', 'bios.sql'), sql);
  return folder;
}

describe('a query of the site', () => {
  it.each(hostileQueries)('is refused: %s', (_, sql) => {
    const folder = siteWith(sql);
    expect(() => readQueryFile('sccm', 'bios', folder)).toThrow(
      expect.objectContaining({
        constructor: ConfigError,
        exitCode: 2,
        message: expect.stringMatching(/bios\.sql, line \d+: .*Nothing was sent\.$/s),
        hint: expect.objectContaining({ en: expect.stringContaining('A query is one SELECT') }),
      }),
    );
  });

  it.each(harmlessQueries)('may be sent: %s', (_, sql) => {
    const { text } = readQueryFile('sccm', 'bios', siteWith(sql));
    for (const ends of lineEnds) expect(scan(text, ends)).toMatchObject({ writing: [], statements: 1 });
  });
});

describe('the second opinion', () => {
  it('sees what is wrong with the plain attacks', () => {
    const plain = hostileQueries.filter(([, sql]) =>
      /^SELECT 1\b.*\b(DELETE|DROP|GRANT|SHUTDOWN)\b/s.test(sql),
    );
    expect(plain.length).toBeGreaterThan(8);
    const worst = (sql: string) => lineEnds.flatMap((ends) => scan(sql, ends).writing);
    expect(plain.filter(([, sql]) => worst(sql).length === 0 && !/\/\*|\u200B|\uFEFF/.test(sql))).toEqual([]);
  });

  it.each(shipped)('has nothing against %s', (name) => {
    const sql = readFileSync(join('queries', name), 'utf8');
    for (const ends of lineEnds) expect(scan(sql, ends)).toMatchObject({ writing: [], statements: 1 });
  });

  it('finds nothing that writes, and no second statement, in any text that is accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(doubtfulText, (sql) => {
        if ('refusal' in readQuery(sql)) return;
        accepted += 1;
        for (const ends of lineEnds) {
          const { writing, statements } = scan(sql, ends);
          expect({ sql, writing, statements }).toEqual({ sql, writing: [], statements: 1 });
        }
      }),
      { numRuns: 20_000 },
    );
    expect(accepted).toBeGreaterThan(1_000);
  });
});

/** Pieces of readings and of attacks, glued without care. */
const piece = fc.constantFrom(
  ...[
    'SELECT',
    ' SELECT ',
    ' DELETE ',
    'DELETE',
    ' INTO ',
    ' UNION ',
    ' UNION ALL ',
    ' ALL ',
    'WITH x AS (',
    ' WITH (NOLOCK) ',
  ],
  ...[
    ' FROM dbo.t ',
    ' WHERE ',
    'a',
    ' a ',
    '.',
    ',',
    '=',
    '(',
    ')',
    ';',
    "'",
    "''",
    "N'x'",
    '[',
    ']',
    ']]',
    '"',
    '""',
  ],
  ...[
    '--',
    '/*',
    '*/',
    '/',
    '*',
    '-',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\u00A0',
    '\u2028',
    '\f',
    '\uFEFF',
    '\u200B',
  ],
  ...[
    '1',
    '1e',
    '1.',
    '0x',
    'e',
    '@p',
    '@@',
    '#t',
    '$',
    '[(]',
    '[UNION]',
    '"("',
    "'('",
    ' -- x\n',
    '/* y */',
    'é',
    'Ｄ',
  ],
);
const glued = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const doubtfulText = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(glued, glued).map(([a, b]) => `SELECT ${a} FROM dbo.t ${b}`) },
  { weight: 1, arbitrary: glued.map((a) => `WITH x AS (SELECT 1 AS a) SELECT a FROM x ${a}`) },
  { weight: 1, arbitrary: glued },
);

describe('the socket', () => {
  const bridges = [sccm, lansweeper].map((bridge) => [bridge.name, bridge] as const);

  it.each(bridges)(
    'carries the shipped queries of %s as they stand in their files, the catalogue, and polite settings',
    async (name, bridge) => {
      const site = await startSite({}, {}, bridge);
      const software = ['--software', join(site.folder, 'software.csv')];
      expect(await site.run('--out', join(site.folder, 'assets.csv'), ...software)).toMatchObject({
        code: 0,
      });
      const sent = site.server.records.calls.map(({ sql }) => sql);
      // Collections are asked about where rules name one.
      const own = shipped.filter((path) => path.startsWith(name) && !path.includes('/collection'));
      const files = new Set(own.map((path) => readFileSync(join('queries', path), 'utf8')));
      const others = sent.filter((sql) => !isHousekeeping(sql) && !files.has(sql));
      expect(new Set(others).size).toBe(1);
      expect(others[0]).toMatch(/^SELECT [\w., ]+ FROM INFORMATION_SCHEMA\.COLUMNS AS c$/);
      expect([...files].filter((sql) => !sent.includes(sql))).toEqual([]);
      const settings = sent
        .filter(isHousekeeping)
        .flatMap((sql) => sql.split(/[;\n]/))
        .map((line) => line.trim());
      expect(settings.filter((line) => line !== '' && !/^set [\w ]+$/i.test(line))).toEqual([]);
    },
  );

  const handful = hostileQueries.filter(([title]) =>
    ['DELETE', 'two statements', 'SELECT INTO', 'a word glued to an exponent', 'a checkpoint'].includes(
      title,
    ),
  );

  it.each(handful)('never opens for: %s', async (_, sql) => {
    const site = await startSite();
    writeFileSync(join(site.folder, 'assets.csv'), 'the last good file');
    const before = contentsOf(site.folder);
    siteWith(sql, site.home);
    const ended = await site.run('--out', join(site.folder, 'assets.csv'));
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/bios\.sql, line \d+: [\s\S]*What to do: /);
    expect(site.server.records).toMatchObject({ connections: 0, calls: [] });
    expect(contentsOf(site.folder)).toEqual(before);
  });

  it('never carries what only comes to light when an optional line is left out', async () => {
    const site = await startSite();
    siteWith(
      [
        'SELECT x.ResourceID AS resourceId',
        '     , x.NoSuchColumn0 AS gone /* -- optional',
        '; DELETE FROM dbo.v_GS_PC_BIOS --',
        '*/ FROM dbo.v_GS_PC_BIOS AS x ORDER BY x.ResourceID',
      ].join('\n'),
      site.home,
    );
    const ended = await site.run('--out', join(site.folder, 'assets.csv'));
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Nothing was sent') });
    expect(site.server.records.calls.filter(({ sql }) => /delete/i.test(sql))).toEqual([]);
    expect(readdirSync(site.folder)).toEqual([]);
  });
});
