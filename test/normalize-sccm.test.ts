import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../bridges/sccm/normalize/normalize.ts';
import { judgePopulation, populationSettings } from '../bridges/sccm/population.ts';
import { assetSchema } from '../shared/asset.ts';
import { shuffled } from './fakes/arbitrary-record.ts';
import { arbitraryRecord } from './fakes/sccm-arbitrary.ts';
import { laptopRecord } from './fakes/sccm-laptop.ts';
import { laptopAsset } from './fakes/sccm-laptop-asset.ts';
import { sccmRecord } from './fakes/sccm-record.ts';

const site = { siteCode: 'P01' };

describe('a clean laptop', () => {
  const { asset, rules } = normalize(laptopRecord, site);

  it('is this asset', () => {
    expect(asset).toEqual(laptopAsset);
  });

  it('tells the rule behind each chosen field, under a path that exists', () => {
    expect(rules).toMatchObject({
      'identity.key': 'clientId',
      'identity.serial': 'bios',
      'place.fqdn': 'resourceName',
      'nature.class': 'chassis',
      'nature.model': 'lenovoVersion',
      'hardware.memoryBytes': 'modules',
      'network.ipv4': 'gateway-wireless',
      'network.ipv6': 'none',
      'people.primaryUser': 'administrator',
      'life.lastSeenAt': 'lastActive',
    });
    const paths = Object.entries(asset).flatMap(([group, fields]) =>
      Object.keys(fields ?? {}).map((field) => `${group}.${field}`),
    );
    expect(paths).toEqual(expect.arrayContaining(Object.keys(rules)));
  });
});

describe('a machine of which nothing is known', () => {
  it('invents nothing', () => {
    const { asset } = normalize(sccmRecord(), site);
    const known = Object.entries(asset).flatMap(([group, fields]) =>
      Object.entries(fields ?? {})
        .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
        .map(([field, value]) => [`${group}.${field}`, value]),
    );
    expect(Object.fromEntries(known)).toEqual({
      'identity.key': 'sccm:P01:16777220',
      'identity.source': 'sccm',
      'identity.sourceId': '16777220',
      'place.name': 'PC-0001',
      'nature.class': 'unknown',
      'life.status': 'active',
    });
  });

  it('that was only discovered says so', () => {
    const record = sccmRecord({
      base: { client: null, osNameAndVersion: 'Microsoft Windows NT Server 10.0' },
    });
    expect(normalize(record, site).asset).toMatchObject({
      life: { status: 'discovered' },
      nature: { class: 'server' },
    });
  });
});

describe('any record', () => {
  it('gives a valid asset, twice the same, and stays as it was', () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.constantFrom(site, { siteCode: null }), (record, read) => {
        const before = structuredClone(record);
        const first = normalize(record, read);
        expect(assetSchema.safeParse(first.asset).error).toBeUndefined();
        expect(normalize(deepFreeze(record), read)).toEqual(first);
        expect(record).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same asset in whatever order its rows come', () => {
    const pairs = arbitraryRecord.chain((record) => fc.tuple(fc.constant(record), shuffled(record)));
    fc.assert(
      fc.property(pairs, ([record, other]) => {
        expect(JSON.stringify(normalize(other, site))).toBe(JSON.stringify(normalize(record, site)));
      }),
      { numRuns: 800 },
    );
  });

  it('never gives a placeholder for a serial, a link-local address, or a MAC it does not list', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const { identity, network } = normalize(record, site).asset;
        const chosen = identity.serials.find((fact) => fact.value === identity.serial);
        expect(chosen?.validity).not.toBe('placeholder');
        expect(network.ipv4 ?? '').not.toMatch(/^169\.254\./u);
        expect(network.ipv6 ?? '').not.toMatch(/^fe80:/u);
        if (network.mac !== null) expect(network.macs).toContain(network.mac);
      }),
      { numRuns: 400 },
    );
  });

  it('that the population keeps has a name of its own', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        fc.pre(judgePopulation(record, populationSettings.parse({ noClient: 'include' })) === null);
        expect(normalize(record, site).rules['place.name']).not.toBe('none');
      }),
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
