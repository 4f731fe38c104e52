import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lansweeperSettings } from '../bridges/lansweeper/settings.ts';
import type { Asset } from '../shared/asset.ts';
import { type Extracted, extractSite } from './fakes/sample-site.ts';
import { lansweeper } from './fakes/sql-bridge.ts';

const extract = (sql = 'SELECT 1', rules: object | null = null) => extractSite(sql, lansweeper, rules);
const assetsOf = ({ outcomes }: Extracted): Asset[] =>
  outcomes.flatMap((each) => (each.kind === 'asset' ? [each.explained.asset] : []));
const idsOf = (site: Extracted) => assetsOf(site).map(({ identity }) => Number(identity.sourceId));
function excludedOf({ outcomes }: Extracted): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of outcomes)
    if (each.kind === 'excluded') counts[each.reason] = (counts[each.reason] ?? 0) + 1;
  return counts;
}
function assetOf(site: Extracted, id: number): Asset {
  const found = assetsOf(site).find(({ identity }) => identity.sourceId === String(id));
  if (!found) throw new Error(`no asset ${id}`);
  return found;
}
const sample = await extract();
const queryFolder = join('queries', 'lansweeper');
const queries = readdirSync(queryFolder).map((file) => readFileSync(join(queryFolder, file), 'utf8'));

/** What a naive extraction gets wrong; each of these fails when the mistake is made. */
describe('mistake', () => {
  it('1: states and types by number, or none of them: sold, stock, hidden, Location and Unknown rows become assets', async () => {
    expect(excludedOf(sample)).toMatchObject({
      place: 1,
      unidentified: 1,
      hidden: 1,
      retired: 2,
      missing: 1,
      stock: 2,
    });
    const renumbered = await extract(
      `UPDATE dbo.tblState SET State = 100 - State; UPDATE dbo.tblAssetCustom SET State = 100 - State;
       UPDATE dbo.tsysAssetTypes SET AssetType = AssetType + 5000 WHERE AssetType <> -1;
       UPDATE dbo.tblAssets SET Assettype = Assettype + 5000 WHERE Assettype <> -1`,
    );
    expect(idsOf(renumbered)).toEqual(idsOf(sample));
    expect(excludedOf(renumbered)).toEqual(excludedOf(sample));
  });

  it('2: inner joins on tables of Windows drop Linux, Mac and network assets, and Windows that was not fully read', async () => {
    const windowsTables = ['tblComputersystem', 'tblOperatingsystem', 'tblADComputers', 'tsysOS', 'tblBIOS'];
    const emptied = await extract(windowsTables.map((table) => `DELETE FROM dbo.${table}`).join(';'));
    const twinOfNobody = [152];
    expect(idsOf(emptied).filter((id) => !twinOfNobody.includes(id))).toEqual(idsOf(sample));
    const classes = new Set(assetsOf(sample).map(({ nature }) => nature.class));
    for (const each of ['server', 'laptop', 'printer', 'switch', 'ups', 'camera', 'ipPhone', 'tablet'])
      expect(classes).toContain(each);
    expect(assetOf(sample, 115).life.status).toBe('discovered');
  });

  it('3: joins on tables of many rows multiply assets', async () => {
    const many = [
      'tblNetwork',
      'tblProcessor',
      'tblDiskdrives',
      'tblCPlogoninfo',
      'tblWarrantyDetails',
      'tblErrors',
    ];
    const one = ['tblOperatingsystem', 'tblComputersystem', 'tblBIOS', 'tblLinuxSystem', 'tblADComputers'];
    const doubled = await extract(
      [...many, ...one].map((table) => `INSERT INTO dbo.${table} SELECT * FROM dbo.${table}`).join(';'),
    );
    expect(idsOf(doubled)).toEqual(idsOf(sample));
    expect(new Set(idsOf(doubled)).size).toBe(idsOf(doubled).length);
  });

  it('4: people by login alone double rows and name the wrong one', () => {
    const { primaryUser, affinities } = assetOf(sample, 105).people;
    expect(primaryUser).toMatchObject({
      domain: 'VALCHENES',
      displayName: 'Pascale Tremblay',
      employeeId: '000390',
    });
    expect(affinities.filter(({ origin }) => origin === 'relation')).toHaveLength(1);
    const stranger = assetOf(sample, 108).people;
    expect(stranger.affinities.map(({ person }) => `${person.domain}\\${person.login}`)).not.toContain(
      'VALCHENES\\ptremblay',
    );
  });

  it('5: an attempt taken for contact, and what was never reached or not read taken for real', () => {
    const { life } = assetOf(sample, 117);
    expect([life.lastSeenAt?.slice(0, 10), life.lastTriedAt?.slice(0, 10)]).toEqual([
      '2026-09-22',
      '2026-11-20',
    ]);
    expect(life.scanErrors).toEqual(['Access is denied', 'The RPC server is unavailable']);
    expect(excludedOf(sample).neverSeen).toBe(1);
    expect(idsOf(sample)).not.toContain(116);
    const told = sample.extraction.notices().find(({ code }) => code === 'scan-errors');
    expect(told?.text.en).toMatch(/Access is denied 1/);
    expect(told?.text.en).not.toMatch(/Printer driver/);
  });

  it('6: duplicates of renames, docks and guests', () => {
    const rows: string[][] = parse(readFileSync('test/golden/lansweeper/assets.csv', 'latin1'));
    const names = rows.map((row) => row[1]);
    expect(names).toContain('VDC-P-1118');
    expect(names).not.toContain('VDC-P-0918'); // the same machine before it was renamed
    expect(names.filter((name) => name === 'VDC-S-DC01')).toHaveLength(1);
    expect(excludedOf(sample).twin).toBe(1);
    const [dock, other] = [assetOf(sample, 102), assetOf(sample, 103)];
    expect(dock.network.mac).toBe(other.network.mac); // one dock, two laptops
    expect(names).toEqual(expect.arrayContaining(['VDC-P-1102', 'VDC-P-1103']));
    expect(assetOf(sample, 120).identity.previousKeys).toEqual(['lansweeper:57', 'lansweeper:58']);
  });

  it('7: the serial from one table', async () => {
    const elsewhere = ['tblSystemEnclosure', 'tblBaseBoard', 'tblLinuxEnclosure'];
    const gone = await extract(
      `UPDATE dbo.tblAssetCustom SET Serialnumber = NULL WHERE AssetID <> 114;
       ${elsewhere.map((table) => `UPDATE dbo.${table} SET SerialNumber = NULL`).join(';')}`,
    );
    const serials = new Map(assetsOf(gone).map((asset) => [asset.identity.sourceId, asset.identity.serial]));
    expect(serials.get('101')).toBe('4XK7LN3'); // BIOS
    expect(serials.get('146')).toBe('CZ29510F3K'); // Linux
    expect(serials.get('149')).toBe('C02H64XTQ05N'); // Mac
    const locked = assetOf(sample, 114).identity;
    expect(locked.serials[0]).toMatchObject({ origin: 'manual', value: locked.serial });
    for (const id of [111, 112, 113]) expect(assetOf(sample, id).identity.serial).toBeNull(); // placeholders
  });

  it('8: physical disks looked for among volumes, bytes shown as megabytes, numbers beyond 2^31', () => {
    const { hardware } = assetOf(sample, 101);
    expect(hardware.disks.map(({ model }) => model)).not.toContain(null);
    expect(hardware.diskBytes).toBeGreaterThan(2 ** 38);
    expect(hardware.diskBytes).toBeLessThan(2 ** 40);
    expect(hardware.diskBytes).not.toBe(hardware.volumes.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0));
    expect(hardware.memoryBytes).toBe(16 * 2 ** 30);
    expect(assetOf(sample, 151).hardware.memoryBytes).toBe(512 * 2 ** 30);
  });

  it('9: custom fields by number and as typed values, screens by a serial that is empty or shared', async () => {
    const rules = {
      customFields: { 'centre de couts': 'extra.centre', 'Remplacement prévu': 'purchase.warrantyUntil' },
      population: { monitor: 'include' },
    };
    const swap = `UPDATE dbo.tsysCustomNames SET Displayname = 'Centre de coûts' WHERE Customname = 'Custom1';
      UPDATE dbo.tsysCustomNames SET Displayname = 'Numéro d’immobilisation' WHERE Customname = 'Custom2';
      UPDATE dbo.tblAssetCustom SET Custom1 = Custom2, Custom2 = Custom1`;
    const [site, swapped] = await Promise.all([extract('SELECT 1', rules), extract(swap, rules)]);
    for (const each of [site, swapped]) expect(assetOf(each, 101).extra.centre).toBe('1340');
    expect(assetOf(site, 101).purchase?.warrantyUntil).toBe('2028-06-30');
    expect(assetOf(site, 102).purchase?.warrantyUntil).toBe('2027-06-30'); // 30/06/2027
    const screens = assetsOf(site).filter(({ nature }) => nature.class === 'monitor');
    expect(screens.map(({ place }) => place.name)).toEqual([
      'DELL P2422H 7XK2LB3',
      'DELL P2422H 9PQ1LB3',
      'LEN T24i-20',
    ]);
    expect(new Set(screens.map(({ identity }) => identity.key)).size).toBe(3);
    const gone = await extract(
      "UPDATE dbo.tsysCustomNames SET Displayname = 'Autre' WHERE Customname = 'Custom2'",
      rules,
    );
    expect(gone.extraction.notices()).toContainEqual(expect.objectContaining({ code: 'label-missing' }));
  });

  it('10: LocalDB thought reachable, TOP and ntext, overlapping ranges, older versions, secrets', async () => {
    const login = { kind: 'sql', user: 'u', password: { env: 'P' } };
    for (const server of ['(localdb)', '(localdb)\\.\\LSInstance', 'C:\\LanSweeper\\lansweeperdb.sdf']) {
      const local = { server, database: 'lansweeperdb', login };
      expect(lansweeperSettings.safeParse(local).success).toBe(false);
    }
    for (const sql of queries) {
      expect(sql).not.toMatch(/\bTOP\b|SELECT \*/i);
      expect(sql).not.toMatch(/^[^-]*(?:password|productkey|tsyscredential|tsysapikeys|\.picture)/im);
    }
    expect(queries.filter((sql) => /\.Comments\b/.test(sql) && /tblAssetCustom/.test(sql))).toEqual([
      expect.stringContaining('CAST(c.Comments AS nvarchar(4000))'),
    ]);
    expect(sample.extraction.sections['ip-location']).toBeLessThanOrEqual(sample.extraction.devices.start);
    const old = await extract(
      'ALTER TABLE dbo.tblAssets DROP COLUMN Version; ALTER TABLE dbo.tblAssets DROP COLUMN BuildNumber; DROP TABLE dbo.tblAssetMacAddress',
    );
    expect(idsOf(old).filter((id) => id !== 152)).toEqual(idsOf(sample));
    const codes = old.extraction.notices().map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['column-missing', 'view-missing']));
  });
});
