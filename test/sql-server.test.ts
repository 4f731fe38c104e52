import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../output/manifest.ts';
import { readQuery } from '../shared/sql/read-only.ts';
import { contentsOf } from './fakes/command.ts';
import { password, type Site, startSite } from './fakes/source-server.ts';
import { isHousekeeping } from './fakes/tds/housekeeping.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';
import { readWorkbook } from './fakes/workbook.ts';

const golden = join('test', 'golden', 'sccm');
const sent = ({ server }: Site) =>
  server.records.calls.map(({ sql }) => sql).filter((sql) => !isHousekeeping(sql));

describe('SQL Server over a real connection', () => {
  it('gives the very files of the sample', async () => {
    const site = await startSite();
    const ended = await site.run('--out', join(site.folder, 'assets.csv'));
    expect(ended).toMatchObject({ code: 0 });
    for (const name of ['assets.csv', 'Schema.ini', 'assets.xml'])
      expect(readFileSync(join(site.folder, name)).equals(readFileSync(join(golden, name))), name).toBe(true);
    expect(site.server.records.failures).toEqual([]);
  });

  it('gives the workbook of the sample, cell for cell', async () => {
    const site = await startSite();
    const real = join(site.folder, 'assets.xlsx');
    const sample = join(site.home, 'sample.xlsx');
    expect(await site.run('--out', real)).toMatchObject({ code: 0 });
    expect(await site.run('--sample', '--out', sample)).toMatchObject({ code: 0 });
    const [sheet] = await readWorkbook(real);
    expect(sheet?.rows.length).toBeGreaterThan(60);
    expect([sheet]).toEqual(await readWorkbook(sample));
  });

  it('is encrypted, read-only, polite, and says who it is', async () => {
    const site = await startSite();
    await site.run('--out', join(site.folder, 'assets.csv'));
    for (const login of site.server.records.logins)
      expect(login).toMatchObject({
        encrypted: true,
        readOnlyIntent: true,
        appName: 'octopus-bridge',
        password,
      });
    expect(site.server.records.logins.length).toBeGreaterThan(0);
    expect(sent(site).filter((sql) => 'refusal' in readQuery(sql))).toEqual([]);
    const settings = site.server.records.calls
      .map(({ sql }) => sql)
      .filter((sql) => /LOCK_TIMEOUT/.test(sql));
    expect(settings.length).toBeGreaterThanOrEqual(sent(site).length);
  });

  it('answers parameters of the site by name, never inside the text', async () => {
    const site = await startSite({}, { parameters: '{ jours: 30, nom: "O\'Hara; DROP TABLE x" }' });
    const queries = join(site.folder, '..', 'queries', 'sccm');
    mkdirSync(queries, { recursive: true });
    writeFileSync(
      join(queries, 'battery.sql'),
      'SELECT x.ResourceID AS resourceId, x.Name0 AS name FROM dbo.v_GS_BATTERY AS x WHERE x.Name0 <> @nom AND x.GroupID < @jours ORDER BY x.ResourceID',
    );
    expect(await site.run('--out', join(site.folder, 'assets.csv'))).toMatchObject({ code: 0 });
    const call = site.server.records.calls.find(({ sql }) => sql.includes('@jours'));
    expect(call?.parameters).toEqual({ jours: 30, nom: "O'Hara; DROP TABLE x" });
  });

  it('reads a section again when the server breaks it off, and counts that', async () => {
    const site = await startSite({
      faults: [{ kind: 'error', error: sqlErrors.deadlock, matching: /v_GS_DISK/, afterRows: 20, times: 1 }],
    });
    expect(await site.run('--out', join(site.folder, 'assets.csv'))).toMatchObject({ code: 0 });
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(join(site.folder, 'assets.manifest.json'), 'utf8')),
    );
    expect(manifest).toMatchObject({
      retries: 1,
      notices: expect.arrayContaining([expect.objectContaining({ code: 'read-again' })]),
    });
    expect(
      readFileSync(join(site.folder, 'assets.csv')).equals(readFileSync(join(golden, 'assets.csv'))),
    ).toBe(true);
  });

  it('is never replaced by the sample', async () => {
    const site = await startSite();
    const out = join(site.folder, 'assets.csv');
    await site.run('--out', out);
    const before = contentsOf(site.folder);
    const ended = await site.run('--sample', '--out', out);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('real fleet') });
    expect(contentsOf(site.folder)).toEqual(before);
  });

  it.each([
    ['strict encryption', { encryption: 'strict' }, { encryption: 'strict' }],
    ['no encryption, when the site says so', { encryption: 'not-supported' }, { encryption: 'none' }],
    ['a certificate of another name', {}, { server: '127.0.0.1', certificateName: 'sccm.test' }],
  ] as const)('works with %s', async (_, options, changes) => {
    const site = await startSite(options, changes);
    expect(await site.run('--out', join(site.folder, 'assets.csv'))).toMatchObject({ code: 0 });
  });
});
