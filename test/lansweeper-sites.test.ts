import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sections } from '../bridges/lansweeper/record.ts';
import { type Extracted, extractSite } from './fakes/sample-site.ts';
import { lansweeper } from './fakes/sql-bridge.ts';

const extract = (sql: string, rules: object | null = null) => extractSite(sql, lansweeper, rules);
const codes = ({ extraction }: Extracted) => extraction.notices().map(({ code }) => code);
const assetsOf = ({ outcomes }: Extracted) =>
  outcomes.flatMap((each) => (each.kind === 'asset' ? [each.explained.asset] : []));
/** Without the section that knows it, the second row of a machine is a machine. */
const idsOf = (site: Extracted) =>
  assetsOf(site)
    .map(({ identity }) => identity.sourceId)
    .filter((id) => id !== '152');
const told = ({ extraction }: Extracted, code: string) =>
  extraction.notices().find((notice) => notice.code === code)?.text.en;
const folder = join('queries', 'lansweeper');
const base = new Set(['tblAssets', 'tblAssetCustom', 'tsysAssetTypes', 'tblState']);
const tablesOf = (file: string) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^(?:FROM|JOIN|LEFT JOIN) dbo\.(\w+)/gm)].map(
    ([, table]) => String(table),
  );
const ordinary = await extract('SELECT 1');

describe('a site that lacks something', () => {
  it('without any table but those of the base still publishes the same assets, and names every empty section', async () => {
    const tables = [...new Set(readdirSync(folder).flatMap(tablesOf))].filter((table) => !base.has(table));
    expect(tables.length).toBeGreaterThan(50);
    const site = await extract(tables.map((table) => `DROP TABLE dbo.${table}`).join(';'));
    expect(idsOf(site)).toEqual(idsOf(ordinary));
    const emptied = Object.entries(site.extraction.sections).filter(([, rows]) => rows === null);
    const spared = ['asset', 'custom-field'];
    expect(emptied).toHaveLength(Object.keys(sections).length - spared.length);
    expect(codes(site).filter((code) => code === 'view-missing')).toHaveLength(emptied.length + 1);
  });

  it('without the newer columns, as of version 6, tells them and nothing else', async () => {
    const drops = readdirSync(folder).flatMap((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      const tables = new Map(
        [...sql.matchAll(/^(?:FROM|JOIN|LEFT JOIN) dbo\.(\w+) AS (\w+)/gm)].map(([, table, alias]) => [
          alias,
          table,
        ]),
      );
      return [...sql.matchAll(/\b(\w+)\.(\w+)\b[^\n]*-- optional/g)].map(
        ([, alias, column]) => `ALTER TABLE dbo.${tables.get(alias)} DROP COLUMN ${column}`,
      );
    });
    expect(drops.length).toBeGreaterThan(5);
    const site = await extract([...new Set(drops)].join(';'));
    expect(assetsOf(site).map(({ identity }) => identity.key)).toEqual(
      assetsOf(ordinary).map(({ identity }) => identity.key),
    );
    expect(codes(site)).toContain('column-missing');
    expect(codes(site)).not.toContain('view-missing');
  });

  it('without tblAssetMacAddress keeps the MAC of each asset', async () => {
    const site = await extract('DROP TABLE dbo.tblAssetMacAddress');
    expect(codes(site)).toContain('view-missing');
    const macs = (each: Extracted) => assetsOf(each).filter(({ network }) => network.mac !== null).length;
    expect(macs(site)).toBeGreaterThanOrEqual(macs(ordinary) - 1);
  });

  it('without the base stops and names the right to grant', async () => {
    await expect(extract('DROP TABLE dbo.tblAssetCustom')).rejects.toMatchObject({
      exitCode: 3,
      hint: { en: expect.stringContaining('GRANT SELECT ON dbo.tblassetcustom') },
    });
  });
});

describe('a site with words of its own', () => {
  it('has unknown types and states kept, counted and named; described ones say nothing', async () => {
    const renamed = "UPDATE dbo.tblState SET Statename = 'Prêté' WHERE Statename = 'Spare'";
    const site = await extract(renamed);
    expect(told(site, 'state-unknown')).toMatch(/"Prêté" 1\./);
    expect(told(site, 'type-unknown')).toMatch(/"Borne de paiement" 1/);
    const spare = assetsOf(site).find(({ life }) => life.sourceState === 'Prêté');
    expect(spare?.life.status).toBe('active');
    const described = await extract(renamed, {
      states: { prete: 'stock' },
      classes: { 'Borne de paiement': 'embedded', '(999)': 'other' },
    });
    expect(codes(described)).not.toContain('state-unknown');
    expect(codes(described)).not.toContain('type-unknown');
    expect(
      described.outcomes.filter((each) => each.kind === 'excluded' && each.reason === 'stock'),
    ).toHaveLength(2);
  });

  it('is told of a date in a custom field that could be two', async () => {
    const site = await extract('SELECT 1', { customFields: { 'Fin de location': 'purchase.warrantyUntil' } });
    expect(told(site, 'custom-field-unreadable')).toMatch(/: 1 \(purchase\.warrantyUntil 1\)/);
    expect(codes(site)).not.toContain('label-missing');
  });

  it('is told of a label that is gone', async () => {
    const customFields = { 'Fin de location': 'extra.fin', Étage: 'place.location' };
    const site = await extract(
      "UPDATE dbo.tsysCustomNames SET Displayname = 'Fin du bail' WHERE Customname = 'Custom5'",
      { customFields },
    );
    expect(told(site, 'label-missing')).toMatch(/"Fin de location", "Étage"/);
  });
});
