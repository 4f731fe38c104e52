import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adaptQuery } from '../bridges/lansweeper/base-view.ts';
import { lansweeperSettings } from '../bridges/lansweeper/settings.ts';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { readQueryFile } from '../shared/sql/query-file.ts';
import { startSite } from './fakes/source-server.ts';
import { catalogueOf, lansweeper } from './fakes/sql-bridge.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';

const settings = (view: string) =>
  lansweeperSettings.safeParse({
    server: 'ls01',
    database: 'lansweeperdb',
    login: { kind: 'windows' },
    base: { view },
  });

/** A server whose database has one report besides, as the report builder writes them. */
async function siteWithReport(columns: string) {
  const { database } = await openSampleDatabase(lansweeper.sampleFolder);
  database.exec(
    `CREATE VIEW dbo.web50repparc AS SELECT ${columns} FROM tblAssets
     JOIN tblAssetCustom ON tblAssetCustom.AssetID = tblAssets.AssetID
     JOIN tsysAssetTypes ON tsysAssetTypes.AssetType = tblAssets.Assettype WHERE tblAssets.AssetID < 120`,
  );
  const names = columns.split(',').map((column) => column.trim().replace(/^\w+\./, ''));
  const seen = Object.entries(catalogueOf(lansweeper));
  const types = Object.fromEntries([
    ...seen,
    [
      'web50repparc',
      Object.fromEntries(names.map((name) => [name, name === 'AssetID' ? 'int' : 'nvarchar(200)'])),
    ],
  ]);
  return startSite({ answer: sqliteAnswer(database, types) }, { base: '{ view: web50repparc }' }, lansweeper);
}

describe("a site's own report as the list of assets", () => {
  it('decides which assets exist; what it lacks is told once and stays empty', async () => {
    const site = await siteWithReport(
      'tblAssets.AssetID, tblAssets.AssetName, tsysAssetTypes.AssetTypename, tblAssetCustom.Serialnumber, tblAssetCustom.Manufacturer',
    );
    const out = join(site.folder, 'assets.csv');
    const ended = await site.run('--out', out);
    expect(ended).toMatchObject({ code: 0 });
    const said = ended.stderr.split('\n').filter((line) => line.includes('Section asset'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Section asset: columns that this site lacks, left empty: .*Statename.*Lastseen/);
    const lines = readFileSync(out, 'latin1').trimEnd().split('\r\n');
    expect(lines).toHaveLength(19);
    expect(lines[1]).toMatch(/^"Portable","VDC-P-1101",,"Dell Inc\.","Latitude 5540","4XK7LN3",/);
    const reading = site.server.records.calls.find(
      ({ sql }) => sql.includes('web50repparc') && /ORDER BY/.test(sql),
    );
    expect(reading?.sql).toContain('FROM dbo.[web50repparc] AS v');
    expect(site.server.records.calls.some(({ sql }) => sql.includes('x.AssetUnique'))).toBe(false);
  });

  it('stops with 2 when it lacks what nothing can do without', async () => {
    const site = await siteWithReport('tblAssets.AssetID, tblAssets.AssetName');
    const ended = await site.run('--out', join(site.folder, 'assets.csv'));
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/dbo\.web50repparc, line \d+: .* no column AssetTypename/);
    expect(ended.stderr).toContain('Add this column to the view');
  });

  it.each([
    'dbo.web50rep',
    'web50rep]; DROP TABLE x--',
    'web50 rep',
    '',
    '1web',
    'a'.repeat(129),
    'web\u0000',
    "web'",
  ])('refuses %j for a name', (view) => {
    expect(settings(view).success).toBe(false);
  });

  it('asks for every column of the section under its own name, and changes no other query', () => {
    const parsed = settings('web50répparc');
    if (!parsed.success) throw parsed.error;
    const shipped = readQueryFile('lansweeper', 'asset', null);
    const { text, origin } = adaptQuery(shipped, parsed.data);
    const aliases = (sql: string) =>
      [...sql.matchAll(/AS (\w+)(?: -- optional)?$/gm)].map(([, name]) => name);
    expect(aliases(text).filter((name) => name !== 'v')).toEqual(
      aliases(shipped.text).filter((name) => !/^[xcts]$/.test(name ?? '')),
    );
    expect(text).toMatch(/v\.\[Comments\] AS comments -- optional/);
    expect(text.split('\n').filter((line) => / AS /.test(line) && !/optional/.test(line))).toHaveLength(4);
    expect(origin).toBe('view');
    const other = readQueryFile('lansweeper', 'bios', null);
    expect(adaptQuery(other, parsed.data)).toBe(other);
  });
});
