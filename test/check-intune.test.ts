import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exitCodeOf } from '../bridges/check-report.ts';
import { intune } from '../bridges/intune/index.ts';
import { readSampleTenant } from '../bridges/intune/sample-tenant.ts';
import type { Finding } from '../shared/finding.ts';
import { Secrets } from '../shared/secret.ts';
import { runBridge } from './fakes/command.ts';
import { certificatePath, clientId, clientSecret } from './fakes/graph/application.ts';
import { settingsFor } from './fakes/graph/client.ts';
import type { Fault } from './fakes/graph/faults.ts';
import { forbidden, notLicensed } from './fakes/graph/replies.ts';
import { type GraphServer, inventoryRoles, startGraphServer } from './fakes/graph/server.ts';
import { endIntuneSites, type IntuneSiteChanges, startIntuneSite } from './fakes/intune-site.ts';

afterAll(endIntuneSites);

const text = z.strictObject({ fr: z.string().regex(/\S/), en: z.string().regex(/\S/) });
const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const reportSchema = z.strictObject({
  source: z.literal('intune'),
  ok: z.boolean(),
  findings: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
      level: z.enum(['ok', 'warning', 'error']),
      text,
      hint: text.optional(),
      facts: z.record(z.string(), fact).optional(),
    }),
  ),
});

/** What checking a site says, as the command would end with it. */
async function checked({ tenant = readSampleTenant(), server: options, settings }: IntuneSiteChanges = {}) {
  const server = await startGraphServer({ tenant, ...options });
  servers.push(server);
  const secrets = new Secrets({ GRAPH_SECRET: clientSecret, OTHER: 'not the one' });
  const given = settingsFor(server, { pauseSeconds: 0, idleSeconds: 20, ...settings });
  const findings: Finding[] = [];
  for await (const finding of intune.check({
    settings: intune.settings.parse(given),
    rules: null,
    people: 'full',
    siteFolder: null,
    secrets,
    now: new Date(),
    progress: () => {},
    signal: new AbortController().signal,
  }))
    findings.push(finding);
  expect(JSON.stringify(findings)).not.toContain(clientSecret);
  return {
    exit: exitCodeOf(findings),
    faults: findings.filter(({ level }) => level !== 'ok'),
    finding: (wanted: string) => findings.find((finding) => finding.code === wanted),
  };
}

const servers: GraphServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

const tenant = readSampleTenant();
const withOverview = (count: number) => ({
  ...tenant,
  documents: { '/v1.0/deviceManagement/managedDeviceOverview': { enrolledDeviceCount: count } },
});
const managedBy = (authority: string) => ({
  ...tenant,
  collections: {
    ...tenant.collections,
    '/v1.0/organization': [{ mobileDeviceManagementAuthority: authority }],
  },
});

describe('bridge check intune', () => {
  it.concurrent('goes the way of an extraction, tells each step, and writes nothing', async () => {
    const site = await startIntuneSite({ settings: { enrich: {} } });
    const { code, stdout, stderr } = await site.check('--json');
    const { findings, ok } = reportSchema.parse(JSON.parse(stdout));
    expect([code, stderr, ok]).toEqual([0, '', true]);
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.map((finding) => finding.code)).toEqual([
      'secret',
      'login-service',
      'graph',
      'clock',
      'login',
      'permissions',
      'authority',
      'devices',
      'list',
      'details',
      'report',
    ]);
    expect(findings.at(-1)?.facts).toEqual({ rows: 63, primaryUsers: 46 });
    expect(readdirSync(site.home)).toEqual(['bridge.yaml']);
    const changing = site.server.records.arrivals.filter(
      ({ method, path }) => method !== 'GET' && !/exportJobs$|\$batch$|\/token/.test(path),
    );
    expect(changing).toEqual([]);
  });

  it.concurrent('says it in words, in both languages', async () => {
    const site = await startIntuneSite();
    const { stdout } = await site.check('--lang', 'fr');
    expect(stdout).toContain('Intune compte 66 appareils inscrits.');
    expect(stdout).toContain('Une extraction fonctionnerait.');
  });

  it.concurrent('has no script to grant its rights', async () => {
    const { code, stderr } = await runBridge(['check', 'intune', '--grant-script']);
    expect(code).toBe(2);
    expect(stderr).toContain('bridges/intune/README.md');
  });

  it.concurrent.each([
    ['no permission', [], ['permission-missing'], 3],
    ['another permission', ['Device.Read.All'], ['permission-missing', 'permission-needless'], 3],
    ['the right to change', ['DeviceManagementManagedDevices.ReadWrite.All'], ['permission-dangerous'], 0],
    ['all that reading can use', [...inventoryRoles, 'DeviceManagementApps.Read.All'], [], 0],
    [
      'rights over people and roles',
      [
        'DeviceManagementManagedDevices.Read.All',
        'Directory.Read.All',
        'Mail.Read',
        'User.Read.All',
        'DeviceManagementManagedDevices.PrivilegedOperations.All',
      ],
      ['permission-dangerous', 'permission-needless'],
      0,
    ],
  ] as const)('%s', async (_, roles, expected, exit) => {
    const { faults, exit: ended } = await checked({ server: { roles } });
    expect([faults.map(({ code }) => code), ended]).toEqual([expected, exit]);
    for (const { hint } of faults) expect(hint?.en).toContain('DeviceManagementManagedDevices.Read.All');
  });

  it.concurrent.each([
    [
      'a secret that is wrong',
      { settings: { login: { kind: 'secret', clientId, secret: { env: 'OTHER' } } } },
      'login-refused',
      3,
    ],
    [
      'an unlicensed tenant',
      { server: { faults: [{ kind: 'answer', matching: /Overview/, reply: notLicensed }] } },
      'devices-refused',
      3,
    ],
    [
      'a list that is refused',
      {
        server: {
          faults: [
            {
              kind: 'answer',
              matching: /managedDevices\?/,
              reply: forbidden('DeviceManagementManagedDevices.Read.All'),
            },
          ],
        },
      },
      'list-refused',
      3,
    ],
    [
      'a report that is refused',
      {
        server: {
          faults: [
            { kind: 'answer', matching: /exportJobs/, reply: forbidden('DeviceManagementApps.Read.All') },
          ],
        },
      },
      'report-refused',
      3,
    ],
    [
      'a login service that cannot be trusted',
      { server: { certificate: 'unknown' } },
      'login-service-unreachable',
      4,
    ],
    ['a tenant without devices', { tenant: withOverview(0) }, 'devices', 0],
    ['another management authority', { tenant: managedBy('sccm') }, 'authority-other', 0],
  ] as const)('%s', async (_, changes, code, exit) => {
    const { faults, exit: ended } = await checked(changes);
    expect([faults.map((finding) => finding.code), ended]).toEqual([[code], exit]);
    expect(faults[0]?.hint?.fr).toMatch(/\S/);
  });

  it.concurrent('tells until when a certificate is good', async () => {
    const certificate = certificatePath('application.pem');
    const { finding, exit } = await checked({
      settings: { login: { kind: 'certificate', clientId, certificate } },
    });
    expect(exit).toBe(0);
    expect(finding('certificate')?.facts).toMatchObject({
      validUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
    });
  });

  it.concurrent('warns of a clock that is wrong', async () => {
    const late: Extract<Fault, { kind: 'change' }>['change'] = (reply) => ({
      ...reply,
      headers: { ...reply.headers, date: 'Sun, 22 Nov 2020 03:00:00 GMT' },
    });
    const fault: Fault = { kind: 'change', matching: /openid-configuration/, times: 1, change: late };
    const { faults: told } = await checked({ server: { faults: [fault] } });
    expect(told.map(({ code }) => code)).toEqual(['clock-skew']);
    expect(told[0]?.facts?.seconds).toBeGreaterThan(86_400);
  });
});
