import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckedSite, type Report, startCheckSite } from './fakes/check-site.ts';
import { runBridge } from './fakes/command.ts';
import { sharedSample } from './fakes/shared-sample.ts';
import { lansweeper } from './fakes/sql-bridge.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const dayMilliseconds = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMilliseconds).toISOString().slice(0, 10);
const seenOn = (day: string) => `UPDATE dbo.tblAssets SET Lastseen = '${day}T08:00:00'`;
const reportOf = async (site: Omit<CheckedSite, 'bridge'>) =>
  (await startCheckSite({ ...site, bridge: lansweeper })).report();
const finding = ({ findings }: Report, code: string) => findings.find((each) => each.code === code);
const cloud = {
  fr: expect.stringContaining('port 81'),
  en: expect.stringContaining('cloud-only'),
};
const section = ({ findings }: Report, name: string) => findings.find(({ facts }) => facts?.section === name);

// The sample is as old as it is; here somebody was seen today.
beforeAll(async () => {
  (await sharedSample(lansweeper)).database.exec(seenOn(daysAgo(0)));
});

describe('a check of LanSweeper', () => {
  it('where everything is fine names servers, version, types and states with their counts', async () => {
    const report = await reportOf({});
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['type-unknown'] });
    expect(finding(report, 'site')?.text.en).toBe('site: VDC-S-LAN01 · 12.4.1.3 · assets: 68');
    expect(finding(report, 'types')?.text.en).toMatch(/^types: Windows \d+, Printer \d+, /);
    expect(finding(report, 'states')?.text.fr).toMatch(/^états : Active \d+, /);
    expect(finding(report, 'type-unknown')?.facts).toEqual({ names: ['?', 'Borne de paiement'] });
    expect(finding(report, 'site')?.facts).toMatchObject({ version: '12.4.1.3', assets: 68 });
    expect(section(report, 'asset')).toMatchObject({ level: 'ok', facts: { devices: 68 } });
    expect(finding(report, 'rights-minimal')).toBeDefined();
  });

  it('tells apart the login of the product, old contacts, missing columns, open secrets; an empty table is no fault', async () => {
    const site = await startCheckSite({
      bridge: lansweeper,
      sql: `${seenOn(daysAgo(40))}; DELETE FROM dbo.tblMacMemory; UPDATE dbo.tblState SET Statename = 'Prêté' WHERE Statename = 'Sold'`,
      settings: { login: '{ kind: sql, user: LansweeperUser, password: { env: BRIDGE_TEST_PASSWORD } }' },
      without: { tsysIPLocations: null },
      answers: { secretTable: { mayRead: 1 }, secretColumn: { mayRead: 1 } },
    });
    const report = await site.report();
    expect(report).toMatchObject({ code: 0, ok: true });
    const names = ['type-unknown', 'state-unknown'];
    expect(report.faults).toEqual([...names, 'product-login', 'stale', 'view-missing', 'rights-secrets']);
    expect(finding(report, 'state-unknown')?.text.en).toContain('"Prêté" 1');
    expect(section(report, 'mac-memory')).toMatchObject({ code: 'nothing-reported', level: 'ok' });
    expect(finding(report, 'product-login')?.hint?.en).toContain('--grant-script');
    expect(finding(report, 'stale')).toMatchObject({ facts: { days: 40 }, hint: cloud });
    expect(finding(report, 'view-missing')?.hint?.en).toContain(
      'GRANT SELECT ON OBJECT::[dbo].[tsysIPLocations] ([IPLocation], [LocationID]) TO [octopus_bridge];',
    );
    expect(finding(report, 'rights-secrets')?.facts?.tables).toEqual([
      'dbo.tsysCredentials',
      'dbo.tsysDomainCredentials',
      'dbo.tsysApiKeys',
      'dbo.tsysASServers.SMTPPassword',
      'dbo.tsysASServers.proxyPassword',
      'dbo.tsysIPLocations.SharePassword',
      'dbo.tblSerialnumber.ProductKey',
    ]);
    const asked = site.server.records.calls.filter(({ sql }) => sql.includes("'COLUMN'"));
    expect(asked[0]?.parameters).toEqual({ object: 'dbo.tsysASServers', column: 'SMTPPassword' });
  });

  it('asks about a cloud-only plan when the database holds no asset', async () => {
    const report = await reportOf({ sql: 'DELETE FROM dbo.tblAssets; DELETE FROM dbo.tblAssetCustom' });
    expect(report).toMatchObject({ code: 5, faults: expect.arrayContaining(['empty', 'no-devices']) });
    expect(finding(report, 'empty')?.hint).toEqual(cloud);
  });

  it('goes on without the table of scan servers', async () => {
    const report = await reportOf({ without: { tsysASServers: null } });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['view-missing'] });
  });
});

describe('a database that is not on a SQL Server', () => {
  const checkOf = async (lines: string) => {
    const path = join(temporaryFolder(), 'bridge.yaml');
    writeFileSync(path, `sources:\n  lansweeper:\n${lines}`);
    return runBridge(['check', 'lansweeper', '--config', path]);
  };
  const login = '    login: { kind: sql, user: u, password: { env: NO_SUCH } }\n';

  it.each([
    ['LocalDB', '    server: (localdb)\\.\\LSInstance\n    database: lansweeperdb\n', '3:5'],
    [
      'the pipe of LocalDB',
      "    server: 'np:\\\\.\\pipe\\LOCALDB#1A2B\\tsql\\query'\n    database: d\n",
      '3:5',
    ],
    ['SQL Compact', '    server: ls01\n    database: C:\\LanSweeper\\lansweeperdb.sdf\n', '4:5'],
  ])('%s is explained with the three ways out, before anything is contacted', async (_, lines, place) => {
    const { code, stdout, stderr } = await checkOf(lines + login);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place);
    for (const way of ['(1)', 'kind: windows', '(2)', 'Express', '(3)', 'CSV']) expect(stderr).toContain(way);
  });

  it('LocalDB on its own machine is named in two settings', async () => {
    const windows = '    login: { kind: windows }\n';
    const wrong = await checkOf(`    server: (localdb)\\.\\LSInstance\n    database: d\n${windows}`);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('instance: .\\LSInstance') });
    const right = await checkOf(
      `    server: (localdb)\n    instance: .\\LSInstance\n    database: d\n${windows}`,
    );
    expect(right.stderr).not.toContain('has mistakes');
  });
});

describe('the script of the rights', () => {
  it('grants columns alone where a table keeps passwords, and nothing that keeps only secrets', async () => {
    const { code, stdout } = await runBridge(['check', 'lansweeper', '--grant-script']);
    expect(code).toBe(0);
    expect(stdout).toContain('-- USE [lansweeperdb];');
    const columns = /\[tsysASServers\] \(([^)]*)\)/.exec(stdout)?.[1];
    expect(columns).toBe('[DELCOMP], [DELCOMPDAYS], [NACOMP], [NACOMPDAYS], [Servername], [Version]');
    expect(stdout).not.toMatch(/password|credential|apikey|productkey|tblserialnumber/i);
    const page = readFileSync('bridges/lansweeper/README.md', 'utf8');
    const table = page.slice(page.indexOf('<!-- rights -->'), page.indexOf('<!-- /rights -->'));
    const named = new Set([...table.matchAll(/\b(?:tbl|tsys)\w+/gi)].map(([name]) => name));
    const granted = [...stdout.matchAll(/GRANT SELECT ON OBJECT::\[dbo\]\.\[(\w+)\]/g)].map(
      ([, name]) => name,
    );
    expect(new Set(granted)).toEqual(named);
  });
});
