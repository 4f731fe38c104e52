import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { importerSources } from '../output/importer/xml.ts';
import { manifestSchema } from '../output/manifest.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { openStaging, password, type Staging } from './fakes/staging.ts';
import type { Fault } from './fakes/tds/faults.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';

vi.setConfig({ maxConcurrency: 4, testTimeout: 120_000 });

const opened: Staging[] = [];
afterAll(() => Promise.all(opened.map((site) => site.close())));
async function staging(...args: Parameters<typeof openStaging>): Promise<Staging> {
  const site = await openStaging(...args);
  opened.push(site);
  return site;
}
const textOf = (site: Staging, name: string) => readFileSync(join(site.folder, name), 'utf8');
const leaks = (site: Staging) =>
  Object.keys(contentsOf(site.home)).filter((path) => readFileSync(path, 'utf8').includes(password));

describe('--out mssql', () => {
  it.concurrent('keeps the rows in one transaction, with configuration and manifest', async () => {
    const site = await staging();
    const { code, stdout, stderr } = await site.run('--json');
    expect([code, stderr.includes('Failed')]).toEqual([0, false]);
    expect(JSON.parse(stdout)).toMatchObject({
      published: 73,
      files: [join(site.folder, 'OctopusCI.xml'), join(site.folder, 'OctopusCI.manifest.json')],
      tables: [{ name: '[octopus].[OctopusCI]', rows: 73 }],
    });
    expect(importerSources(Buffer.from(textOf(site, 'OctopusCI.xml')))).toEqual([
      {
        name: 'Bridge SCCM',
        connectionString: `Provider=MSOLEDBSQL;Server=localhost,${site.server.port};Database=Staging;Trusted_Connection=yes;`,
        viewName: '[octopus].[OctopusCI]',
        content: 'CI',
      },
    ]);
    const manifest = manifestSchema.parse(JSON.parse(textOf(site, 'OctopusCI.manifest.json')));
    expect(manifest).toMatchObject({
      written: 73,
      files: [{ name: 'OctopusCI.xml' }],
      tables: [{ name: '[octopus].[OctopusCI]', rows: 73 }],
    });
    const statements = site.server.records.calls.map(({ sql }) => sql);
    expect(statements.filter((sql) => sql === 'COMMIT TRANSACTION')).toHaveLength(1);
    expect(statements.at(-1)).toBe('COMMIT TRANSACTION');
    expect([site.server.records.failures, leaks(site)]).toEqual([[], []]);

    const rows = site.rows();
    expect(rows[0]?.slice(0, 3)).toEqual(['Type', 'Nom', 'État']);
    expect(rows.flat()).not.toContain('');
    const xml = textOf(site, 'OctopusCI.xml');
    expect((await site.run()).code).toBe(0);
    expect([site.rows(), textOf(site, 'OctopusCI.xml')]).toEqual([rows, xml]);
  });

  it.concurrent('is verified as far as its files go, and says that its rows are not read', async () => {
    const site = await staging();
    await site.run();
    const { code, stdout } = await runBridge(['verify', join(site.folder, 'OctopusCI.xml'), '--json']);
    expect([code, JSON.parse(stdout).counts]).toEqual([0, { 'source-not-read': 1 }]);
  });

  it.concurrent('puts a password into the configuration only where the site names one, and warns', async () => {
    const site = await staging({
      connectionString:
        '"Provider=MSOLEDBSQL;Server=<server>;Database=<database>;UID=octopus;PWD=<password>;"',
      connectionPassword: '{ env: BRIDGE_TEST_PASSWORD }',
    });
    const { code, stdout, stderr } = await site.run();
    expect([code, stderr]).toEqual([0, expect.stringContaining('holds a SQL Server password in clear')]);
    const [source] = importerSources(Buffer.from(textOf(site, 'OctopusCI.xml')));
    expect(source?.connectionString).toContain(`PWD="${password.replaceAll('"', '""')}";`);
    expect([leaks(site), `${stdout}${stderr}`.includes(password)]).toEqual([[], false]);
  });
});

describe('a database that is not the site’s own', () => {
  const refused: readonly (readonly [string, Record<string, string>, string])[] = [
    ['a source reads', { database: 'inventaire' }, 'which sources.sccm reads'],
    ['is named like a site database', { database: 'cm_p01' }, 'the name of another program’s database'],
    ['is the server’s own', { database: 'master' }, 'the name of another program’s database'],
    [
      'has a password in its connection string',
      { connectionString: '"Provider=MSOLEDBSQL;Server=<server>;Database=<database>;UID=x;PWD=secret"' },
      'a password is never written here',
    ],
    ['is nowhere', { folder: '""' }, 'output.mssql.folder'],
  ];
  it.concurrent.each(refused)('is refused when it %s', async (_, settings, says) => {
    const site = await staging(settings);
    const { code, stderr } = await site.run();
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(site.server.records.connections).toBe(0);
  });

  it.concurrent('is refused when the configuration names none', async () => {
    const { code, stderr } = await runBridge(['sccm', '--sample', '--out', 'mssql']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('bridge.yaml')]);
  });
});

describe('a run that cannot write', () => {
  const faults: readonly (readonly [string, Fault, number, string])[] = [
    [
      'the login is refused',
      { kind: 'login-error', error: sqlErrors.loginFailed('svc_bridge') },
      3,
      'localhost refuses the login',
    ],
    [
      'the database is full',
      { kind: 'error', matching: /^rows of insert bulk/, error: sqlErrors.full },
      6,
      'no room left in the database Staging',
    ],
    [
      'the server sends nonsense',
      { kind: 'garbage-token', matching: /^rows of insert bulk/, afterRows: 0 },
      6,
      'sent bytes that make no sense',
    ],
    [
      'the server falls silent',
      { kind: 'stall', matching: /^rows of insert bulk/, afterRows: 0 },
      6,
      'no data for 2 s',
    ],
  ];
  it.concurrent.each(faults)('leaves the last rows when %s', async (_, fault, exitCode, says) => {
    const site = await staging({ idleSeconds: '2' });
    expect((await site.run()).code).toBe(0);
    const [files, rows] = [contentsOf(site.folder), site.rows()];
    site.server.plan(fault);
    const { code, stderr } = await site.run();
    expect([code, stderr]).toEqual([exitCode, expect.stringContaining(says)]);
    expect(stderr).toMatch(/^What to do: .+/m);
    expect(stderr).not.toContain(password);
    // The server undoes what was not committed when it sees that the client is gone.
    await vi.waitFor(() => expect(site.rows()).toEqual(rows), 20_000);
    expect(contentsOf(site.folder)).toEqual(files);
    const journal = readFileSync(join(site.home, 'state', 'journal.ndjson'), 'utf8')
      .trim()
      .split('\n');
    expect(journal.map((line) => JSON.parse(line).exitCode)).toEqual([0, exitCode]);
  });
});
