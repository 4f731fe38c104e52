import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { people as intunePeople } from '../bridges/intune/people.ts';
import {
  detailColumns,
  hardwareColumns,
  lastLogonColumns,
  listColumns,
  reportColumns,
} from '../bridges/intune/record.ts';
import { people as lansweeperPeople } from '../bridges/lansweeper/people.ts';
import { sections as lansweeperSections } from '../bridges/lansweeper/record.ts';
import { people as sccmPeople } from '../bridges/sccm/people.ts';
import { sections as sccmSections } from '../bridges/sccm/record.ts';
import { assetFields } from '../output/profile/asset-fields.ts';
import { derivedFields } from '../output/profile/derived-fields.ts';
import { personalFields } from '../output/profile/personal-fields.ts';
import { loadProfile } from '../output/profile/profile.ts';
import type { SectionSet } from '../shared/extract/section.ts';
import type { PersonalSections } from '../shared/people/personal-column.ts';
import { columnRows, fieldRows } from './fakes/data-map.ts';
import { outputAsset } from './fakes/output-asset.ts';

const columnsOf = (sections: SectionSet) =>
  Object.fromEntries(Object.values(sections).map(({ name, columns }) => [name, Object.keys(columns)]));
const bridges: readonly (readonly [string, PersonalSections, Readonly<Record<string, readonly string[]>>])[] =
  [
    ['sccm', sccmPeople, columnsOf(sccmSections)],
    ['lansweeper', lansweeperPeople, columnsOf(lansweeperSections)],
    [
      'intune',
      intunePeople,
      {
        managedDevices: Object.keys(listColumns),
        DevicesWithInventory: Object.keys(reportColumns),
        Devices: Object.keys(lastLogonColumns),
        details: [...Object.keys(detailColumns), ...Object.keys(hardwareColumns)],
      },
    ],
  ];

/** Names that sound like a person's, of what is a device's. */
const ofDevices = new Set([
  'system.lastDirectoryLogon', // when the computer itself logged on to the domain
  'managedDevices.managedDeviceOwnerType', // company or personal
  'managedDevices.deviceEnrollmentType',
  'managedDevices.deviceCategoryDisplayName',
  'managedDevices.configurationManagerClientEnabledFeatures',
  'network-configuration.description', // name of an adapter
  'snmp-interface.description',
]);
const sounds =
  /user|login|logon|mail|upn|person|owner|contact|manager|phone|employee|displayName|notes|comments|description/i;

describe.each([
  ['docs/data.md', 'en'],
  ['docs/donnees.md', 'fr'],
] as const)('%s', (page, language) => {
  const text = readFileSync(page, 'utf8');
  const block = (name: string) => {
    const [, inside = ''] =
      new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- /${name} -->`).exec(text) ?? [];
    return inside.split('\n').filter((line) => line.startsWith('| `'));
  };

  it.each(bridges)('has every column of people that %s reads, and no other', (name, declared) => {
    expect(block(name)).toEqual(columnRows(name, declared, language));
  });

  it('has every field of an asset that tells of people, with the columns that show it', () => {
    expect(block('fields')).toEqual(fieldRows(language));
  });
});

describe('the declarations', () => {
  it.each(bridges)('of %s name columns that there are', (_, declared, columns) => {
    for (const [section, personal] of Object.entries(declared))
      expect(columns[section], section).toEqual(expect.arrayContaining(Object.keys(personal)));
  });

  it.each(bridges)('of %s have every column whose name sounds like a person’s', (_, declared, columns) => {
    const undeclared = Object.entries(columns).flatMap(([section, names]) =>
      names
        .filter((name) => sounds.test(name) && declared[section]?.[name] === undefined)
        .map((name) => `${section}.${name}`),
    );
    expect(undeclared.filter((name) => !ofDevices.has(name))).toEqual([]);
  });

  it('have every field of a person', () => {
    const fields = [...assetFields.keys()].filter((path) => path.startsWith('people.'));
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter((path) => !personalFields.has(path))).toEqual([]);
    const known = new Set<string>([...assetFields.keys(), ...Object.keys(derivedFields)]);
    expect([...personalFields.keys()].filter((path) => !known.has(path))).toEqual([]);
  });

  it('have every derived field that a person changes', () => {
    const profile = loadProfile('octopus-fr');
    const somebody = {
      login: 'zz',
      domain: 'ZZ',
      displayName: 'Z Z',
      upn: 'z@z',
      mail: 'z@z',
      entraId: 'z',
      employeeId: '1',
    };
    const asset = outputAsset('PC-1');
    const { people } = asset;
    const empty = {
      ...people,
      primaryUser: null,
      affinities: [],
      lastUser: null,
      topConsoleUser: null,
      contact: null,
    };
    const full = {
      ...empty,
      primaryUser: somebody,
      lastUser: somebody,
      topConsoleUser: somebody,
      enrolledBy: somebody,
    };
    const changed = Object.entries(derivedFields)
      .filter(
        ([, derive]) =>
          derive({ ...asset, people: empty }, profile) !== derive({ ...asset, people: full }, profile),
      )
      .map(([name]) => name);
    expect(changed).toEqual(['primaryUserLogin', 'lastUserLogin']);
    expect(changed.filter((name) => !personalFields.has(name))).toEqual([]);
  });
});
