import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetFields } from '../output/profile/asset-fields.ts';
import { bootstrapSettingsOf } from '../output/profile/bootstrap-rows.ts';
import { isSureHeader } from '../output/profile/octopus-headers.ts';
import { ciSourceName, ciTagsOf, loadProfile, profileNames } from '../output/profile/profile.ts';
import { assetClasses } from '../shared/asset/nature.ts';
import { nearest } from '../shared/nearest.ts';
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
  const [fr, en] = profileNames.map((name) => loadProfile(name));
  if (!fr || !en) throw new Error('two profiles are shipped');

  it('are equal but for names: each CI type, group and word of one stands for one of the other', () => {
    const english = new Map(assetClasses.map((each) => [fr.types[each], en.types[each]]));
    expect(assetClasses.map((each) => english.get(fr.types[each]))).toEqual(Object.values(en.types));
    const translated = (types: readonly string[] | null) => types?.map((type) => english.get(type)) ?? null;
    expect(Object.values(fr.typeGroups).map(translated)).toEqual(Object.values(en.typeGroups));
    const shape = (profile: typeof fr, types: (types: string[] | null) => unknown) =>
      profile.ci.columns.map(({ header: _, needs, values, ...column }) => ({
        ...column,
        types: types(column.types),
        needs: needs === null,
        values: Object.keys(values),
      }));
    expect(shape(fr, translated)).toEqual(shape(en, (types) => types));
    expect(fr.statuses).toEqual(en.statuses);
    expect(fr.forms).toEqual(en.forms);
    expect(fr.ci.tags).toEqual(en.ci.tags);
    expect(fr.retirement?.dates).toEqual(en.retirement?.dates);
  });

  it('have headers of one language', () => {
    const headers = en.ci.columns.map(({ header }) => header);
    const shared = fr.ci.columns.filter(({ header }) => headers.includes(header));
    expect(shared.map(({ header }) => header)).toEqual(['Type', 'RAM', 'UEFI', 'IMEI']);
  });

  it('offer the same columns and settings in comments', () => {
    const offered = (name: string) =>
      [
        ...readFileSync(`output/profile/${name}.yaml`, 'utf8').matchAll(
          /^ {4}# (?:- \{ header: [^,]+, (.*?) \}|((?:[A-Z]+[a-z]+){2,}): (\w+))/gm,
        ),
      ].map(([, column, tag, value]) => column ?? [tag, value]);
    expect(offered('octopus-fr')).toHaveLength(8);
    expect(offered('octopus-fr')).toEqual(offered('octopus-en'));
  });

  it.each(profileNames)('%s still is a profile when everything in comments is taken', (name) => {
    const text = readFileSync(`output/profile/${name}.yaml`, 'utf8');
    const path = join(temporaryFolder(), 'all.yaml');
    writeFileSync(path, text.replace(/^ {4}# (?=- \{ header|(?:[A-Z]+[a-z]+){2,}: \w)/gm, '    '));
    const taken = loadProfile(path);
    expect(taken.ci.columns).toHaveLength(loadProfile(name).ci.columns.length + 5);
    expect(ciTagsOf(taken)).toHaveLength(6);
  });

  it.each(profileNames)('%s says of each header what the tool knows of it', (name) => {
    const { language } = loadProfile(name);
    const lines = readFileSync(`output/profile/${name}.yaml`, 'utf8').matchAll(
      /^ {4}(?:# )?- (?:\{ )?header: ([^,\n]+?)(?:, .*\})? {2}# (.*)$/gm,
    );
    const said = [...lines].map(([, header, mark]) => [header, mark]);
    const marks = { fr: ['sûr', 'à vérifier'], en: ['sure', 'to verify'] }[language];
    expect(said.length).toBeGreaterThan(loadProfile(name).ci.columns.length);
    expect(said).toEqual(
      said.map(([header]) => [header, isSureHeader(String(header), language) ? marks[0] : marks[1]]),
    );
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
    ['a type of no class', 'types: [imprimantes]', 'types: [Imprimant]', 'Imprimante'],
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
    expect(fault).toContain('ci.columns.13.field');
  });

  it('reports every mistake at once', () => {
    const fault = faultOf(
      'needs: Manufacturier }  # sûr\n',
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
  it('takes the bootstrap of the shipped profile of its language where it has none', () => {
    const { bootstrap, ...profile } = loadProfile('octopus-fr');
    expect(bootstrapSettingsOf({ ...profile, bootstrap: null })).toEqual(bootstrap);
    expect(bootstrap?.types.headers.isComputer).toBe('EstUnOrdinateur');
  });

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
