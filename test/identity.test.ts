import { describe, expect, it } from 'vitest';
import type { Adapter } from '../shared/asset/network.ts';
import type { Asset } from '../shared/asset.ts';
import { firmwareUuid } from '../shared/device/firmware-uuid.ts';
import { ownAddresses } from '../shared/device/own-address.ts';
import { identitiesOf } from '../shared/store/planned-row.ts';
import { Nights } from './fakes/nights.ts';
import { type AssetParts, outputAsset } from './fakes/output-asset.ts';

const card = (mac: string, name: string | null, parts: Partial<Adapter> = {}): Adapter => ({
  index: 1,
  name,
  medium: 'wired',
  virtual: false,
  mac,
  ipv4: [],
  ipv6: [],
  mask: null,
  gateway: null,
  dhcp: null,
  ...parts,
});
const own = '64:00:6A:00:00:01';
const dock = '64:00:6A:00:00:99';

describe('a key of two parts', () => {
  it.each([
    ['maker and serial', {}, { identity: { serial: 'S1' } }, 'HUBLOT|S1'],
    ['a serial without maker', { manufacturer: null }, { identity: { serial: 'S1' } }, null],
    ['no serial', {}, { identity: { serial: null } }, null],
    [
      'a serial too short',
      {},
      {
        identity: {
          serial: 'S1',
          serials: [{ value: 'S1', origin: 'bios' as const, validity: 'short' as const }],
        },
      },
      null,
    ],
  ])('is whole or is none: %s', (_, nature, parts: AssetParts, key) => {
    expect(identitiesOf(outputAsset('PC', { nature, ...parts })).hardware).toBe(key);
  });

  it('is never a UUID of one byte over and over', () => {
    expect(firmwareUuid('12121212-1212-1212-1212-121212121212')).toBeNull();
    expect(firmwareUuid('4c4c4544-0042-3510-8052-b4c04f313233')).toBe('4C4C4544-0042-3510-8052-B4C04F313233');
  });
});

describe('the addresses that are a device’s own', () => {
  const laptop = { nature: { class: 'laptop' as const } };
  it.each<[string, AssetParts, string[]]>([
    ['its card', { network: { adapters: [card(own, 'Intel I219-LM')] } }, [own]],
    [
      'not those of its dock',
      {
        network: {
          adapters: [
            card(own, 'Intel AX211'),
            card(dock, 'Realtek USB GbE Family Controller'),
            card('64:00:6A:00:00:98', 'ThinkPad Dock Ethernet'),
          ],
        },
      },
      [own],
    ],
    ['not a virtual one', { network: { adapters: [card(own, 'TAP-Windows', { virtual: true })] } }, []],
    ['not a random one', { network: { adapters: [card('DA:A1:19:00:00:01', 'Intel AX211')] } }, []],
    [
      'a random one of a guest',
      { nature: { virtual: true }, network: { adapters: [card('52:54:00:00:00:01', 'virtio')] } },
      ['52:54:00:00:00:01'],
    ],
    ['of a laptop not what nobody describes', { ...laptop, network: { macs: [dock] } }, []],
    [
      'of a laptop the wireless one, described or not',
      { ...laptop, network: { adapters: [card(dock, null), card(own, null, { medium: 'wireless' })] } },
      [own],
    ],
    ['of a printer the only one', { nature: { class: 'printer' }, network: { macs: [own] } }, [own]],
  ])('%s', (_, parts, addresses) => {
    expect(ownAddresses(outputAsset('X', parts))).toEqual(addresses);
  });
});

const bare: AssetParts = { identity: { serial: null } };
const named = (name: string, parts: AssetParts = {}): Asset => outputAsset(name, parts);
const keyed = (key: string, name: string, parts: AssetParts = {}): Asset =>
  named(name, { ...parts, identity: { serial: `SN-${key}`, ...parts.identity, key: `sccm:${key}` } });

describe('what cannot be told from others', () => {
  it('"three white boxes are one machine in Octopus": they stay three, and are a list to work on', async () => {
    const box = (at: number) =>
      keyed(String(at), `BOITE-${at}`, {
        identity: {
          serial: null,
          serials: [{ value: 'To be filled by O.E.M.', origin: 'bios', validity: 'placeholder' }],
        },
        nature: { manufacturer: null },
      });
    const { rows, losers, identity } = await new Nights().night('2026-11-22', [1, 2, 3].map(box));
    expect([rows.length, losers]).toEqual([3, []]);
    expect(identity).toMatchObject({
      unidentifiedCount: 3,
      keyGaps: { addressMissing: 3, deviceIdMissing: 3, serialPlaceholder: 3, uuidMissing: 3 },
    });
    expect(identity.unidentified[0]).toEqual({
      key: 'sccm:1',
      name: 'BOITE-1',
      reasons: ['serialPlaceholder', 'uuidMissing', 'deviceIdMissing', 'addressMissing'],
    });
  });

  it('"two printers of two makers have one serial": without the maker they are two', async () => {
    const printer = (key: string) =>
      keyed(key, `IMP-${key}`, { identity: { serial: '7700' }, nature: { manufacturer: null } });
    const { rows, identity } = await new Nights().night('2026-11-22', [printer('1'), printer('2')]);
    expect(rows).toHaveLength(2);
    expect(identity.withoutMaker.map(({ name }) => name)).toEqual(['IMP-1', 'IMP-2']);
    expect(identity.keyGaps).toMatchObject({ makerUnknown: 2 });
  });

  it('"the dock made one laptop of two": a new laptop on the dock of a former one is new', async () => {
    const site = new Nights();
    const docked = (key: string) =>
      keyed(key, `PC-${key}`, {
        ...bare,
        network: { macs: [dock], adapters: [card(dock, 'USB Dock Ethernet')] },
      });
    await site.night('2026-11-22', [docked('1')]);
    expect((await site.night('2026-11-23', [docked('2')])).changes).toEqual(['created PC-2', 'missing PC-1']);
  });
});

describe('two records of one machine', () => {
  const uuid = '4C4C4544-0042-3510-8052-B4C04F313233';
  const record = (key: string, day: string, parts: AssetParts = {}) =>
    keyed(key, `PC-${key}`, {
      ...parts,
      identity: { serial: 'S123', ...parts.identity },
      life: { lastSeenAt: `${day}T08:00:00Z`, ...parts.life },
    });

  it('"the owner of a CI changes every night": the record that was published keeps its place', async () => {
    const site = new Nights();
    await site.night('2026-11-22', [record('1', '2026-11-21'), record('2', '2026-11-20')]);
    for (const [at, day] of ['2026-11-23', '2026-11-24', '2026-11-25'].entries()) {
      const clocks = at % 2 === 0 ? ['2026-11-21', '2026-11-23'] : ['2026-11-24', '2026-11-23'];
      const night = await site.night(day, [record('1', String(clocks[0])), record('2', String(clocks[1]))]);
      expect(night).toMatchObject({ rows: [expect.stringMatching(/^PC-1 /)], changes: [] });
    }
  });

  it.each([
    ['seen seven days later', '2026-11-28', {}, 'PC-1', 'published'],
    ['seen more than seven days later', '2026-11-29', {}, 'PC-2', 'seen'],
    ['active when that is not', '2026-11-22', { life: { status: 'inactive' as const } }, 'PC-2', 'active'],
  ])('gives way to one that was %s', async (_, day, first: AssetParts, stays, rule) => {
    const site = new Nights();
    await site.night('2026-11-22', [record('1', '2026-11-21')]);
    const night = await site.night('2026-11-30', [record('1', '2026-11-21', first), record('2', day)]);
    expect(night.rows).toEqual([expect.stringContaining(stays)]);
    expect(night.losers).toMatchObject([{ reason: 'duplicateSerial', rule }]);
  });

  it('are one by firmware UUID when one of them has no serial, and two when their serials differ', async () => {
    const half = record('2', '2026-11-20', { identity: { serial: null, firmwareUuid: uuid } });
    const whole = record('1', '2026-11-21', { identity: { firmwareUuid: uuid } });
    const joined = await new Nights().night('2026-11-22', [whole, half]);
    expect(joined.losers).toMatchObject([{ reason: 'duplicateUuid', rule: 'seen', name: 'PC-2' }]);
    const other = record('3', '2026-11-21', { identity: { serial: 'S999', firmwareUuid: uuid } });
    expect((await new Nights().night('2026-11-22', [whole, other])).rows).toHaveLength(2);
  });

  it('of one name in two domains are two machines, of which Octopus can have one', async () => {
    const domain = (key: string, name: string) =>
      keyed(key, 'PC-1', { place: { domain: name }, life: { lastSeenAt: `2026-11-2${key}T08:00:00Z` } });
    const { rows, losers } = await new Nights().night('2026-11-22', [domain('1', 'A'), domain('2', 'B')]);
    expect(rows).toHaveLength(1);
    expect(losers).toMatchObject([
      { reason: 'duplicateName', rule: 'seen', key: 'sccm:1', keptKey: 'sccm:2' },
    ]);
  });
});

describe('one machine over time', () => {
  const mac = { network: { adapters: [card(own, 'Intel I219-LM')] } };
  const first = keyed('1', 'PC-1', { ...mac, identity: { serial: 'S123', clientId: 'C1' } });
  it.each<[string, Asset, string[]]>([
    [
      '"a renamed PC is a second CI"',
      keyed('1', 'PC-9', { ...mac, identity: { serial: 'S123' } }),
      ['renamed PC-9 Nom: PC-1 → PC-9'],
    ],
    [
      '"a reimaged PC is a second CI"',
      keyed('7', 'PC-1', { ...mac, identity: { serial: 'S123', clientId: 'C7' } }),
      [],
    ],
    [
      '"a new board makes a new CI"',
      keyed('7', 'PC-1', { identity: { serial: 'S777', clientId: 'C1' } }),
      ['changed PC-1 NuméroSérie: S123 → S777'],
    ],
    [
      '"the former user stays": the cell is blank, and nothing is invented',
      keyed('1', 'PC-1', {
        ...mac,
        identity: { serial: 'S123', clientId: 'C1' },
        people: { primaryUser: null },
      }),
      ['changed PC-1 Utilisateur principal: CORP\\adele.exemple → '],
    ],
  ])('%s', async (_, later, changes) => {
    const site = new Nights();
    await site.night('2026-11-22', [first]);
    expect((await site.night('2026-11-23', [later])).changes).toEqual(changes);
  });

  it('"one site was missing and its CI were retired": the guard refuses', async () => {
    const site = new Nights();
    const fleet = Array.from({ length: 100 }, (_, at) =>
      keyed(String(at), `PC-${at}`, { place: { adSite: at < 25 ? 'QC1' : 'MTL' } }),
    );
    await site.night('2026-11-22', fleet);
    const rest = fleet.slice(25);
    await expect(site.night('2026-11-23', rest)).rejects.toThrow(/site QC1: 25 of 25 gone/);
    const nobody = fleet.map((asset) => ({ ...asset, people: { ...asset.people, primaryUser: null } }));
    await expect(site.night('2026-11-23', nobody)).rejects.toThrow(
      /Utilisateur principal: 100 of 100 gone blank/,
    );
  });
});
