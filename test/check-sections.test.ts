import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CheckedSite, type CheckSite, type Report, startCheckSite } from './fakes/check-site.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';

const fault = ({ findings }: Report, code: string) => findings.find((finding) => finding.code === code);
const reportOf = async (site: CheckedSite) => (await startCheckSite(site)).report();
const { denied, invalidObject, deadlock } = sqlErrors;

/** Puts a query of the site's own beside its configuration. */
function ownQuery({ home }: CheckSite, section: string, sql: string): void {
  const folder = join(home, 'queries', 'sccm');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${section}.sql`), sql);
}

describe('the site', () => {
  it('is warned about when it is a primary below a central one', async () => {
    const report = await reportOf({ sql: "UPDATE dbo.v_Site SET Type = 2, ReportingSiteCode = 'CAS'" });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['partial-site'] });
    expect(fault(report, 'partial-site')?.text.en).toContain('below CAS');
    expect(fault(report, 'site')?.facts).toMatchObject({ parentSiteCode: 'CAS', siteType: 'primary' });
  });

  it('is fine when it is the central one', async () => {
    const report = await reportOf({ sql: 'UPDATE dbo.v_Site SET Type = 4, ReportingSiteCode = NULL' });
    expect(report.faults).toEqual([]);
    expect(fault(report, 'site')?.text).toMatchObject({
      fr: expect.stringContaining('site d’administration centrale'),
      en: expect.stringContaining('central administration site'),
    });
  });

  it('is warned about when it is a secondary, or no site at all', async () => {
    expect((await reportOf({ sql: 'UPDATE dbo.v_Site SET Type = 1' })).faults).toEqual(['secondary-site']);
    const empty = await reportOf({ sql: 'DELETE FROM dbo.v_Identification' });
    expect(empty).toMatchObject({ code: 0, faults: ['site-unknown'] });
  });

  it('is an error with the GRANT when its view is missing', async () => {
    const report = await reportOf({ without: { v_Site: null } });
    expect(report).toMatchObject({ code: 3, faults: ['view-missing'] });
    expect(fault(report, 'view-missing')?.hint?.en).toContain('GRANT SELECT ON OBJECT::[dbo].[v_Site]');
  });
});

describe('a section', () => {
  it('whose optional view is missing is a warning with the class and the GRANT', async () => {
    const report = await reportOf({ without: { v_GS_TPM: null } });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['view-missing'] });
    const { hint, facts } = fault(report, 'view-missing') ?? {};
    expect(hint?.fr).toMatch(/classe.*GRANT SELECT ON OBJECT::\[dbo\]\.\[v_GS_TPM\] TO \[octopus_bridge\];/);
    expect(facts).toMatchObject({ section: 'tpm', missing: ['dbo.v_GS_TPM'] });
  });

  it('whose required view is missing is an error, and the others are still looked at', async () => {
    const report = await reportOf({ without: { v_R_System: null } });
    expect(report).toMatchObject({ code: 3, ok: false, faults: ['view-missing', 'view-missing'] });
    expect(fault(report, 'view-missing')).toMatchObject({ level: 'error', facts: { section: 'system' } });
    const bios = report.findings.find(({ facts }) => facts?.section === 'bios');
    expect(bios).toMatchObject({ level: 'ok', facts: { rows: 78, coveragePercent: null } });
  });

  it('names every missing column at once, with its line', async () => {
    const report = await reportOf({ without: { v_GS_PC_BIOS: ['SerialNumber0', 'Name0'] } });
    expect(report).toMatchObject({ code: 2, ok: false, faults: ['column-missing'] });
    const { text, hint, facts } = fault(report, 'column-missing') ?? {};
    expect(text?.en).toContain('Name0 (line 6), SerialNumber0 (line 9)');
    expect(hint?.en).toContain('queries/sccm/bios.sql');
    expect(facts?.missing).toEqual(['Name0', 'SerialNumber0']);
  });

  it('warns of missing optional columns, and counts the rest', async () => {
    const report = await reportOf({ without: { v_R_System: ['AADDeviceID', 'Build01'] } });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['column-absent'] });
    expect(fault(report, 'column-absent')?.facts?.missing).toEqual(['AADDeviceID', 'Build01']);
    expect(report.findings.find(({ facts }) => facts?.section === 'system')).toMatchObject({
      facts: { devices: 80, columns: 25 },
    });
  });

  it('without a row is enabled but nothing reported', async () => {
    const report = await reportOf({ sql: 'DELETE FROM dbo.v_GS_BATTERY' });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['nothing-reported'] });
    expect(fault(report, 'nothing-reported')?.text.fr).toContain('Active, mais rien n’a été rapporté');
  });

  it('counts devices, not rows, and only devices that exist', async () => {
    const report = await reportOf({
      sql: `DELETE FROM dbo.v_GS_BATTERY;
        INSERT INTO dbo.v_GS_BATTERY (ResourceID, GroupID, Name0) SELECT ResourceID, 1, 'a' FROM dbo.v_R_System ORDER BY ResourceID LIMIT 40;
        INSERT INTO dbo.v_GS_BATTERY (ResourceID, GroupID, Name0) SELECT ResourceID, 2, 'b' FROM dbo.v_R_System ORDER BY ResourceID LIMIT 40;
        INSERT INTO dbo.v_GS_BATTERY (ResourceID, GroupID, Name0) VALUES (1, 1, 'orphan'), (99999999, 1, 'orphan')`,
    });
    const battery = report.findings.find(({ facts }) => facts?.section === 'battery');
    expect(battery?.facts).toMatchObject({ rows: 82, devices: 40, coveragePercent: 50 });
  });

  it.each([
    ['denied', denied('v_GS_DISK', 'CM_GH1'), 3, 'permission-denied', /GRANT SELECT ON dbo\.v_GS_DISK/],
    ['misunderstood', invalidObject('dbo.v_GS_DISK'), 2, 'query-wrong', /view or column name/],
  ] as const)('that is %s stops nothing but itself', async (_, error, code, said, hint) => {
    const report = await reportOf({ server: { faults: [{ kind: 'error', error, matching: /v_GS_DISK/ }] } });
    expect(report).toMatchObject({ code, ok: false, faults: [said] });
    expect(fault(report, said)?.hint?.en).toMatch(hint);
    expect(fault(report, 'rights-minimal')).toBeDefined();
  });

  it('of the software is looked for, and no row of it read', async () => {
    const site = await startCheckSite({});
    const report = await site.report();
    expect(report.findings.find(({ code }) => code === 'section-found')).toMatchObject({
      level: 'ok',
      facts: { section: 'software', views: ['dbo.v_Add_Remove_Programs'] },
    });
    expect(site.server.records.calls.filter(({ sql }) => /v_Add_Remove/i.test(sql))).toEqual([]);
    const without = await reportOf({ without: { v_Add_Remove_Programs: null } });
    expect(fault(without, 'view-missing')).toMatchObject({
      level: 'warning',
      facts: { section: 'software' },
    });
  });

  it('that breaks once is read again, and that is told', async () => {
    const faults = [
      { kind: 'error', error: deadlock, matching: /v_GS_DISK/, afterRows: 20, times: 1 },
    ] as const;
    const report = await reportOf({ server: { faults } });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['read-again'] });
    const disk = report.findings.find(({ facts }) => facts?.section === 'disk');
    expect(disk?.facts).toMatchObject({ rows: 83, coveragePercent: 96 });
  });

  it.each([
    ['falls silent', { kind: 'stall', afterRows: 5, matching: /v_GS_DISK/ }],
    ['breaks off', { kind: 'reset', afterRows: 5, matching: /v_GS_DISK/ }],
  ] as const)('in which the server %s ends the check with 4', async (_, fault) => {
    const report = await reportOf({ settings: { idleSeconds: 1 }, server: { faults: [fault] } });
    expect(report).toMatchObject({ code: 4, ok: false, faults: ['section-unread', 'sections-not-reached'] });
    expect(report.findings.at(-1)?.facts).toEqual({ sections: 25 });
  });
});

describe('the base section', () => {
  it('without a device is an error', async () => {
    const report = await reportOf({ sql: 'DELETE FROM dbo.v_R_System' });
    expect(report).toMatchObject({ code: 5, ok: false });
    expect(fault(report, 'no-devices')).toMatchObject({ level: 'error', facts: { devices: 0 } });
  });

  it('with two rows of one device is an error that names one', async () => {
    const report = await reportOf({
      sql: 'INSERT INTO dbo.v_R_System SELECT * FROM dbo.v_R_System ORDER BY ResourceID LIMIT 2',
    });
    expect(report).toMatchObject({ code: 5, ok: false, faults: ['duplicate-keys'] });
    expect(fault(report, 'duplicate-keys')?.text.en).toMatch(/one resourceId, such as \d+ \(2 cases\)/);
  });
});

describe('a query of the site', () => {
  it.each([
    ['not in order', 'ORDER BY x.ResourceID DESC', 'query-wrong', /ORDER BY resourceId/],
    [
      'with a parameter that nobody set',
      'WHERE x.GroupID > @none ORDER BY x.ResourceID',
      'parameter-unset',
      /parameters/,
    ],
  ])('that is %s is an error with 2', async (_, end, code, hint) => {
    const site = await startCheckSite();
    ownQuery(site, 'disk', `SELECT x.ResourceID AS resourceId FROM dbo.v_GS_DISK AS x ${end}`);
    const report = await site.report();
    expect(report).toMatchObject({ code: 2, ok: false, faults: [code] });
    expect(fault(report, code)?.hint?.en).toMatch(hint);
  });

  it('without the key column is an error with 2', async () => {
    const site = await startCheckSite();
    ownQuery(site, 'disk', 'SELECT x.GroupID AS id FROM dbo.v_GS_DISK AS x');
    expect(await site.report()).toMatchObject({ code: 2, faults: ['query-wrong'] });
  });

  it('that would write is refused before anything is contacted', async () => {
    const site = await startCheckSite();
    ownQuery(site, 'disk', 'DELETE FROM dbo.v_GS_DISK');
    expect(await site.run()).toMatchObject({ code: 2, stdout: '' });
    expect(site.server.records.connections).toBe(0);
  });
});
