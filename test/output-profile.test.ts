import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetFields } from '../output/profile/asset-fields.ts';
import { nearest } from '../output/profile/nearest.ts';
import { ciSourceName, ciTagsOf, loadProfile, profileNames } from '../output/profile/profile.ts';
import { assetClasses } from '../shared/asset/nature.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const shippedText = readFileSync('output/profile/octopus-fr.yaml', 'utf8');

/** Loads the French profile with one passage replaced. */
function loadChanged(passage: string, replacement: string) {
  expect(shippedText).toContain(passage);
  const path = join(temporaryFolder(), 'site.yaml');
  writeFileSync(
    path,
    shippedText.replace(passage, () => replacement),
  );
  return loadProfile(path);
}

/** The message that a changed profile gives, and the line of the change. */
function faultOf(passage: string, replacement: string): string {
  try {
    loadChanged(passage, replacement);
  } catch (error) {
    expect(error).toMatchObject({ exitCode: 2, hint: { fr: expect.any(String), en: expect.any(String) } });
    return String(error);
  }
  throw new Error('the profile was accepted');
}

const lineOf = (passage: string): number =>
  shippedText.slice(0, shippedText.indexOf(passage)).split('\n').length;

describe.each(profileNames)('the profile %s', (name) => {
  const profile = loadProfile(name);

  it('names a type for every class and leaves every status to Octopus', () => {
    expect(Object.keys(profile.types).sort()).toEqual([...assetClasses].sort());
    expect(new Set(Object.values(profile.statuses))).toEqual(new Set([null]));
  });

  it('writes its tags as they are documented', () => {
    expect(ciTagsOf(profile)).toEqual([
      ['IdentificationMethod', 'CIByName'],
      ['ManageCIRetirement', 'false'],
      ['EmptyValueHandling', 'NoChange'],
    ]);
  });

  it('names its source after the bridge', () => expect(ciSourceName(profile, 'sccm')).toBe('Bridge SCCM'));

  it('says what Octopus requires', () => {
    const [type, ciName, status, manufacturer, model] = profile.ci.columns;
    expect(type).toMatchObject({ header: 'Type', required: true, maxLength: 100 });
    expect(ciName).toMatchObject({ required: true, unique: true, maxLength: 850, field: 'place.name' });
    expect(status).toMatchObject({ field: 'status', maxLength: 100 });
    expect(model).toMatchObject({ maxLength: 50, needs: manufacturer?.header });
  });
});

describe('the two shipped profiles', () => {
  it('fill the same columns from the same fields, under headers of one language', () => {
    const [fr, en] = profileNames.map((name) => loadProfile(name).ci.columns);
    const shape = (columns: typeof fr) =>
      columns?.map(({ field, maxLength, unique, format }) => ({ field, maxLength, unique, format }));
    expect(shape(fr)).toEqual(shape(en));
    const shared = fr?.filter((each) => en?.some((other) => other.header === each.header));
    expect(shared?.map((each) => each.header)).toEqual(['Type', 'RAM', 'UEFI']);
  });
});

describe('a profile with a mistake', () => {
  it.each([
    ['a field that does not exist', 'field: os.name', 'field: os.nam', 'os.name'],
    ['a field without its section', 'field: place.dnsDomain', 'field: dnsDomain', 'place.dnsDomain'],
    ['a list of objects as field', 'field: os.name', 'field: hardware.disks', 'hardware.disks'],
    [
      'a derived field that does not exist',
      'field: primaryUserLogin',
      'field: primaryUserLogn',
      'primaryUserLogin',
    ],
    ['a key that does not exist', 'unique: true }', 'uniq: true }', 'uniq'],
    ['a format that does not exist', 'field: os.name', 'field: os.name, format: upper', 'gibibytes'],
    ['a format that does not fit', 'field: os.name', 'field: os.name, format: yesNo', 'text'],
    ['a type of no class', 'types: [Poste de travail,', 'types: [Poste,', 'Portable'],
    ['an English header', 'header: Nom,', 'header: Name,', 'Nom'],
    ['a header given twice', 'header: RAM,', 'header: adresse ip,', 'adresse ip'],
    ['a header that the driver rewrites', 'header: RAM,', 'header: R.A.M,', 'dot'],
    ['a need that is no column', 'needs: Manufacturier', 'needs: Fabricant', 'Fabricant'],
    ['a model that needs nothing', ', needs: Manufacturier', '', 'Manufacturier'],
    [
      'a tag in another case',
      'IdentificationMethod: CIByName',
      'identificationMethod: CIByName',
      'IdentificationMethod',
    ],
    [
      'a tag value in another case',
      'EmptyValueHandling: NoChange',
      'EmptyValueHandling: nochange',
      'NoChange',
    ],
    ['a source name with an accent', 'sourceName: Bridge {source}', 'sourceName: Données', 'accents'],
    ['a sheet name that Excel refuses', 'sheet: Importation CI', 'sheet: Import/CI', '31'],
    ['a class without a type', '  tablet: Tablette\n', '', 'tablet'],
    ['a class that does not exist', 'tablet: Tablette', 'tablette: Tablette', 'tablette'],
    ['a language that does not exist', 'language: fr', 'language: de', 'fr'],
    ['a length of zero', 'maxLength: 50,', 'maxLength: 0,', 'maxLength'],
    ['no name column', 'field: place.name, maxLength: 850, required: true', 'field: place.name', 'Nom'],
  ])('says line, column, entry and what is allowed: %s', (_, passage, replacement, allowed) => {
    const fault = faultOf(passage, replacement);
    expect(fault).toContain(allowed);
    expect(fault).toMatch(/site\.yaml/);
    expect(fault).toMatch(/\n {2}\d+:\d+ \S+/);
  });

  it('points at the line of the field', () => {
    const fault = faultOf('field: os.name', 'field: os.nam');
    expect(fault).toContain(`\n  ${lineOf('field: os.name')}:`);
    expect(fault).toContain('ci.columns.9.field');
  });

  it('reports every mistake at once', () => {
    const fault = faultOf(
      'needs: Manufacturier }\n',
      'needs: Xanu }\n    - { header: X, field: os.nam }\n    - { header: R.A.M, field: extra.ram }\n',
    );
    for (const part of ['Xanu', 'os.nam', 'R.A.M']) expect(fault).toContain(part);
  });

  it('names the shipped profiles when there is none of that name', () => {
    expect(() => loadProfile('octopus-de')).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining('octopus-fr, octopus-en') }),
    );
  });

  it('says so when the file is missing', () => {
    expect(() => loadProfile(join(temporaryFolder(), 'none.yaml'))).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    );
  });
});

describe('a profile of a site', () => {
  it('may read a column that the site added, and set what the shipped one leaves open', () => {
    const profile = loadChanged(
      '# SiteAutoCreation: true',
      'SiteAutoCreation: true\n    MainContactIdentificationMethod: UserByWindowsUsername',
    );
    expect(ciTagsOf(profile).slice(2)).toEqual([
      ['MainContactIdentificationMethod', 'UserByWindowsUsername'],
      ['EmptyValueHandling', 'NoChange'],
      ['SiteAutoCreation', 'True'],
    ]);
    const extra = loadChanged('field: identity.assetTag', 'field: extra.room number');
    expect(extra.ci.columns[6]?.field).toBe('extra.room number');
  });
});

describe('the fields of an asset', () => {
  it('are walked from the schema', () => {
    expect(assetFields.get('os.name')).toBe('text');
    expect(assetFields.get('people.primaryUser.upn')).toBe('text');
    expect(assetFields.get('hardware.memoryBytes')).toBe('bytes');
    expect(assetFields.get('hardware.displayAdapters')).toBe('list');
    expect(assetFields.get('life.lastSeenAt')).toBe('time');
    expect(assetFields.get('firmware.uefi')).toBe('flag');
    expect(assetFields.get('hardware.processorCores')).toBe('number');
    expect(assetFields.has('hardware.disks')).toBe(false);
    expect(assetFields.has('hardware')).toBe(false);
  });

  it('are suggested by resemblance, best first, three at most', () => {
    expect(nearest('os.nme', assetFields.keys())[0]).toBe('os.name');
    expect(nearest('serial', assetFields.keys())[0]).toBe('identity.serial');
    expect(nearest('zzzzzzzzzzzzzzz', assetFields.keys())).toEqual([]);
    expect(nearest('a.name', assetFields.keys()).length).toBeLessThanOrEqual(3);
  });
});
