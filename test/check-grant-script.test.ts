import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readObjects } from '../shared/sql/check/read-objects.ts';
import { tokenize } from '../shared/sql/tokens.ts';
import { startCheckSite } from './fakes/check-site.ts';
import { runBridge } from './fakes/command.ts';

const golden = (name: string) => readFileSync(join('test', 'golden', 'check', name), 'utf8');
const granted = (script: string) =>
  [...script.matchAll(/GRANT SELECT ON OBJECT::\[dbo\]\.\[(\w+)\] TO \[octopus_bridge\];/g)].map(
    ([, view]) => view,
  );

describe('--grant-script', () => {
  it.each(['en', 'fr'])('prints the golden script and nothing else, in %s', async (language) => {
    const site = await startCheckSite();
    const args = [
      'check',
      'sccm',
      '--config',
      join(site.home, 'bridge.yaml'),
      '--grant-script',
      '--lang',
      language,
    ];
    const ended = await runBridge(args); // without the password
    expect(ended).toEqual({ code: 0, stdout: golden(`grant-${language}.sql`), stderr: '' });
    expect(site.server.records.connections).toBe(0);
  });

  it('grants what the table of rights in the README names, neither more nor less', () => {
    const page = readFileSync('bridges/sccm/README.md', 'utf8');
    const table = page.slice(page.indexOf('<!-- rights -->'), page.indexOf('<!-- /rights -->'));
    const views = new Set([...table.matchAll(/\bv_\w+/g)].map(([view]) => view));
    const inScript = granted(golden('grant-en.sql'));
    expect(inScript).toHaveLength(views.size);
    expect(new Set(inScript)).toEqual(views);
  });

  it('needs no configuration, and then asks for the database', async () => {
    const { code, stdout, stderr } = await runBridge(['check', 'sccm', '--grant-script']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('-- USE [CM_XXX];');
    expect(granted(stdout)).toEqual(granted(golden('grant-en.sql')));
  });

  it('follows the queries of the site, and quotes every name', async () => {
    const site = await startCheckSite({ settings: { database: '"CM]P01"' } });
    const folder = join(site.home, 'queries', 'sccm');
    mkdirSync(folder, { recursive: true });
    const sql = `WITH local AS (SELECT b.ResourceID FROM dbo.v_GS_BATTERY AS b)
      SELECT l.ResourceID AS resourceId FROM local AS l
      JOIN [dbo].[v_GS_O'Hara's]]List] AS o ON o.ResourceID = l.ResourceID, extras.v_Rooms AS r
      LEFT JOIN Assets..[Rooms\n; DROP ROLE x] AS a ON a.id = r.id CROSS APPLY STRING_SPLIT(r.x, ',') AS s ORDER BY l.ResourceID`;
    writeFileSync(join(folder, 'battery.sql'), sql);
    const { stdout } = await site.run('--grant-script');
    const grant = (object: string) => `GRANT SELECT ON OBJECT::${object} TO [octopus_bridge]; -- battery`;
    expect(stdout.split('\n').filter((line) => line.includes('battery'))).toEqual([
      `IF OBJECT_ID(N'[dbo].[v_GS_BATTERY]') IS NOT NULL ${grant('[dbo].[v_GS_BATTERY]')}`,
      `IF OBJECT_ID(N'[dbo].[v_GS_O''Hara''s]]List]') IS NOT NULL ${grant("[dbo].[v_GS_O'Hara's]]List]")}`,
      `IF OBJECT_ID(N'[extras].[v_Rooms]') IS NOT NULL ${grant('[extras].[v_Rooms]')}`,
      '-- The query battery also reads [Assets]..[Rooms ; DROP ROLE x], outside this database: grant that over there.',
    ]);
    expect(stdout).toContain('USE [CM]]P01];');
  });
});

describe('what a query reads', () => {
  it.each([
    ['SELECT 1', []],
    ['SELECT x.a FROM dbo.v_A AS x', ['dbo.v_A']],
    ['SELECT a FROM v_A, dbo.v_B b, [dbo].[v C] ORDER BY a, b', ['v_A', 'dbo.v_B', 'dbo.v C']],
    [
      'SELECT f(a, b), c FROM dbo.v_A WHERE a IN (SELECT b FROM dbo.v_B, dbo.v_C)',
      ['dbo.v_A', 'dbo.v_B', 'dbo.v_C'],
    ],
    ['SELECT a FROM (SELECT b, c FROM dbo.v_A) AS x, dbo.v_B', ['dbo.v_A', 'dbo.v_B']],
    [
      'WITH c (k, l) AS (SELECT a, b FROM dbo.v_A), d AS (SELECT k FROM c) SELECT k FROM d JOIN dbo.v_B ON 1 = 1',
      ['dbo.v_A', 'dbo.v_B'],
    ],
    ['SELECT a FROM dbo.v_A UNION SELECT b FROM DBO.V_a', ['dbo.v_A']],
    ['SELECT a FROM dbo.v_A WHERE a IS DISTINCT FROM dbo.b', ['dbo.v_A']],
    [
      'SELECT a FROM dbo.v_A CROSS APPLY dbo.fn_B(a) AS b OUTER APPLY OPENJSON(b) AS c',
      ['dbo.v_A', 'dbo.fn_B'],
    ],
    ['SELECT a FROM CM_P01.dbo.v_A JOIN SRV.CM_P02..v_B ON 1 = 1', ['CM_P01.dbo.v_A', 'SRV.CM_P02..v_B']],
    ['SELECT a FROM [#t], dbo.v_A WITH (NOLOCK, INDEX(x)), dbo.v_B', ['dbo.v_A', 'dbo.v_B']],
    ['SELECT \'FROM dbo.v_X\', "FROM" FROM dbo.v_A -- FROM dbo.v_Y', ['dbo.v_A']],
  ])('%s', (sql, expected) => {
    expect(readObjects(tokenize(sql)).map((name) => name.join('.'))).toEqual(expected);
  });
});
