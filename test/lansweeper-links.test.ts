import { describe, expect, it } from 'vitest';
import { normalizeLinks } from '../bridges/lansweeper/normalize/links.ts';
import { normalizePlace } from '../bridges/lansweeper/normalize/place.ts';
import { normalizePrinting } from '../bridges/lansweeper/normalize/printing.ts';
import { pickDnsDomain, pickFqdn, pickOu } from '../bridges/lansweeper/pick/name.ts';
import { pickWarranty } from '../bridges/lansweeper/pick/warranty.ts';
import type { AssetClass } from '../shared/asset/nature.ts';
import { lansweeperRecord, lansweeperSite, lansweeperSections as of } from './fakes/lansweeper-record.ts';

const site = lansweeperSite();
const links = (overrides: Parameters<typeof of>[0], own: AssetClass = 'desktop') =>
  normalizeLinks(of(overrides), site, own).value;
const parent = (parentTypeName: string, more: object = {}) => ({
  parentId: 9,
  parentName: 'Autre',
  parentTypeName,
  name: 'Is connected to',
  ...more,
});

describe('relations', () => {
  it('of a screen are to its computer, of a guest to its host, of anything else as the source names them', () => {
    expect(links({ relations: [parent('Windows')] }, 'monitor').relations).toEqual([
      { kind: 'displayOf', key: 'lansweeper:9', name: 'Autre', label: null, detail: null },
    ]);
    expect(links({ relations: [parent('ESXi server')] }, 'virtualServer').relations[0]?.kind).toBe('guestOf');
    expect(links({ relations: [parent('Windows', { comments: 'Nuit' })] }, 'nas').relations).toEqual([
      { kind: 'related', key: 'lansweeper:9', name: 'Autre', label: 'Is connected to', detail: 'Nuit' },
    ]);
  });

  it('to one host are one, whether the MAC or the product tells; the newest host counts', () => {
    const host = (hostId: number, hostName: string, lastChanged: string) => ({
      platform: 'vmware',
      hostId,
      hostName,
      lastChanged,
    });
    const told = links(
      {
        virtualHosts: [host(9, 'esx-old', '2026-01-01T00:00:00'), host(8, 'esx-new', '2026-11-01T00:00:00')],
        relations: [parent('ESXi server')],
      },
      'virtualServer',
    );
    expect(told.virtualHost).toBe('esx-new');
    expect(told.relations.map(({ kind, key }) => [kind, key])).toEqual([
      ['guestOf', 'lansweeper:8'],
      ['guestOf', 'lansweeper:9'],
    ]);
  });

  it('to a switch name the port that sees the asset now, else the one that saw it last', () => {
    const port = (name: string | null, online: boolean, lastSeen: string) => ({
      switchId: 7,
      switchName: 'com-01',
      port: name,
      interfaceName: 'Gi1',
      interfaceIndex: 1,
      online,
      lastSeen,
    });
    const now = links({
      switchPorts: [port('5', false, '2026-10-01T00:00:00'), port('3', true, '2026-11-20T00:00:00')],
    });
    expect(now.relations).toEqual([
      { kind: 'connectedTo', key: 'lansweeper:7', name: 'com-01', label: null, detail: '3' },
    ]);
    const before = links({
      switchPorts: [port('5', false, '2026-10-01T00:00:00'), port(null, false, '2026-11-01T00:00:00')],
    });
    expect(before.relations.map(({ detail }) => detail)).toEqual(['Gi1']);
  });
});

describe('warranty', () => {
  const ends = (
    overrides: Parameters<typeof of>[0],
    purchased: string | null = null,
    custom: string | null = null,
  ) => pickWarranty(of(overrides), purchased, custom);

  it.each([
    [
      'the latest period',
      {
        warranties: [
          { ended: '2025-04-01', service: 'Base' },
          { ended: '2027-04-01', service: 'Pro' },
        ],
      },
      null,
      { until: '2027-04-01', service: 'Pro' },
      'period',
    ],
    [
      'the asset where it is later',
      { base: { warrantyUntil: '2028-01-01' }, warranties: [{ ended: '2027-04-01', service: 'Pro' }] },
      null,
      { until: '2028-01-01', service: null },
      'asset',
    ],
    [
      'no end before the purchase',
      { base: { warrantyUntil: '2020-01-01' } },
      '2023-05-01',
      null,
      'implausible',
    ],
    [
      'no end that cannot be',
      { base: { warrantyUntil: '2099-12-31' }, warranties: [{ ended: '1980-01-02', service: 'x' }] },
      null,
      null,
      'implausible',
    ],
    ['nothing', {}, null, null, 'none'],
  ] as const)('is %s', (_, overrides, purchased, value, rule) => {
    expect(ends(overrides, purchased)).toEqual({ value, rule });
  });

  it('counts the field of the site too', () => {
    expect(ends({ base: { warrantyUntil: '2027-01-01' } }, null, '2029-01-01').rule).toBe('customField');
  });
});

describe('place', () => {
  it('is looked for in four places, the site’s own field first', () => {
    const own = lansweeperSite({ customFields: { Local: 'place.location' } }, { Custom9: 'Local' });
    const all = {
      customFields: { custom9: 'A-101' },
      base: { location: 'Bureau' },
      relations: [parent('Location', { parentName: 'Salle' })],
      directoryComputer: { location: 'Annuaire' },
    };
    const rest = [
      all,
      { ...all, customFields: {} },
      { ...all, customFields: {}, base: {} },
      { directoryComputer: all.directoryComputer },
    ];
    expect(rest.map((overrides) => normalizePlace(lansweeperRecord(overrides), own).value.location)).toEqual([
      'A-101',
      'Bureau',
      'Salle',
      'Annuaire',
    ]);
  });

  it('has no range called Undefined, and no group of the product itself', () => {
    const { value } = normalizePlace(
      lansweeperRecord({
        ipLocation: { name: 'Undefined' },
        groups: [
          { name: 'Default group', builtIn: true },
          { name: 'Greffe', builtIn: false },
        ],
      }),
      site,
    );
    expect([value.ipLocation, value.groups]).toEqual([null, ['Greffe']]);
  });

  it.each([
    ['OU=Finances,OU=Postes,DC=corp,DC=example', 'corp.example/Postes/Finances', 'corp.example'],
    ['OU=A\\, B,DC=corp,DC=example', 'corp.example/A, B', 'corp.example'],
    ['', null, null],
    [null, null, null],
  ])('of the unit %j', (ou, unit, domain) => {
    const sections = of({ directoryComputer: { ou } });
    expect([pickOu(sections).value, pickDnsDomain(sections).value]).toEqual([unit, domain]);
  });

  it.each([
    ['PC-0001.corp.example.', 'pc-0001.corp.example'],
    ['10.40.12.116', null],
    ['PC-0001', null],
    [null, null],
  ])('named %j', (fqdn, value) => {
    expect(pickFqdn(of({ base: { fqdn } })).value).toBe(value);
  });
});

describe('printing', () => {
  it('tells supplies in percent where the printer knows, and is nothing for other things', () => {
    const toner = (
      name: string | null,
      remaining: number | null,
      maximum: number | null,
      color = 'black',
    ) => ({ name, remaining, maximum, color });
    const toners = [
      toner('Noir', 40, 100),
      toner('Cyan', 13400, 20000),
      toner('Magenta', -3, 30000),
      toner(null, 5, 0, 'yellow'),
      toner('Plein', 120, 100),
    ];
    expect(normalizePrinting(of({ base: { printedPages: 0, printerStatus: 'Idle' }, toners }), true)).toEqual(
      {
        pages: null,
        status: 'Idle',
        supplies: [
          { name: 'Cyan', percent: 67 },
          { name: 'Magenta', percent: null },
          { name: 'Noir', percent: 40 },
          { name: 'Plein', percent: 100 },
          { name: 'yellow', percent: null },
        ],
      },
    );
    expect(normalizePrinting(of(), false)).toBeNull();
  });
});
