import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customTargets } from '../bridges/lansweeper/custom-fields.ts';
import { normalize } from '../bridges/lansweeper/normalize/normalize.ts';
import { judgePopulation, populationSettings } from '../bridges/lansweeper/population.ts';
import { sections } from '../bridges/lansweeper/record.ts';
import { remarks } from '../bridges/lansweeper/remarks.ts';
import { assetSchema } from '../shared/asset.ts';
import { arbitraryRecord, shuffled } from './fakes/arbitrary-record.ts';
import { lansweeperRecord, lansweeperSite } from './fakes/lansweeper-record.ts';

/** Texts that mean something somewhere, mixed into every column so that joins and rules are met. */
const telling = [
  'Windows',
  'Linux',
  'Apple Mac',
  'Monitor',
  'Location',
  'Switch',
  'VMware Guest',
  'Borne de paiement',
  'Active',
  'Sold',
  'Prêté',
  'PC-0001',
  'PC-0001.corp.example',
  'CORP',
  'jtremblay',
  'jtremblay@corp.example',
  'CORP\\jtremblay',
  'Julie Tremblay',
  'Administrator',
  'Ghislain Poirier (gpoirier)',
  '5CG1234ABC',
  'To be filled by O.E.M.',
  'VMware-56 4d 11 22 33 44 55 66-77 88 99 aa bb cc dd ee',
  'x1',
  'LENOVO',
  '21HES1TK00',
  'VMware7,1',
  '4C4C4544-0042-4B10-8053-C4C04F000101',
  '10.0.17763S',
  '2454',
  '16 GB',
  '476,9 Gio',
  '3,4 GHz',
  '07/14/2024',
  '30/06/2027',
  '10.20.30.40,fe80::1',
  '10.20.30.40',
  '169.254.3.4',
  '255.255.255.0,64',
  '00:15:5D:01:02:03',
  'Intel(R) Ethernet Connection I219-LM',
  'docker0',
  'C:',
  '\\\\.\\PHYSICALDRIVE0',
  'disk',
  '/dev/sda',
  'OU=Finances,DC=corp,DC=example',
  'é\u0000\uffff',
];
const records = arbitraryRecord(sections, telling);
const site = lansweeperSite(
  {
    customFields: {
      Responsable: 'people.primaryUser',
      Local: 'place.location',
      Fin: 'purchase.warrantyUntil',
      Cout: 'extra.cout',
    },
  },
  { Custom1: 'Responsable', Custom2: 'Local', Custom3: 'Fin', Custom4: 'Cout' },
);

describe('an asset of which nothing is known', () => {
  it('invents nothing', () => {
    const { asset } = normalize(lansweeperRecord({ base: { lastSeen: null } }), lansweeperSite());
    const known = Object.entries(asset).flatMap(([group, fields]) =>
      Object.entries(fields ?? {})
        .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
        .map(([field, value]) => [`${group}.${field}`, value]),
    );
    expect(Object.fromEntries(known)).toEqual({
      'identity.key': 'lansweeper:101',
      'identity.source': 'lansweeper',
      'identity.sourceId': '101',
      'place.name': 'PC-0001',
      'nature.class': 'unknown',
      'nature.sourceType': 'Windows',
      'os.family': 'windows',
      'life.status': 'discovered',
      'life.sourceState': 'Active',
    });
  });
});

describe('a custom field', () => {
  it('fills each field that it may', () => {
    const value = (target: string) =>
      target.startsWith('purchase.p') || target.endsWith('Until') ? '2031-02-03' : 'Valeur';
    for (const target of customTargets) {
      const own = lansweeperSite({ customFields: { Libre: target } }, { Custom20: 'Libre' });
      const record = lansweeperRecord({ customFields: { custom20: value(target) } });
      const { asset } = normalize(record, own);
      const [group = '', field = ''] = target.split('.');
      const filled: unknown = Object(Object(asset)[group])[field];
      expect(JSON.stringify(filled), target).toContain(value(target));
    }
  });
});

describe('any record', () => {
  it('gives a valid asset, twice the same, and stays as it was', () => {
    fc.assert(
      fc.property(records, (record) => {
        const before = structuredClone(record);
        const first = normalize(record, site);
        expect(assetSchema.safeParse(first.asset).error).toBeUndefined();
        expect(normalize(record, site)).toEqual(first);
        expect(record).toEqual(before);
        for (const { code, subject } of remarks.of(first))
          expect(remarks.tell(code, [[subject, 1]])).toMatchObject({ fr: expect.any(String) });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same asset in whatever order its rows come', () => {
    const pairs = records.chain((record) => fc.tuple(fc.constant(record), shuffled(record)));
    fc.assert(
      fc.property(pairs, ([record, other]) => {
        expect(JSON.stringify(normalize(other, site))).toBe(JSON.stringify(normalize(record, site)));
      }),
      { numRuns: 500 },
    );
  });

  it('never gives a placeholder for a serial, a link-local address, a warranty before its purchase, or an attempt for contact', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { identity, network, purchase, life } = normalize(record, site).asset;
        const chosen = identity.serials.find((fact) => fact.value === identity.serial);
        expect(chosen?.validity).not.toBe('placeholder');
        expect(network.ipv4 ?? '').not.toMatch(/^169\.254\./u);
        if (network.mac !== null) expect(network.macs).toContain(network.mac);
        const { purchasedOn, warrantyUntil } = purchase ?? {};
        if (purchasedOn && warrantyUntil) expect(warrantyUntil >= purchasedOn).toBe(true);
        const contacts = [record.sections.base.lastSeen, record.sections.lastScan?.lastScan ?? null, null];
        expect(contacts).toContain(life.lastSeenAt);
      }),
      { numRuns: 300 },
    );
  });

  it('that the population keeps has a name', () => {
    const wanted = populationSettings.parse({});
    fc.assert(
      fc.property(records, (record) => {
        fc.pre(judgePopulation(record, site, wanted) === null);
        expect(normalize(record, site).rules['place.name']).not.toBe('none');
      }),
      { numRuns: 100 },
    );
  });
});
