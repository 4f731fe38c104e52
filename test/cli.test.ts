import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestSchema } from '../output/manifest.ts';
import { contentsOf, runBridge, startBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const golden = join('test', 'golden');
const sample = ['sccm', '--sample', '--config', join(golden, 'bridge.yaml')];
const published = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'state')
    .sort();

beforeAll(() => expect(existsSync(join('dist', 'bridges', 'cli.js')), 'run npm run build first').toBe(true));

describe('the sample run', () => {
  it('writes exactly the golden CSV, Schema.ini and XML', async () => {
    const folder = temporaryFolder();
    const ended = await runBridge([
      ...sample,
      '--out',
      join(folder, 'assets.csv'),
      '--state',
      join(folder, 'state'),
    ]);
    expect(ended).toMatchObject({ code: 0 });
    expect(published(folder)).toEqual(['Schema.ini', 'assets.csv', 'assets.manifest.json', 'assets.xml']);
    for (const name of ['assets.csv', 'Schema.ini', 'assets.xml'])
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(golden, 'sccm', name))), name).toBe(
        true,
      );
  });

  it('gives the same bytes twice, and a manifest that describes them', async () => {
    const folder = temporaryFolder();
    const args = [...sample, '--out', join(folder, 'assets.csv'), '--state', join(folder, 'state')];
    await runBridge(args);
    const { [join(folder, 'assets.manifest.json')]: _, ...first } = contentsOf(folder);
    await runBridge(args);
    const second = contentsOf(folder);
    expect(second[join(folder, 'assets.csv')]).toBe(first[join(folder, 'assets.csv')]);
    expect(second[join(folder, 'assets.xml')]).toBe(first[join(folder, 'assets.xml')]);
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(join(folder, 'assets.manifest.json'), 'utf8')),
    );
    for (const file of manifest.files) expect(file.sha256).toBe(second[join(folder, file.name)]);
    const left = Object.values({ ...manifest.excluded, ...manifest.duplicates }).reduce(
      (sum, count) => sum + count,
      0,
    );
    expect(manifest.read).toBe(manifest.written + left);
  });

  it('writes nothing but its files and the journal', async () => {
    const folder = temporaryFolder();
    await runBridge([...sample, '--out', join(folder, 'assets.xlsx'), '--state', join(folder, 'state')]);
    expect(published(folder)).toEqual(['assets.manifest.json', 'assets.xlsx', 'assets.xml']);
    expect(readdirSync(join(folder, 'state'))).toEqual(['journal.ndjson']);
  });

  it('answers in one JSON object, in the language asked for', async () => {
    const folder = temporaryFolder();
    const out = ['--out', join(folder, 'assets.csv'), '--state', join(folder, 'state')];
    const { stdout } = await runBridge([...sample, ...out, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ complete: true, source: { name: 'sccm', sample: true } });
    expect((await runBridge([...sample, ...out, '--lang', 'fr'])).stdout).toContain('publiés');
    expect((await runBridge([...sample, ...out], { LANG: 'fr_CA.UTF-8' })).stdout).toContain('publiés');
    expect((await runBridge([...sample, ...out])).stdout).toContain('published');
  });

  it('publishes the English profile with English headers', async () => {
    const folder = temporaryFolder();
    const out = ['--out', join(folder, 'assets.csv'), '--state', join(folder, 'state')];
    await runBridge([...sample, ...out, '--profile', 'octopus-en']);
    expect(readFileSync(join(folder, 'assets.csv'), 'latin1')).toMatch(
      /^"Type","Name","Status","Manufacturer","Model",/,
    );
  });
});

/** The state folder that a run by hand left where the tests run; null where there is none. */
const hereState = () => (existsSync('bridge-state') ? contentsOf('bridge-state') : null);

describe('bad input', () => {
  /** A wrong configuration or query beside earlier files that must stay as they are. */
  const wrong = (yaml: string | null, query?: { readonly name: string; readonly sql: string }) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'assets.csv'), 'the last good file');
    const config = join(folder, 'bridge.yaml');
    if (yaml !== null) writeFileSync(config, yaml);
    if (query) {
      mkdirSync(join(folder, 'queries', 'sccm'), { recursive: true });
      writeFileSync(join(folder, 'queries', 'sccm', query.name), query.sql);
    }
    return { folder, config, out: join(folder, 'assets.csv') };
  };
  const bios = (line: string) =>
    `SELECT\n    x.ResourceID AS resourceId\n  , ${line}\nFROM dbo.v_GS_PC_BIOS AS x\nORDER BY x.ResourceID\n`;
  const query = (line: string) => ({ name: 'bios.sql', sql: bios(line) });

  it.each([
    ['an unknown flag', () => ['sccm', '--sample', '--out', 'a.csv', '--fast'], 2, /fast/],
    ['an option without its value', () => ['sccm', '--sample', '--out'], 2, /: out$/m],
    ['no command', () => [], 2, /Name a source/],
    ['an unknown command', () => ['scm', '--sample'], 2, /scm/],
    ['no --out', () => ['sccm', '--sample'], 2, /out/],
    ['another extension', () => ['sccm', '--sample', '--out', 'assets.xls'], 2, /\.xlsx/],
    [
      'another profile',
      () => ['sccm', '--sample', '--out', 'a.csv', '--profile', 'octopus-de'],
      2,
      /octopus-fr/,
    ],
  ])('%s', async (_, args, code, said) => {
    const before = contentsOf('test');
    const state = hereState();
    const ended = await runBridge(args());
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(said);
    expect(ended.stderr).toMatch(/What to do: /);
    expect(contentsOf('test')).toEqual(before);
    expect(hereState()).toEqual(state);
  });

  it.each([
    ['a configuration that is not there', null, undefined, 2, /bridge\.yaml cannot be read/],
    ['a configuration that is not YAML', 'sources: [', undefined, 2, /1:11/],
    ['a wrong key', 'sources:\n  sccm:\n    serveur: x\n', undefined, 2, /3:5 sources\.sccm\.serveur/],
    [
      'a password in the configuration',
      'sources:\n  sccm: { server: s, database: d, login: { kind: sql, user: u, password: Hunter2 } }',
      undefined,
      2,
      /2:\d+ sources\.sccm\.login\.password: a secret is never written here/,
    ],
    [
      'a secret that is not set',
      'sources:\n  sccm: { server: s, database: d, login: { kind: sql, user: u, password: { env: NO_SUCH } } }',
      undefined,
      2,
      /NO_SUCH/,
    ],
    ['a source that is not described', 'language: en', undefined, 2, /does not describe the source sccm/],
    [
      'a query that writes',
      'language: en',
      { name: 'bios.sql', sql: 'DELETE FROM dbo.v_GS_PC_BIOS' },
      2,
      /bios\.sql, line 1/,
    ],
  ])('%s', async (_, yaml, site, code, said) => {
    const { folder, config, out } = wrong(yaml, site);
    const before = contentsOf(folder);
    const needsSample = site ? ['--sample'] : [];
    const ended = await runBridge(['sccm', ...needsSample, '--config', config, '--out', out]);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(said);
    expect(ended.stderr).toMatch(/What to do: /);
    expect(ended.stderr).not.toContain('Hunter2');
    expect(contentsOf(folder)).toEqual(before);
  });

  it.each([
    [
      'a wrong column',
      query('x.SerialNo0 AS serial'),
      2,
      /bios\.sql, line 3: dbo\.v_gs_pc_bios has no column SerialNo0\. Perhaps .*serialnumber0/,
    ],
    ['a wrong column without its view', query('SerialNo0 AS serial'), 2, /bios\.sql.*SerialNo0/s],
    [
      'a wrong order',
      {
        name: 'bios.sql',
        sql: bios('x.Name0 AS name').replace('ORDER BY x.ResourceID', 'ORDER BY x.ResourceID DESC'),
      },
      2,
      /bios\.sql is not in order/,
    ],
    [
      'no key',
      { name: 'bios.sql', sql: 'SELECT x.Name0 AS name FROM dbo.v_GS_PC_BIOS AS x' },
      2,
      /resourceId/,
    ],
    ['a parameter without a value', query('@jours AS days'), 2, /@jours/],
    [
      'a base that multiplies rows',
      {
        name: 'system.sql',
        sql: 'SELECT x.ResourceID AS resourceId, x.Name0 AS name, d.Index0 AS disk FROM dbo.v_R_System AS x JOIN dbo.v_GS_DISK AS d ON d.ResourceID = x.ResourceID ORDER BY x.ResourceID',
      },
      5,
      /system\.sql returns several rows[\s\S]*different in disk/,
    ],
    [
      'a base without devices',
      {
        name: 'system.sql',
        sql: 'SELECT x.ResourceID AS resourceId FROM dbo.v_R_System AS x WHERE x.ResourceID < 0 ORDER BY x.ResourceID',
      },
      5,
      /Nothing to publish/,
    ],
  ])('a query of the site with %s', async (_, site, code, said) => {
    const { folder, config, out } = wrong('language: en', site);
    const before = contentsOf(folder);
    const ended = await runBridge(['sccm', '--sample', '--config', config, '--out', out]);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(said);
    rmSync(join(folder, 'bridge-state', 'journal.ndjson'));
    expect(contentsOf(folder)).toEqual(before);
  });

  it('a folder that does not exist', async () => {
    const folder = temporaryFolder();
    const ended = await runBridge([
      'sccm',
      '--sample',
      '--out',
      join(folder, 'missing', 'a.csv'),
      '--state',
      join(folder, 'state'),
    ]);
    expect(ended).toMatchObject({ code: 6, stdout: '' });
    expect(readdirSync(folder)).toEqual(['state']);
    expect(readFileSync(join(folder, 'state', 'journal.ndjson'), 'utf8')).toContain('"exitCode":6');
  });

  it('a state folder that cannot be written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'state'), 'a file');
    const ended = await runBridge([
      'sccm',
      '--sample',
      '--out',
      join(folder, 'a.csv'),
      '--state',
      join(folder, 'state'),
    ]);
    expect(ended).toMatchObject({ code: 6, stdout: '' });
    expect(readdirSync(folder)).toEqual(['state']);
  });
});

describe('a run that is stopped', () => {
  it('changes nothing and says so', async () => {
    const folder = temporaryFolder();
    const args = [...sample, '--out', join(folder, 'assets.csv'), '--state', join(folder, 'state')];
    await runBridge(args);
    const before = contentsOf(folder);
    const running = startBridge(args);
    const lock = join(folder, 'state', 'lock');
    while (!existsSync(lock)) await new Promise((resolve) => setImmediate(resolve));
    running.interrupt();
    expect(await running.ended).toMatchObject({
      code: 130,
      stdout: '',
      stderr: expect.stringContaining('Interrupted'),
    });
    const after = contentsOf(folder);
    const journal = join(folder, 'state', 'journal.ndjson');
    expect({ ...after, [journal]: '' }).toEqual({ ...before, [journal]: '' });
    expect(JSON.parse(readFileSync(journal, 'utf8').trim().split('\n').at(-1) ?? '')).toMatchObject({
      exitCode: 130,
    });
  });

  it('keeps a second run out while it lasts', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'state'));
    writeFileSync(join(folder, 'state', 'lock'), String(process.pid));
    const ended = await runBridge([
      'sccm',
      '--sample',
      '--out',
      join(folder, 'a.csv'),
      '--state',
      join(folder, 'state'),
    ]);
    expect(ended).toMatchObject({ code: 6, stderr: expect.stringContaining(`process ${process.pid}`) });
  });

  it('does not stand in the way of the next one when it died', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'state', 'runs', 'dead'), { recursive: true });
    writeFileSync(join(folder, 'state', 'lock'), '999999999');
    const ended = await runBridge([
      'sccm',
      '--sample',
      '--out',
      join(folder, 'a.csv'),
      '--state',
      join(folder, 'state'),
    ]);
    expect(ended).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'state'))).toEqual(['journal.ndjson']);
  });
});
