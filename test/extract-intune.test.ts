import { describe, expect, it } from 'vitest';
import { readSampleTenant } from '../bridges/intune/sample-tenant.ts';
import { pageExpired, withJson } from './fakes/graph/replies.ts';
import { manyDevices, sampleDevices, startReading, tenantOf } from './fakes/intune-reading.ts';

const named = (name: string, count: number, changes: (number: number) => object) =>
  manyDevices(count, (number) => ({ deviceName: name, ...changes(number) }));

describe('a fleet that was read to its end', () => {
  it('joins the list with the report, whatever the order, and each device once', async () => {
    const reading = await startReading();
    const night = await reading.night();
    const { devices, sections, facts } = night.extraction;
    expect(devices).toEqual({ start: 66, end: 66 });
    expect(sections).toEqual({ managedDevices: 67, DevicesWithInventory: 63, comanagedDevices: 3 });
    expect(facts).toMatchObject({ enrolledDeviceCount: 66, dualEnrolledDeviceCount: 3, pages: 4 });
    expect(night.excluded).toEqual({ personal: 5, defenderOnly: 2, tenantAttached: 1 });
    expect(Object.keys(night.assets)).toHaveLength(58);
    expect(night.notices).toEqual(['not-in-report']);
  });

  it('has the primary user, not the one who enrolled it, and the client of SCCM', async () => {
    const { assets } = await (await startReading()).night();
    expect(assets['00070001']?.people).toMatchObject({
      primaryUser: { upn: 'marie-eve.jobin@example.org' },
      enrolledBy: { upn: 'inscription@example.org' },
    });
    expect(assets['00070018']?.people.primaryUser).toBeNull();
    expect(assets['16777216']?.identity).toMatchObject({
      clientId: '16777216-9B57-4D2E-A1C4-5E7D3B90AF12',
      entraDeviceId: '16777216-41C7-4F0B-8E25-2C9A7D10B6E4',
    });
    expect(Object.values(assets).every(({ hardware }) => hardware.memoryBytes === null)).toBe(true);
  });

  it.each([
    ['enrolled', 'inscription@example.org', false],
    ['lastLoggedOn', 'marie-eve.jobin@example.org', true],
  ])('user: %s', async (user, upn, asksDevices) => {
    const reading = await startReading({ rules: { user } });
    const { assets, extraction } = await reading.night();
    expect(assets['00070001']?.people.primaryUser?.upn).toBe(upn);
    expect('Devices' in extraction.sections).toBe(asksDevices);
  });

  it.each([
    [{ population: { defenderOnly: 'include', tenantAttached: 'include' } }, { personal: 5 }],
    [{ personal: 'all' }, { defenderOnly: 2, tenantAttached: 1 }],
  ])('%j leaves out %j', async (rules, excluded) => {
    expect((await (await startReading({ rules })).night()).excluded).toEqual(excluded);
  });

  it('begins anew when Graph has forgotten the page, and counts nothing twice', async () => {
    const second = /managedDevices\?.*skiptoken/;
    const faults = [{ kind: 'answer', matching: second, after: 1, times: 1, reply: pageExpired } as const];
    const night = await (await startReading({ server: { faults } })).night();
    expect(night.extraction.sections.managedDevices).toBe(67);
    expect(night.notices).toEqual(expect.arrayContaining(['read-again']));
  });

  it('costs few requests and bounded pages', async () => {
    const reading = await startReading({ tenant: tenantOf(manyDevices(3_000), { pageSize: 100 }) });
    const night = await reading.night();
    expect(Object.keys(night.assets)).toHaveLength(3_000);
    const asked = reading.asked();
    const polls = asked.filter((line) => line === 'GET /v1.0/deviceManagement/reports/exportJobs');
    expect(asked.length - polls.length).toBe(30 + 2 + 1);
  });
});

describe('names', () => {
  it('of several devices stay with the one enrolled last, and with all enrolments of it', async () => {
    const devices = named('ACCUEIL', 4, (number) => ({
      enrolledDateTime: `202${number}-01-01T00:00:00Z`,
      serialNumber: ['SN-ONE', 'SN-TWO', 'SN-THREE', 'SN-ONE'][number],
    }));
    const { assets } = await (await startReading({ tenant: tenantOf(devices) })).night();
    expect(Object.values(assets).map(({ place }) => place.name)).toEqual([
      'ACCUEIL',
      'ACCUEIL (SN-TWO)',
      'ACCUEIL (SN-THREE)',
      'ACCUEIL',
    ]);
  });

  it('of a machine without a serial stay with it through its enrolments', async () => {
    const devices = named('ATELIER', 3, (number) => ({
      serialNumber: 'Defaultstring',
      azureADDeviceId: `fe014372-9313-4adf-bba3-00000000000${number === 2 ? 9 : 1}`,
      enrolledDateTime: `202${number}-01-01T00:00:00Z`,
    }));
    const { assets } = await (await startReading({ tenant: tenantOf(devices) })).night();
    expect(Object.values(assets).map(({ place }) => place.name)).toEqual([
      'ATELIER (00000000)',
      'ATELIER (00000001)',
      'ATELIER',
    ]);
    const alone = tenantOf(devices.slice(0, 2));
    const names = Object.values((await (await startReading({ tenant: alone })).night()).assets);
    expect(names.map(({ place }) => place.name)).toEqual(['ATELIER', 'ATELIER']);
  });

  it('are not taken by a device that is left out', async () => {
    const devices = named('ACCUEIL', 2, (number) => ({
      enrolledDateTime: `202${number}-01-01T00:00:00Z`,
      managementAgent: number === 1 ? 'msSense' : 'mdm',
    }));
    const { assets } = await (await startReading({ tenant: tenantOf(devices) })).night();
    expect(Object.values(assets).map(({ place }) => place.name)).toEqual(['ACCUEIL']);
  });
});

describe('a fleet that was not', () => {
  it.each([
    [
      'the list is shorter than the counter',
      { counted: 1_100 },
      'counts 1100 enrolled devices, but its list delivered only 1000 (pages read: 10)',
    ],
    [
      'the report lacks devices',
      { reported: 900 },
      'names only 900 of the 1000 devices of the list (rows read: 900)',
    ],
  ])('%s', async (_, sizes, message) => {
    const reading = await startReading({ tenant: tenantOf(manyDevices(1_000), { ...sizes, pageSize: 100 }) });
    await expect(reading.night()).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining(message),
    });
  });

  it('the list lacks devices of the report', async () => {
    const all = manyDevices(1_000);
    const tenant = {
      ...tenantOf(all),
      collections: { '/v1.0/deviceManagement/managedDevices': all.slice(0, 900) },
    };
    const reading = await startReading({
      tenant: { ...tenant, documents: tenantOf(all.slice(0, 900)).documents },
    });
    await expect(reading.night()).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('has 1000 rows and the list 900 devices: 100 are missing'),
    });
  });

  it.each([
    ['ten devices in a small tenant', 100, { counted: 110 }, {}, true],
    ['eleven devices in a small tenant', 100, { counted: 111 }, {}, false],
    ['two percent', 1_000, { counted: 1_020 }, {}, true],
    ['more than the site allows', 1_000, { counted: 1_020 }, { tolerancePercent: 1 }, false],
    ['a counter that lags behind', 1_000, { counted: 700 }, {}, true],
  ])('a difference of %s', async (_, count, sizes, rules, passes) => {
    const reading = await startReading({ tenant: tenantOf(manyDevices(count), sizes), rules });
    if (passes) expect((await reading.night()).notices).toEqual(['counter-differs']);
    else await expect(reading.night()).rejects.toMatchObject({ exitCode: 4 });
  });

  it.each([
    [
      'a device without an id',
      /managedDevices\?/,
      { value: [{ deviceName: 'X' }] },
      'a device without an id',
    ],
    [
      'a counter that counts nothing',
      /Overview/,
      { enrolledDeviceCount: 'many' },
      'without the number of devices',
    ],
  ])('%s', async (_, matching, body, message) => {
    const change = withJson(() => body);
    const reading = await startReading({ server: { faults: [{ kind: 'change', matching, change }] } });
    await expect(reading.night()).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining(message),
    });
  });

  it('values of another kind are empty and counted', async () => {
    const devices = manyDevices(3, (number) =>
      number === 1 ? { osVersion: 11, lastSyncDateTime: 'hier' } : {},
    );
    const night = await (await startReading({ tenant: tenantOf(devices) })).night();
    expect(night.assets['00000001']).toMatchObject({ os: { version: null }, life: { lastSeenAt: null } });
    expect(night.extraction.notices().map(({ text }) => text.en)).toEqual([
      'osVersion: values of an unexpected form, left empty: 1.',
      'lastSyncDateTime: values of an unexpected form, left empty: 1.',
    ]);
  });

  it('a beta list that is refused costs a notice, not the night', async () => {
    const tenant = readSampleTenant();
    const { '/beta/deviceManagement/comanagedDevices': _, ...collections } = tenant.collections;
    const night = await (await startReading({ tenant: { ...tenant, collections } })).night();
    expect(night.notices).toContain('clients-unread');
    expect(night.extraction.sections.comanagedDevices).toBeNull();
    expect(night.assets['16777216']?.identity.clientId).toBeNull();
  });
});

it('the sample has the devices that the tests name', () => {
  expect(sampleDevices.size).toBe(66);
});
