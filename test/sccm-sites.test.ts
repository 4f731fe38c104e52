import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sections } from '../bridges/sccm/record.ts';
import { type Extracted, extractSite } from './fakes/sample-site.ts';

const codes = ({ extraction }: Extracted) => extraction.notices().map(({ code }) => code);
const assetsOf = ({ outcomes }: Extracted) =>
  outcomes.flatMap((each) => (each.kind === 'asset' ? [each.explained.asset] : []));
const ordinary = await extractSite('SELECT 1');

/** Views of which no other view takes the place, with what the site then does not know. */
const optional = Object.values(sections)
  .filter(({ required }) => !required)
  .map(
    ({ name }) =>
      [
        name,
        /^FROM (dbo\.\w+)/m.exec(readFileSync(join('queries', 'sccm', `${name}.sql`), 'utf8'))?.[1],
      ] as const,
  )
  .filter(([, view]) => view !== 'dbo.v_R_System');

describe('a site that lacks something', () => {
  it.each(optional)('%s: publishes the same machines, and says what is missing', async (name, view) => {
    const site = await extractSite(`DROP TABLE ${view}`);
    expect(codes(site)).toContain('view-missing');
    expect(site.extraction.sections[name]).toBeNull();
    expect(assetsOf(site).map(({ identity }) => identity.sourceId)).toEqual(
      assetsOf(ordinary).map(({ identity }) => identity.sourceId),
    );
  });

  it('without v_GS_PHYSICAL_MEMORY knows the usable memory', async () => {
    const site = await extractSite('DROP TABLE dbo.v_GS_PHYSICAL_MEMORY');
    const known = assetsOf(site).filter(({ hardware }) => hardware.memoryBytes !== null);
    expect(known.length).toBeGreaterThan(60);
    for (const { hardware } of known) expect(hardware.memoryBytes).toBe(hardware.memoryUsableBytes);
  });

  it('without v_GS_FIRMWARE and Build01 knows neither UEFI nor loses a version', async () => {
    const site = await extractSite(
      'DROP TABLE dbo.v_GS_FIRMWARE; ALTER TABLE dbo.v_R_System DROP COLUMN Build01',
    );
    expect(codes(site)).toEqual(expect.arrayContaining(['view-missing', 'column-missing']));
    for (const { firmware } of assetsOf(site)) expect(firmware.uefi).toBeNull();
    expect(assetsOf(site).filter(({ os }) => os.version !== null).length).toBeGreaterThan(60);
  });

  it('without every optional column and view, as of 2012 R2, still publishes every machine', async () => {
    const dropped = readdirSync(join('queries', 'sccm')).flatMap((file) => {
      const sql = readFileSync(join('queries', 'sccm', file), 'utf8');
      const views = new Map(
        [...sql.matchAll(/^(?:FROM|JOIN|LEFT JOIN) (dbo\.\w+) AS (\w+)/gm)].map(([, view, alias]) => [
          alias,
          view,
        ]),
      );
      return [...sql.matchAll(/(\w+)\.(\w+)\s+AS \w+ -- optional/g)].map(
        ([, alias, column]) => `${views.get(alias)} DROP COLUMN ${column}`,
      );
    });
    const newer = ['v_GS_FIRMWARE', 'v_GS_TPM_STATUS', 'v_GS_BITLOCKER_DETAILS', 'v_GS_PHYSICALDISK'];
    const kept = [...new Set(dropped)].filter((drop) => !newer.some((view) => drop.includes(`${view} `)));
    const change = [
      ...kept.map((drop) => `ALTER TABLE ${drop}`),
      ...newer.map((view) => `DROP TABLE dbo.${view}`),
    ];
    expect(change.length).toBeGreaterThan(30);
    const site = await extractSite(change.join(';'));
    expect(assetsOf(site)).toHaveLength(assetsOf(ordinary).length);
  });

  it('without the base view stops and names the right to grant', async () => {
    await expect(extractSite('DROP TABLE dbo.v_R_System')).rejects.toMatchObject({
      exitCode: 3,
      hint: { en: expect.stringContaining('GRANT SELECT ON dbo.v_r_system') },
    });
  });
});

describe('another hierarchy', () => {
  it('that reuses a ResourceID gives another key', async () => {
    const keyOf = (site: Extracted) =>
      assetsOf(site).find(({ identity }) => identity.sourceId === '16777220')?.identity.key;
    const nameless =
      'UPDATE dbo.v_R_System SET SMS_Unique_Identifier0 = NULL; UPDATE dbo.v_GS_SYSTEM SET SMSID0 = NULL;';
    const first = await extractSite(nameless);
    const second = await extractSite(`${nameless} UPDATE dbo.v_Identification SET ThisSiteCode = 'XY2'`);
    expect(keyOf(first)).toBe('sccm:GH1:16777220');
    expect(keyOf(second)).toBe('sccm:XY2:16777220');
  });

  it('read at a primary below a central site is announced as a part of the estate', async () => {
    const site = await extractSite("UPDATE dbo.v_Site SET ReportingSiteCode = 'CAS', Type = 2");
    expect(codes(site)).toContain('partial-site');
    expect(codes(ordinary)).not.toContain('partial-site');
  });
});
