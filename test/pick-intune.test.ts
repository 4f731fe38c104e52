import { describe, expect, it } from 'vitest';
import { listAdapters, pickAdapter } from '../bridges/intune/pick/adapter.ts';
import { pickStatus } from '../bridges/intune/pick/life.ts';
import { pickMemory } from '../bridges/intune/pick/memory.ts';
import { pickUser } from '../bridges/intune/pick/person.ts';
import { detailRow, intuneRecord, listRow } from './fakes/intune-record.ts';

describe('user', () => {
  const list = {
    userId: 'a0000000-0000-4000-8000-000000000001',
    userPrincipalName: 'aline@contoso.com',
    userDisplayName: 'Aline',
  };
  const report = {
    UserId: 'A0000000-0000-4000-8000-000000000002',
    UPN: 'emma@contoso.com',
    UserName: 'Emma',
  };
  const lastLogon = { LastLoggedOnUserUPN: 'zoe@contoso.com' };
  const all = intuneRecord({ list, report, lastLogon });

  it.each([
    ['primary', 'emma@contoso.com', 'a0000000-0000-4000-8000-000000000002'],
    ['enrolled', 'aline@contoso.com', 'a0000000-0000-4000-8000-000000000001'],
    ['lastLoggedOn', 'zoe@contoso.com', null],
  ] as const)('is the %s one', (asked, upn, entraId) => {
    expect(pickUser(all, asked)).toMatchObject({ value: { upn, entraId, login: null }, rule: asked });
  });

  it('of a shared device is nobody, whoever enrolled it', () => {
    const shared = intuneRecord({
      list,
      report: { UPN: '', UserId: '00000000-0000-0000-0000-000000000000' },
    });
    expect(pickUser(shared, 'primary')).toEqual({ value: null, rule: 'none' });
    expect(pickUser(intuneRecord({ list }), 'primary')).toEqual({ value: null, rule: 'noReport' });
  });

  it.each([
    ['0123456789abcdef0123456789abcdefkiosque@contoso.com', '', 'kiosque@contoso.com'],
    ['0123456789abcdef0123456789abcdef@contoso.com', '', '0123456789abcdef0123456789abcdef@contoso.com'],
    ['', 'mail@contoso.com', 'mail@contoso.com'],
    ['CORP\\emma', '', null],
  ])('%s with mail %s is %s', (UPN, UserEmail, expected) => {
    const { value } = pickUser(intuneRecord({ report: { UPN, UserEmail } }), 'primary');
    expect(value?.upn ?? null).toBe(expected);
  });
});

describe('state', () => {
  it.each([
    ['managed', 'active', 'managed'],
    ['retirePending', 'retiring', 'retirePending'],
    ['wipeIssued', 'retiring', 'wipeIssued'],
    ['deletePending', 'retiring', 'deletePending'],
    ['retireFailed', 'active', 'retireFailed'],
    ['wipeCanceled', 'active', 'wipeCanceled'],
    ['discovered', 'discovered', 'discovered'],
    ['hibernated', 'active', 'unknownState'],
    ['', 'active', 'listed'],
  ])('%s is %s', (managementState, value, rule) => {
    expect(pickStatus(listRow({ managementState }))).toEqual({ value, rule });
  });
});

describe('memory', () => {
  const gibibyte = 1024 ** 3;
  it.each([
    [0, null, 'none'],
    [16_911_433_728, 16 * gibibyte, 'nominal'],
    [8_457_256_960, 8 * gibibyte, 'nominal'],
    [8 * gibibyte, 8 * gibibyte, 'nominal'],
    [14_900_000_000, 14_900_000_000, 'usable'],
  ])('of %d bytes is %s', (physicalMemoryInBytes, value, rule) => {
    expect(pickMemory(detailRow({ physicalMemoryInBytes }))).toEqual({ value, rule });
  });

  it('is unknown before the details are read', () => {
    expect(pickMemory(null)).toEqual({ value: null, rule: 'none' });
  });
});

describe('adapter', () => {
  const wired = (...wiredIPv4Addresses: string[]) => ({ hardwareInformation: { wiredIPv4Addresses } });

  it.each([
    [
      'the wired one when it has an address',
      {
        list: { wiFiMacAddress: '80549C796DC1' },
        report: { WiFiIPv4Address: '10.0.0.5', EthernetMAC: 'b4-45-06-11-22-33' },
        detail: wired('10.0.0.4'),
      },
      'B4:45:06:11:22:33',
      '10.0.0.4',
    ],
    [
      'the wireless one when only it has an address',
      {
        list: { wiFiMacAddress: '80549C796DC1' },
        report: { WiFiIPv4Address: '10.0.0.5', EthernetMAC: 'B44506112233' },
      },
      '80:54:9C:79:6D:C1',
      '10.0.0.5',
    ],
    [
      'the wireless one when nothing has an address',
      { list: { wiFiMacAddress: '80:54:9c:79:6d:c1' }, report: { EthernetMAC: 'B44506112233' } },
      '80:54:9C:79:6D:C1',
      null,
    ],
    [
      'the wired one when it is the only one',
      { report: { EthernetMAC: 'B44506112233' } },
      'B4:45:06:11:22:33',
      null,
    ],
    [
      'the wired one of the details',
      { detail: { ethernetMacAddress: 'B44506112233', ...wired('169.254.3.4', '10.0.0.4') } },
      'B4:45:06:11:22:33',
      '10.0.0.4',
    ],
    ['none of zeros', { list: { wiFiMacAddress: '000000000000' } }, null, null],
    [
      'an address without its adapter’s MAC',
      { list: { wiFiMacAddress: '80549C796DC1' }, detail: wired('10.0.0.4') },
      null,
      '10.0.0.4',
    ],
  ])('%s', (_, said, mac, ipv4) => {
    const { value } = pickAdapter(listAdapters(intuneRecord(said)));
    expect([value?.mac ?? null, value?.ipv4[0] ?? null]).toEqual([mac, ipv4]);
  });

  it('a Mac that gives its Wi-Fi address twice has one adapter', () => {
    const record = intuneRecord({
      list: { wiFiMacAddress: 'a4:cf:99:10:22:7e' },
      report: { EthernetMAC: 'A4CF9910227E' },
    });
    expect(listAdapters(record).map(({ medium, mac }) => [medium, mac])).toEqual([
      ['wireless', 'A4:CF:99:10:22:7E'],
    ]);
  });
});
