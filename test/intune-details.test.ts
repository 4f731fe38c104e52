import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Item } from '../shared/graph/source.ts';
import type { Tenant } from '../shared/graph/tenant.ts';
import { manyDevices, type ReadingChanges, startReading, tenantOf } from './fakes/intune-reading.ts';

const gibibyte = 1024 ** 3;
const detailsPath = '/beta/deviceManagement/managedDevices';

/** A tenant whose details can be read, and changed between two nights. */
function changeable(devices: Item[]): { tenant: Tenant; documents: Record<string, Item> } {
  const tenant = tenantOf(devices);
  const documents: Record<string, Item> = { ...tenant.documents };
  for (const { id } of devices)
    documents[`${detailsPath}/${id}`] = { id, physicalMemoryInBytes: 8 * gibibyte, notes: 'prêt' };
  return { tenant: { ...tenant, documents }, documents };
}

async function reading(devices: Item[], perDay: number, more: ReadingChanges = {}) {
  const { tenant, documents } = changeable(devices);
  return { ...(await startBridge({ ...more, tenant, settings: { enrich: { perDay } } })), documents };
}

async function startBridge(changes: ReadingChanges) {
  const bridge = await startReading(changes);
  const batches = () => {
    const posted = bridge.server.records.arrivals.filter(({ path }) => path === '/beta/$batch');
    return posted.map(({ body }) => Number(JSON.parse(body).requests.length));
  };
  const memories = async () => {
    const { assets, notices, extraction } = await bridge.night();
    const known = Object.values(assets).filter(({ hardware }) => hardware.memoryBytes === 8 * gibibyte);
    return { known: known.length, notices, asked: extraction.sections.details };
  };
  return { bridge, batches, memories };
}

describe('details of single devices', () => {
  it('are not asked for unless the site wants them', async () => {
    const { bridge, batches } = await startBridge({ tenant: changeable(manyDevices(3)).tenant });
    expect((await bridge.night()).extraction.sections).not.toHaveProperty('details');
    expect(batches()).toEqual([]);
    expect(existsSync(join(bridge.stateFolder, 'intune-details.sqlite'))).toBe(false);
  });

  it('are read by twenties, once, and remembered', async () => {
    const { batches, memories } = await reading(manyDevices(45), 1_000);
    expect(await memories()).toEqual({ known: 45, notices: [], asked: 45 });
    expect(batches()).toEqual([20, 20, 5]);
    expect(await memories()).toEqual({ known: 45, notices: [], asked: 0 });
    expect(batches()).toHaveLength(3);
  });

  it('of a device that is new or has changed are read the next night', async () => {
    const devices = manyDevices(5);
    const { batches, memories } = await reading(devices, 1_000);
    await memories();
    devices[1] = { ...devices[1], osVersion: '10.0.26200.1' };
    devices[2] = { ...devices[2], lastSyncDateTime: '2026-11-20T11:00:00Z' };
    expect(await memories()).toMatchObject({ known: 5, asked: 1 });
    expect(batches()).toEqual([5, 1]);
  });

  it('keep within the budget of the day, new devices first, and say who waits', async () => {
    const devices = manyDevices(50);
    const { memories } = await reading(devices, 20);
    expect(await memories()).toEqual({ known: 20, notices: ['details-waiting'], asked: 20 });
    expect(await memories()).toEqual({ known: 20, notices: ['details-waiting'], asked: 0 });
    devices[0] = { ...devices[0], osVersion: '10.0.26200.1', lastSyncDateTime: '2026-11-21T08:00:00Z' };
    expect(await memories()).toEqual({ known: 40, notices: ['details-waiting'], asked: 20 });
    devices[1] = { ...devices[1], lastSyncDateTime: '2026-11-22T08:00:00Z' };
    expect(await memories()).toEqual({ known: 50, notices: [], asked: 11 });
  });

  it('are read again after thirty days', async () => {
    const devices = manyDevices(3);
    const { memories } = await reading(devices, 100);
    await memories();
    devices[0] = { ...devices[0], lastSyncDateTime: '2026-12-19T08:00:00Z' };
    expect(await memories()).toMatchObject({ asked: 0 });
    devices[0] = { ...devices[0], lastSyncDateTime: '2026-12-20T08:00:00Z' };
    expect(await memories()).toMatchObject({ asked: 3 });
  });

  it('of a device that is gone meanwhile are missing, of one that left the list forgotten', async () => {
    const devices = manyDevices(4);
    const { documents, memories } = await reading(devices, 100);
    delete documents[`${detailsPath}/${devices[3]?.id}`];
    expect(await memories()).toMatchObject({ known: 3, asked: 4 });
    const [gone] = devices.splice(0, 1);
    await memories();
    if (gone) devices.unshift(gone);
    expect(await memories()).toMatchObject({ known: 3, asked: 2 });
  });

  it.each([
    ['exclude', []],
    ['minimum', []],
    ['all', [2]],
  ])('of private devices: personal: %s', async (personal, expected) => {
    const devices = manyDevices(2, () => ({ managedDeviceOwnerType: 'personal' }));
    const { bridge, batches } = await reading(devices, 100, { rules: { personal } });
    await bridge.night();
    expect(batches()).toEqual(expected);
  });

  it('survive a process that was killed while it had the lock', async () => {
    const { bridge, memories } = await reading(manyDevices(2), 100);
    await memories();
    mkdirSync(join(bridge.stateFolder, 'intune-details.sqlite.lock'));
    expect(await memories()).toMatchObject({ known: 2, asked: 0 });
  });

  it('that cannot be kept stop the run', async () => {
    const { bridge } = await reading(manyDevices(2), 100);
    writeFileSync(join(bridge.stateFolder, 'intune-details.sqlite'), 'This is no database. '.repeat(100));
    await expect(bridge.night()).rejects.toMatchObject({ exitCode: 6 });
  });
});

describe('installed software', () => {
  it('is told of the devices of the population, nothing of private ones', async () => {
    const bridge = await startReading();
    const idOf = (digits: string) => `${digits}-5a31-4c0e-9d27-b8e604f1c2a9`;
    const day = { installed: null };
    const publisher = 'Logiciels Fictifs inc.';
    const editor = { name: 'Éditeur Exemple', version: '4.2.0', publisher, ...day };
    const archiver = { name: '7-Archive (x64)', version: '24.09', publisher: null, ...day };
    const field = { name: 'Outil "Terrain", édition mobile', version: '1.0', publisher: null, ...day };
    // Row by row: a device of a person, and one that nobody knows, are withheld.
    expect(await bridge.software()).toEqual([
      { sourceId: idOf('00050001'), ...editor },
      { sourceId: idOf('00050001'), ...archiver },
      { sourceId: idOf('00050001'), ...archiver },
      { sourceId: idOf('00050002'), ...editor },
      { sourceId: idOf('00060001'), ...field },
      { sourceId: null, ...field },
      { sourceId: null, ...editor },
    ]);
    const posted =
      bridge.server.records.arrivals.find(({ path }) => path.endsWith('/exportJobs'))?.body ?? '';
    expect(JSON.parse(posted)).toMatchObject({
      reportName: 'AppInvRawData',
      select: expect.not.arrayContaining(['UserName', 'EmailAddress']),
    });
    const all = await (await startReading({ rules: { personal: 'all' } })).software();
    expect(all.filter(({ sourceId }) => sourceId !== null)).toHaveLength(5);
  });

  it('ends as the source ends', async () => {
    const matching = /exportJobs/;
    const reply = {
      status: 403,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"error":{"code":"Forbidden","message":"no"}}'),
    };
    const bridge = await startReading({ server: { faults: [{ kind: 'answer', matching, reply }] } });
    await expect(bridge.software()).rejects.toMatchObject({ exitCode: 3 });
  });
});
