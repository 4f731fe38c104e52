import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { assetTag } from '../shared/device/asset-tag.ts';
import { firmwareUuid } from '../shared/device/firmware-uuid.ts';
import { usableMac } from '../shared/device/mac.ts';
import { manufacturerName, modelName, skuCode } from '../shared/device/model-name.ts';
import {
  deliveredPlaceholders,
  type PlaceholderLists,
  placeholderLists,
  usePlaceholders,
} from '../shared/device/placeholder-catalogue.ts';
import { realText } from '../shared/device/real-text.ts';
import { judgeSerial } from '../shared/device/serial.ts';
import { ConfigError } from '../shared/errors.ts';
import { readYamlFile } from '../shared/yaml-file.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

afterEach(() => usePlaceholders());
const use = (lists: Partial<PlaceholderLists>) => usePlaceholders(placeholderLists.parse(lists));

/** A text as another system might write it: other case, other spaces. */
const respelled = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.boolean(), fc.constantFrom('', ' ', '\t', '  ')), {
      minLength: text.length,
      maxLength: text.length,
    })
    .map((marks) =>
      [...text]
        .map((sign, at) => (marks[at]?.[1] ?? '') + (marks[at]?.[0] ? sign.toLowerCase() : sign))
        .join(''),
    );
const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789-'];
const entry = fc
  .array(fc.constantFrom(...letters), { minLength: 5, maxLength: 20 })
  .map((signs) => `Q${signs.join('')}`);
const spelled = entry.chain((text) => fc.tuple(fc.constant(text), respelled(text), respelled(text)));

const readers: readonly (readonly [keyof PlaceholderLists, (text: string) => string | null])[] = [
  ['serials', (text) => (judgeSerial(text) === 'placeholder' ? null : text)],
  ['assetTags', assetTag],
  ['models', modelName],
  ['manufacturers', manufacturerName],
  ['skus', skuCode],
  ['fillers', realText],
];

describe('an entry of a site', () => {
  it.each(readers)('of %s wins whatever its case and spaces, there and here', (kind, read) => {
    fc.assert(
      fc.property(spelled, ([text, there, here]) => {
        usePlaceholders();
        expect(read(here)).toBe(here);
        use({ [kind]: [there] });
        expect(read(here)).toBeNull();
        expect(read(text)).toBeNull();
        expect(read(`${text}Q`)).toBe(`${text}Q`);
      }),
    );
  });

  it('of fillers is a placeholder of every kind of text', () => {
    use({ fillers: ['À venir'] });
    for (const [, read] of readers) expect(read('à  VENIR')).toBeNull();
  });

  it('of uuids wins in any usual spelling', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        usePlaceholders();
        expect(firmwareUuid(uuid)).toBe(uuid.toUpperCase());
        use({ uuids: [`{${uuid.toUpperCase()}}`] });
        expect(firmwareUuid(` ${uuid} `)).toBeNull();
      }),
    );
  });

  it('of macs and macPrefixes wins in any usual spelling', () => {
    use({ macs: ['02-00-5e-aa-bb-01'], macPrefixes: ['0200.5ecc.dd'] });
    expect(usableMac('02:00:5E:AA:BB:01')).toBeNull();
    expect(usableMac('02:00:5E:AA:BB:02')).toBe('02:00:5E:AA:BB:02');
    expect(usableMac('02005ECCDD77')).toBeNull();
    expect(usableMac('02:00:5E:CC:DE:77')).toBe('02:00:5E:CC:DE:77');
  });

  it('leaves the delivered ones as they are', () => {
    use({ serials: ['X-1'] });
    expect(judgeSerial('Default string')).toBe('placeholder');
    expect(usableMac('50:50:54:50:30:30')).toBeNull();
  });
});

describe('the lists', () => {
  it('are delivered, every kind of them', () => {
    for (const [kind, entries] of Object.entries(deliveredPlaceholders()))
      expect(entries, kind).not.toEqual([]);
  });

  it.each([
    ['uuids: [1234]', /uuids\.0/],
    ['uuids: [03000200-0400]', /1:9 uuids\.0: this is no UUID/],
    ['macs: ["02:00:5E"]', /macs\.0: this is no MAC address/],
    ['macPrefixes: ["02:00:5E:00:00:01"]', /macPrefixes\.0: this is not the beginning/],
    ['serial: [x]', /serial.*serials/],
  ])('%s is refused', (yaml, message) => {
    const path = join(temporaryFolder(), 'placeholders.yaml');
    writeFileSync(path, yaml);
    expect(() => readYamlFile(path, placeholderLists)).toThrow(ConfigError);
    expect(() => readYamlFile(path, placeholderLists)).toThrow(message);
  });
});
