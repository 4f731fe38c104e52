import { describe, expect, it } from 'vitest';
import { type CheckedSite, startCheckSite } from './fakes/check-site.ts';

const noRole = {
  sysadmin: 0,
  db_owner: 0,
  db_datareader: 0,
  db_datawriter: 0,
  db_ddladmin: 0,
  db_securityadmin: 0,
};
const reportOf = async (answers: NonNullable<CheckedSite['answers']>) =>
  (await startCheckSite({ answers })).report();

describe('rights beyond reading the views', () => {
  it.each([
    ['sysadmin', 'ALTER SERVER ROLE [sysadmin] DROP MEMBER'],
    ['db_owner', 'ALTER ROLE [db_owner] DROP MEMBER'],
    ['db_datareader', 'ALTER ROLE [db_datareader] DROP MEMBER'],
    ['db_datawriter', 'ALTER ROLE [db_datawriter] DROP MEMBER'],
    ['db_ddladmin', 'ALTER ROLE [db_ddladmin] DROP MEMBER'],
    ['db_securityadmin', 'ALTER ROLE [db_securityadmin] DROP MEMBER'],
  ])('%s is a warning that says how to leave it', async (role, statement) => {
    const report = await reportOf({ memberships: { ...noRole, [role]: 1 } });
    expect(report).toMatchObject({ code: 0, ok: true, faults: ['rights-role'] });
    const finding = report.findings.at(-1);
    expect(finding).toMatchObject({ facts: { role } });
    expect(finding?.text.fr).toContain(role);
    expect(finding?.hint?.en).toContain(statement);
  });

  it('are told by the role that holds them all, once', async () => {
    const all = Object.fromEntries(Object.keys(noRole).map((role) => [role, 1]));
    const report = await reportOf({ memberships: all, secretTable: { mayRead: 1 } });
    expect(report.faults).toEqual(['rights-role']);
    expect(report.findings.at(-1)?.facts).toEqual({ role: 'sysadmin' });
  });

  it('are told apart: roles, permissions to change, tables of secrets', async () => {
    const report = await reportOf({
      memberships: { ...noRole, db_datareader: 1, db_ddladmin: 1 },
      permissions: { mayInsert: 1, mayUpdate: 0, mayDelete: null, mayAlter: 1, mayExecute: 0 },
      secretTable: { mayRead: 1 },
    });
    expect(report.faults).toEqual(['rights-role', 'rights-role', 'rights-change', 'rights-secrets']);
    const facts = report.findings.slice(-2).map((finding) => finding.facts);
    expect(facts).toEqual([
      { permissions: ['INSERT', 'ALTER'] },
      { tables: ['dbo.SC_UserAccount', 'dbo.RecoveryAndHardwareCore_Keys'] },
    ]);
    expect(report.findings.at(-2)?.hint?.en).toContain('REVOKE INSERT, ALTER FROM');
  });

  it('are asked for tables by parameter, never inside the text', async () => {
    const site = await startCheckSite();
    await site.run();
    const asked = site.server.records.calls.filter(({ sql }) => sql.includes("'OBJECT'"));
    expect(asked.map(({ parameters }) => parameters)).toEqual([
      { object: 'dbo.SC_UserAccount' },
      { object: 'dbo.RecoveryAndHardwareCore_Keys' },
    ]);
  });

  it('are none for a table that is not there', async () => {
    expect((await reportOf({ secretTable: { mayRead: null } })).faults).toEqual([]);
  });
});

describe('a system query that fails', () => {
  it.each([
    ['server', 'server-unknown'],
    ['rowVersioning', 'row-versioning-unknown'],
    ['memberships', 'memberships-unknown'],
    ['permissions', 'permissions-unknown'],
    ['secretTable', 'secrets-unknown'],
  ])('%s could not be determined, and the check goes on', async (query, code) => {
    const report = await reportOf({ [query]: null });
    expect(report).toMatchObject({ code: 0, ok: true, faults: [code] });
    const finding = report.findings.find((each) => each.code === code);
    expect(finding?.text.en).toContain('Could not be determined');
    expect(report.findings.filter((each) => each.code === 'section')).toHaveLength(37);
  });
});

describe('the server', () => {
  it('older than 2014 is a warning', async () => {
    const report = await reportOf({ server: { version: '11.0.7001.0', edition: 'Standard Edition' } });
    expect(report).toMatchObject({ code: 0, faults: ['server-old'] });
  });

  it('without row versioning is told when to read it', async () => {
    const report = await reportOf({ rowVersioning: { readCommittedSnapshot: 0, snapshotIsolation: 0 } });
    const finding = report.findings.find(({ code }) => code === 'row-versioning');
    expect(finding).toMatchObject({
      level: 'ok',
      facts: { readCommittedSnapshot: false, snapshotIsolation: false },
    });
    expect(finding?.text.en).toContain('outside busy hours');
  });
});
