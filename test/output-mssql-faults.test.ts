import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { contentsOf } from './fakes/command.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { publishTo, staging } from './fakes/staging-target.ts';
import type { Fault } from './fakes/tds/faults.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';

vi.setConfig({ testTimeout: 60_000 });

interface FaultCase {
  readonly what: string;
  readonly fault: Fault;
  readonly exitCode: number;
  readonly says: string;
  readonly advises: string;
}
const intact = 'the last rows are intact';
const rowsSent = /^rows of insert bulk/;
const faults: readonly FaultCase[] = [
  {
    what: 'login refused',
    fault: { kind: 'login-error', error: sqlErrors.loginFailed('svc_bridge') },
    exitCode: 3,
    says: 'localhost refuses the login',
    advises: 'Check output.mssql',
  },
  {
    what: 'database closed to the account',
    fault: { kind: 'login-error', error: sqlErrors.databaseRefused('Staging') },
    exitCode: 3,
    says: 'does not open the database Staging',
    advises: 'Check output.mssql',
  },
  {
    what: 'no encryption',
    fault: { kind: 'refuse-encryption' },
    exitCode: 6,
    says: 'the password was not sent',
    advises: 'Install a certificate',
  },
  {
    what: 'no right to create',
    fault: { kind: 'error', matching: /^CREATE TABLE/, error: sqlErrors.createDenied },
    exitCode: 6,
    says: 'Writing was denied in the database Staging: CREATE TABLE permission denied',
    advises: 'CREATE SCHEMA [octopus] AUTHORIZATION',
  },
  {
    what: 'no right in the middle of the rows',
    fault: { kind: 'error', matching: rowsSent, error: sqlErrors.insertDenied('OctopusCI_rows', 'Staging') },
    exitCode: 6,
    says: 'Writing was denied in the database Staging: The INSERT permission',
    advises: intact,
  },
  {
    what: 'no room in the middle of the rows',
    fault: { kind: 'error', matching: rowsSent, error: sqlErrors.full },
    exitCode: 6,
    says: 'There is no room left in the database Staging',
    advises: intact,
  },
  {
    what: 'a reader that holds the former rows',
    fault: { kind: 'error', matching: /^DROP VIEW/, error: sqlErrors.lockTimeout },
    exitCode: 6,
    says: 'The database Staging was busy: Lock request time out',
    advises: intact,
  },
  {
    what: 'connection lost after the rows were sent',
    fault: { kind: 'reset', matching: rowsSent, afterRows: 0 },
    exitCode: 6,
    says: 'The connection to localhost was lost while writing',
    advises: intact,
  },
  {
    what: 'connection lost while they are read back',
    fault: { kind: 'fin', matching: /^SELECT \* FROM/, afterRows: 1 },
    exitCode: 6,
    says: 'The connection to localhost was lost while writing',
    advises: intact,
  },
  {
    what: 'an error of the commit',
    fault: { kind: 'error', matching: /^COMMIT/, error: sqlErrors.full },
    exitCode: 6,
    says: 'There is no room left in the database Staging',
    advises: intact,
  },
];

describe('a fault of the database', () => {
  it.each(faults)(
    '$what: exit $exitCode, and the last rows stay',
    async ({ fault, exitCode, says, advises }) => {
      const site = await staging({ idleSeconds: '1' });
      await publishTo(site);
      const [files, rows] = [contentsOf(site.folder), site.rows()];
      site.server.plan(fault);
      await expect(publishTo(site, [outputAsset('PC-9')])).rejects.toMatchObject({
        exitCode,
        message: expect.stringContaining(says),
        hint: { en: expect.stringContaining(advises), fr: expect.stringMatching(/\S/) },
      });
      // The server undoes what was not committed when it sees that the client is gone.
      await vi.waitFor(() => expect(site.rows()).toEqual(rows), 20_000);
      expect(contentsOf(site.folder)).toEqual(files);
    },
  );

  it('says that nobody knows when the answer to the commit is lost', async () => {
    const site = await staging({}, [{ kind: 'reset', matching: /^COMMIT/, afterRows: 0 }]);
    await expect(publishTo(site)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('localhost did not confirm the writing'),
      hint: { en: 'Run the command again before importing.' },
    });
    expect(readdirSync(site.folder)).toEqual([]);
  });
});
