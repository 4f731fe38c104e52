import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../bridges/intune/normalize/normalize.ts';
import { judgePopulation } from '../bridges/intune/population.ts';
import {
  clientColumns,
  detailColumns,
  hardwareColumns,
  listColumns,
  reportColumns,
} from '../bridges/intune/record.ts';
import { assetSchema } from '../shared/asset.ts';
import { intuneRecord, listRow, rulesOf, type Said } from './fakes/intune-record.ts';

const laptop: Said = {
  id: '00050001-5a31-4c0e-9d27-b8e604f1c2a9',
  list: {
    deviceName: 'BEC-P-5001',
    azureADDeviceId: 'fe014372-9313-4adf-bba3-fec76ca387b5',
    serialNumber: '6FH2W74',
    manufacturer: 'Dell Inc.',
    model: 'Latitude 5450',
    operatingSystem: 'Windows',
    osVersion: '10.0.26100.7171',
    enrolledDateTime: '2025-08-25T14:20:11Z',
    lastSyncDateTime: '2026-11-20T11:42:07Z',
    complianceState: 'compliant',
    managedDeviceOwnerType: 'company',
    managementState: 'managed',
    managementAgent: 'configurationManagerClientMdm',
    deviceEnrollmentType: 'windowsCoManagement',
    deviceCategoryDisplayName: 'Enseignants',
    isEncrypted: true,
    isSupervised: false,
    totalStorageSpaceInBytes: 511069650944,
    freeStorageSpaceInBytes: 302214807552,
    wiFiMacAddress: '3C58C21A5001',
    phoneNumber: '+18195550101',
    imei: '35 900000 600001 4',
    userPrincipalName: 'inscription@example.org',
    userId: 'a0000000-0000-4000-8000-000000000001',
  },
  report: {
    UPN: 'andree@example.org',
    UserName: 'Andrée',
    WiFiIPv4Address: '10.20.4.61',
    SystemManagementBIOSVersion: '1.9.2',
  },
  detail: {
    physicalMemoryInBytes: 16911433728,
    notes: 'À rendre',
    hardwareInformation: { tpmSpecificationVersion: '2.0, 0, 1.38' },
  },
  client: { clientIdentifier: '16777216-9b57-4d2e-a1c4-5e7d3b90af12', clientVersion: '5.00.9135.1013' },
};
const asset = (said: Said, rules: object = {}) => normalize(intuneRecord(said), rulesOf(rules)).asset;

describe('a device as an asset', () => {
  it('has every fact in its place', () => {
    const { identity, place, nature, firmware, os, hardware, network, people, life, management, mobile } =
      asset(laptop);
    expect(identity).toMatchObject({
      key: 'intune:00050001-5a31-4c0e-9d27-b8e604f1c2a9',
      entraDeviceId: 'FE014372-9313-4ADF-BBA3-FEC76CA387B5',
      clientId: '16777216-9B57-4D2E-A1C4-5E7D3B90AF12',
      serial: '6FH2W74',
    });
    expect(place).toMatchObject({ name: 'BEC-P-5001', groups: ['Enseignants'] });
    expect(nature).toMatchObject({
      class: 'laptop',
      manufacturer: 'Dell Inc.',
      notes: 'À rendre',
      virtual: false,
    });
    expect(firmware).toMatchObject({ biosVersion: '1.9.2', tpmVersion: '2.0', encrypted: true });
    expect(os).toMatchObject({
      family: 'windows',
      name: 'Windows 11',
      featureVersion: '24H2',
      role: 'workstation',
    });
    expect(hardware).toMatchObject({
      memoryBytes: 16 * 1024 ** 3,
      memoryUsableBytes: 16911433728,
      diskBytes: 511069650944,
      storageFreeBytes: 302214807552,
    });
    expect(network).toMatchObject({ ipv4: '10.20.4.61', mac: '3C:58:C2:1A:50:01' });
    expect(people).toMatchObject({
      primaryUser: { upn: 'andree@example.org' },
      enrolledBy: { upn: 'inscription@example.org' },
    });
    expect(people.affinities.map(({ origin }) => origin)).toEqual(['management']);
    expect(life).toMatchObject({
      status: 'active',
      lastSeenAt: '2026-11-20T11:42:07Z',
      lastInventoryAt: null,
      clientVersion: '5.00.9135.1013',
    });
    expect(management).toMatchObject({
      ownership: 'company',
      compliance: 'compliant',
      coManaged: true,
      tenantAttached: false,
      supervised: null,
    });
    expect(mobile).toMatchObject({ imei: '359000006000014', phoneNumber: '+18195550101' });
  });

  it.each([
    [{ managementAgent: 'configurationManagerClientMdmEas' }, true, false],
    [{ managementAgent: 'mdm', deviceEnrollmentType: 'windowsCoManagement' }, true, false],
    [
      { managementAgent: 'mdm', configurationManagerClientEnabledFeatures: { inventory: false } },
      true,
      false,
    ],
    [
      { managementAgent: 'configurationManagerClient', configurationManagerClientEnabledFeatures: {} },
      false,
      true,
    ],
    [{ managementAgent: 'mdm', configurationManagerClientEnabledFeatures: null }, false, false],
  ])('%j: co-managed %s, tenant-attached %s', (list, coManaged, tenantAttached) => {
    expect(asset({ list }).management).toMatchObject({ coManaged, tenantAttached });
  });

  it('keeps words of Intune that are new to us', () => {
    const list = {
      complianceState: 'someNewState',
      managementAgent: 'someNewAgent',
      deviceEnrollmentType: 'someNew',
    };
    expect(asset({ list }).management).toMatchObject({
      compliance: 'someNewState',
      agent: 'someNewAgent',
      enrollmentType: 'someNew',
    });
  });

  it.each([
    ['Apple’s code', { detail: { hardwareInformation: { productName: 'iPad13,18' } } }, 'iPad13,18'],
    ['Lenovo’s type', { list: { manufacturer: 'LENOVO', model: '21HES0AV00' } }, '21HES0AV00'],
    ['a model that is none', { list: { manufacturer: 'Dell Inc.', model: 'Latitude 5450' } }, null],
  ])('has %s as its type code', (_, said, sku) => {
    expect(asset(said).nature.sku).toBe(sku);
  });
});

describe('privacy', () => {
  const personal = {
    ...laptop,
    list: { ...laptop.list, managedDeviceOwnerType: 'personal', deviceName: 'PC de Andrée' },
  };

  it('a private device is left out by default', () => {
    const list = listRow(personal.list ?? {});
    expect(judgePopulation(list, rulesOf())).toBe('personal');
    for (const kept of ['minimum', 'all'])
      expect(judgePopulation(list, rulesOf({ personal: kept }))).toBeNull();
  });

  it('of which the minimum is kept has no person, number, address or free text', () => {
    const minimum = asset(personal, { personal: 'minimum' });
    const text = JSON.stringify(minimum);
    for (const secret of ['Andrée', '@', '+1819', '3590000', '10.20.4', '3C:58', 'rendre', 'a0000000'])
      expect(text).not.toContain(secret);
    expect(minimum).toMatchObject({
      identity: { serial: '6FH2W74' },
      management: { ownership: 'personal', compliance: 'compliant' },
      mobile: null,
    });
  });

  it('all of it is kept only when all is wanted', () => {
    expect(asset(personal, { personal: 'all' })).toMatchObject({
      place: { name: 'PC de Andrée' },
      people: { primaryUser: { upn: 'andree@example.org' } },
    });
  });
});

describe('whatever Graph says', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant('Unknown'),
    fc.double(),
    fc.array(fc.string(), { maxLength: 2 }),
    fc.constant('0001-01-01T00:00:00Z'),
    fc.constantFrom('Windows', 'iOS', 'Android', 'macOS', '10.0.22631.1', 'personal', 'msSense'),
  );
  const item = (columns: object) =>
    fc.record(Object.fromEntries(Object.keys(columns).map((name) => [name, value])), { requiredKeys: [] });
  const said = fc.record({
    list: item(listColumns),
    report: fc.option(item(reportColumns), { nil: undefined }),
    detail: fc.option(
      fc
        .tuple(item(detailColumns), item(hardwareColumns))
        .map(([detail, hardware]) => ({ ...detail, hardwareInformation: hardware })),
      { nil: undefined },
    ),
    client: fc.option(item(clientColumns), { nil: undefined }),
  });
  const rules = fc.record({
    user: fc.constantFrom('primary', 'enrolled', 'lastLoggedOn'),
    personal: fc.constantFrom('minimum', 'all'),
  });

  it('it becomes one asset of the schema, always the same, with a rule for each choice', () => {
    fc.assert(
      fc.property(said, rules, (device, asked) => {
        const record = intuneRecord(
          Object.fromEntries(Object.entries(device).filter(([, part]) => part !== undefined)),
        );
        const before = JSON.stringify(record);
        const explained = normalize(record, rulesOf(asked));
        expect(assetSchema.safeParse(explained.asset).error).toBeUndefined();
        expect(normalize(record, rulesOf(asked))).toEqual(explained);
        expect(JSON.stringify(record)).toBe(before);
        expect(Object.values(explained.rules).every((rule) => rule !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
