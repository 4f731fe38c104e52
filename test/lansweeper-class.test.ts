import { describe, expect, it } from 'vitest';
import { shippedStates, shippedTypes } from '../bridges/lansweeper/meanings.ts';
import { foldName } from '../bridges/lansweeper/name-table.ts';
import { pickClass } from '../bridges/lansweeper/pick/class.ts';
import { pickName } from '../bridges/lansweeper/pick/name.ts';
import { pickStatus } from '../bridges/lansweeper/pick/status.ts';
import { judgePopulation, populationSettings } from '../bridges/lansweeper/population.ts';
import { lansweeperRecord, lansweeperSections, lansweeperSite } from './fakes/lansweeper-record.ts';

const site = lansweeperSite();
const typed = (typeName: string | null, more: object = {}) =>
  lansweeperSections({ base: { typeName }, ...more });
const read = { operatingSystem: { caption: 'Microsoft Windows 11' } };

describe('class', () => {
  it.each([
    ['Switch', 'switch'],
    ['  sWiTcH ', 'switch'],
    ['Commutateur', 'switch'],
    ['ÉQUIPEMENT RÉSEAU', 'networkDevice'],
    ['Point d’accès sans fil', 'accessPoint'],
    ["point d'acces sans fil", 'accessPoint'],
    ['Printer', 'printer'],
    ['VOIP phone', 'ipPhone'],
    ['ESXi server', 'hypervisor'],
    ['VMware Guest', 'virtualServer'],
    ['Remote Access Controller', 'other'],
    ['iPad', 'tablet'],
    ['Monitor', 'monitor'],
    ['Linux', 'server'],
  ])('of type %s is %s', (typeName, value) => {
    expect(pickClass(typed(typeName), site).value).toBe(value);
  });

  it.each([
    ['a server role', { operatingSystem: { productType: 3 } }, 'server', 'operatingSystem'],
    ['the role of the domain', { computerSystem: { domainRole: 3 } }, 'server', 'operatingSystem'],
    ['the code of the product', { base: { osCode: '10.0.20348S' } }, 'server', 'operatingSystem'],
    [
      'a server that holds guests',
      { operatingSystem: { productType: 3 }, hyperVGuests: [{ guestId: 1 }] },
      'hypervisor',
      'guests',
    ],
    [
      'a workstation that holds guests',
      {
        operatingSystem: { productType: 1 },
        hyperVGuests: [{ guestId: 1 }],
        enclosures: [{ chassisCode: 3 }],
      },
      'desktop',
      'chassis',
    ],
    ['a chassis', { enclosures: [{ chassisCode: 10 }] }, 'laptop', 'chassis'],
    ['a dock and a chassis', { enclosures: [{ chassisCode: 12 }, { chassisCode: 31 }] }, 'laptop', 'chassis'],
    ['a battery', { portableBatteries: [{ name: 'B' }] }, 'laptop', 'battery'],
    ['a virtual model', { base: { model: 'VMware7,1' } }, 'virtualWorkstation', 'virtual'],
    [
      'a virtual server',
      { base: { model: 'Virtual Machine' }, operatingSystem: { productType: 2 } },
      'virtualServer',
      'virtual',
    ],
    ['nothing', {}, 'unknown', 'none'],
  ] as const)('of Windows with %s', (_, overrides, value, rule) => {
    expect(pickClass(lansweeperSections(overrides), site)).toEqual({ value, rule });
  });

  it.each([
    ['MacBookPro18,3', null, 'laptop'],
    ['Mac14,2', 'MacBook Air', 'laptop'],
    ['iMac18,2', null, 'allInOne'],
    ['Macmini9,1', null, 'desktop'],
    ['Mac14,13', 'Mac Studio', 'desktop'],
    ['Mac15,3', null, 'unknown'],
  ])('of a Mac %s (%s) is %s', (model, machineName, value) => {
    const sections = lansweeperSections({
      base: { typeName: 'Apple Mac', model },
      macHardware: { machineName },
    });
    expect(pickClass(sections, site).value).toBe(value);
  });

  it.each([
    [3, 'desktop'],
    [10, 'laptop'],
    [23, 'server'],
    [1, 'server'],
  ])('of Linux in an enclosure %i is %s', (chassisCode, value) => {
    const sections = typed('Linux', { linuxEnclosures: [{ chassisCode }] });
    expect(pickClass(sections, site).value).toBe(value);
  });

  it('follows the site before the package, and keeps what nobody described', () => {
    const own = lansweeperSite({ classes: { 'borne LIBRE-service': 'embedded', Switch: 'router' } });
    expect(pickClass(typed('Borne libre-service'), own)).toEqual({ value: 'embedded', rule: 'type' });
    expect(pickClass(typed('Switch'), own).value).toBe('router');
    expect(pickClass(typed('Borne libre-service'), site)).toEqual({ value: 'other', rule: 'unknownType' });
    const nameless = lansweeperSections({ base: { typeName: null, typeCode: -1 } });
    expect(pickClass(nameless, site).rule).not.toBe('unknownType');
  });

  it('has no two meanings for one name, in any spelling', () => {
    for (const names of [shippedTypes(), shippedStates()].map(Object.keys))
      expect(new Set(names.map(foldName)).size).toBe(names.length);
  });
});

describe('status', () => {
  it.each([
    ['Active', 1, 'active', 'state'],
    ['ACTIF', 77, 'active', 'state'],
    ['Non-active', 2, 'inactive', 'state'],
    ['Volé', 1, 'missing', 'state'],
    ['Don’t show', 6, 'hidden', 'state'],
    ['En réparation', 40, 'inRepair', 'state'],
    [null, 3, 'retired', 'stateNumber'],
    [null, 12, 'active', 'noState'],
    [null, null, 'active', 'noState'],
    ['Prêté', 3, 'active', 'unknownState'],
  ])('of state %s, number %s, is %s', (stateName, stateCode, value, rule) => {
    expect(pickStatus(lansweeperSections({ base: { stateName, stateCode }, ...read }), site)).toEqual({
      value,
      rule,
    });
  });

  it('of a computer that was never read is discovered; of what is no computer, or is in stock, as its state says', () => {
    expect(pickStatus(lansweeperSections(), site)).toEqual({ value: 'discovered', rule: 'neverRead' });
    expect(pickStatus(typed('Printer'), site).value).toBe('active');
    expect(pickStatus(lansweeperSections({ base: { stateName: 'Stock' } }), site).value).toBe('stock');
  });

  it('follows the site', () => {
    const own = lansweeperSite({ states: { Prêté: 'active', stock: 'active' } });
    const state = (stateName: string) => lansweeperSections({ base: { stateName }, ...read });
    expect(pickStatus(state('prete'), own)).toEqual({ value: 'active', rule: 'state' });
    expect(pickStatus(state('Stock'), own).value).toBe('active');
  });
});

describe('population', () => {
  const judge = (overrides: Parameters<typeof lansweeperRecord>[0], settings: object = {}) =>
    judgePopulation(lansweeperRecord(overrides), site, populationSettings.parse(settings));

  it.each([
    ['place', { base: { typeName: 'Location' } }],
    ['unidentified', { base: { typeName: 'Unknown' } }],
    ['monitor', { base: { typeName: 'Monitor' } }],
    ['hidden', { base: { stateName: "Don't show" } }],
    ['retired', { base: { stateName: 'Sold' } }],
    ['missing', { base: { stateName: 'Stolen' } }],
    ['stock', { base: { stateName: 'Spare' } }],
    ['twin', { base: { typeName: 'VMware Guest' }, twins: [{ twinId: 4 }] }],
    ['neverSeen', { base: { lastSeen: null, lastTried: '2026-11-20T10:00:00' } }],
  ] as const)('leaves %s out unless the site wants it', (reason, overrides) => {
    expect(judge(overrides)).toBe(reason);
    expect(judge(overrides, { [reason]: 'include' })).toBeNull();
  });

  it.each([
    ['inactive', 'Non-active'],
    ['broken', 'Broken'],
    ['inRepair', 'In repair'],
  ] as const)('keeps %s unless the site does not want it', (reason, stateName) => {
    expect(judge({ base: { stateName } })).toBeNull();
    expect(judge({ base: { stateName } }, { [reason]: 'exclude' })).toBe(reason);
  });

  it('keeps what nobody described, what somebody typed in, and a laptop that shares the MAC of its dock', () => {
    expect(judge({ base: { typeName: 'Borne', stateName: 'Prêté' } })).toBeNull();
    expect(judge({ base: { typeName: 'Projecteur', lastSeen: null, lastTried: null } })).toBeNull();
    expect(judge({ twins: [{ twinId: 4 }] })).toBeNull();
    expect(judge({ base: { name: null } })).toBe('noName');
  });
});

describe('name', () => {
  it('of a screen has its serial; of anything else it is its own', () => {
    const named = (typeName: string, serial: string | null) =>
      pickName(lansweeperSections({ base: { typeName, name: 'DELL P2422H', serial } }), site).value;
    expect(named('Monitor', '7XK2LB3')).toBe('DELL P2422H 7XK2LB3');
    expect(named('Monitor', null)).toBe('DELL P2422H');
    expect(named('Monitor', '0')).toBe('DELL P2422H');
    expect(named('Printer', '7XK2LB3')).toBe('DELL P2422H');
  });
});
