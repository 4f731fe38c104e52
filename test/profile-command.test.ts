import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { loadProfile, profileNames } from '../output/profile/profile.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { readWorkbook } from './fakes/workbook.ts';
import { windows1252Text } from './windows-1252-text.ts';

const bridge = (...args: string[]) => runBridge(['profile', ...args]);

/** A profile of a site in a folder: the French one with one passage replaced. */
function siteProfile(folder: string, passage: string, replacement: string): string {
  const text = readFileSync('output/profile/octopus-fr.yaml', 'utf8');
  expect(text).toContain(passage);
  const path = join(folder, 'site.yaml');
  writeFileSync(
    path,
    text.replace(passage, () => replacement),
  );
  return path;
}

describe('bridge profile show', () => {
  it('tells where each column comes from and what to verify, in both languages', async () => {
    const [en, fr] = await Promise.all([bridge('show'), bridge('show', '--lang', 'fr')]);
    expect([en.code, en.stderr, fr.code, fr.stderr]).toEqual([0, '', 0, '']);
    expect(en.stdout).toMatch(/^octopus-fr · shipped with the tool · taken by default\n/);
    expect(fr.stdout).toMatch(/^octopus-fr · livré avec l’outil · choisi par défaut\n/);
    for (const { header, field } of loadProfile('octopus-fr').ci.columns) {
      const line = fr.stdout.split('\n').find((each) => each.startsWith(`  ${header}  `));
      expect(line, header).toContain(` ${field} `);
      expect(line, header).toMatch(/ (sûr|à vérifier)$/);
    }
    expect(fr.stdout).toMatch(/\nÀ vérifier dans Octopus\n {2}Types de CI, .*Poste de travail, Portable/);
    expect(en.stdout).toMatch(/\nTo verify in Octopus\n/);
  });

  it('shows the profile that bridge.yaml names, beside it, and warns of what it risks', async () => {
    const folder = temporaryFolder();
    siteProfile(folder, 'ManageCIRetirement: false', 'ManageCIRetirement: true');
    const config = join(folder, 'bridge.yaml');
    writeFileSync(config, 'language: en\nprofile: site.yaml\n');
    const [text, json] = await Promise.all([
      bridge('show', '--config', config),
      bridge('show', '--config', config, '--json'),
    ]);
    expect(text.stdout).toContain('profile of the site · named in bridge.yaml');
    expect(text.stdout).toMatch(/WARNING, retires the CI .* ManageCIRetirement true/);
    const shown = JSON.parse(json.stdout);
    expect(json.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(shown).toMatchObject({ file: join(folder, 'site.yaml'), shipped: false, from: 'configuration' });
    const retirement = { entry: 'ci.tags.ManageCIRetirement', value: 'true', reason: 'retirement' };
    expect(shown.toVerify).toContainEqual(retirement);
    expect(shown.toVerify).toContainEqual({ entry: 'types.laptop', value: 'Portable', reason: 'type' });
    expect(shown.columns[0]).toMatchObject({ header: 'Type', field: 'type', sure: true });
  });
});

describe('bridge profile check', () => {
  it('accepts what is shipped', async () => {
    const { code, stdout } = await bridge('check', 'octopus-en');
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^octopus-en: no mistake/),
    });
  });

  it('tells every mistake with file, line, column and entry, in both languages, and ends with 2', async () => {
    const folder = temporaryFolder();
    const path = siteProfile(folder, '  laptop: Portable', '  laptopp: Portable');
    const line = readFileSync(path, 'utf8').split('  laptopp:')[0]?.split('\n').length;
    const [fr, en] = await Promise.all(['fr', 'en'].map((lang) => bridge('check', path, '--lang', lang)));
    for (const ended of [fr, en]) {
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended?.stderr).toContain(path);
      expect(ended?.stderr).toMatch(new RegExp(`\\n {2}${line}:3 types\\.laptopp ?: `));
      expect(ended?.stderr).toMatch(/typeGroups\.ordinateurs\.1/);
    }
    expect(fr?.stderr).toContain('la plus proche : laptop ; permises : desktop, allInOne, ');
    expect(en?.stderr).toContain('nearest: laptop; allowed: desktop, allInOne, ');
    expect(en?.stderr).toContain('What to do: ');
  });
});

describe('bridge profile copy', () => {
  it.each(profileNames)('writes %s with its comments, and it is a profile', async (name) => {
    const folder = temporaryFolder();
    const file = join(folder, 'oui.yaml');
    expect(await bridge('copy', name, file)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(file),
    });
    const comments = (path: string) =>
      readFileSync(path, 'utf8')
        .match(/^ *#.*$/gm)
        ?.slice(-40);
    expect(comments(file)).toEqual(comments(join('output', 'profile', `${name}.yaml`)));
    const { name: own, ...copy } = loadProfile(file);
    const { name: _, ...shipped } = loadProfile(name);
    expect(own).toBe('oui');
    expect(copy).toEqual(shipped);
  });

  it('never replaces a file, and refuses what is no profile', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'site.yaml');
    writeFileSync(file, 'mine');
    const before = contentsOf(folder);
    const [exists, unknown, other, missing] = await Promise.all([
      bridge('copy', 'octopus-fr', file),
      bridge('copy', 'octopus-de', join(folder, 'new.yaml')),
      bridge('copy', 'octopus-fr', join(folder, 'new.txt')),
      bridge('copy', 'octopus-fr', join(folder, 'none', 'new.yaml')),
    ]);
    expect([exists, unknown, other, missing].map(({ code }) => code)).toEqual([2, 2, 2, 6]);
    expect(exists.stderr).toContain('exists already and will not be replaced');
    expect(unknown.stderr).toContain('octopus-fr, octopus-en');
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('bridge profile bootstrap', () => {
  it('writes types and attributes as a workbook each, and one configuration in the right order', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await bridge(
      'bootstrap',
      '--out',
      join(folder, 'setup.xlsx'),
      '--profile',
      'octopus-fr',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('import the XML configuration once');
    expect(stderr).toMatch(/Warning: .*Système d'exploitation, Type de processeur, RAM/);
    const names = ['setup-attributes.xlsx', 'setup-types.xlsx', 'setup.xml'];
    expect(readdirSync(folder).sort()).toEqual(names);
    const [types] = await readWorkbook(join(folder, 'setup-types.xlsx'));
    expect(types?.rows.slice(0, 3)).toEqual([
      ['DescriptionFR', 'DescriptionEN', 'EstUnOrdinateur'],
      ['Poste de travail', 'Workstation', 'Oui'],
      ['Portable', 'Laptop', 'Oui'],
    ]);
    expect(types?.rows).toContainEqual(['Imprimante', 'Printer', 'Non']);
    const [attributes] = await readWorkbook(join(folder, 'setup-attributes.xlsx'));
    const [headers, ...rows] = attributes?.rows ?? [];
    expect(headers).toEqual(['Type', 'Attribute', 'TypeAttribut']);
    expect(rows).toContainEqual(['Imprimante', 'Pages imprimées', 'Positive numeric']);
    expect(rows).toContainEqual(['Serveur', 'UEFI', 'Check box']);
    expect(rows).toContainEqual(['Imprimante', 'Adresse IP', '']);
    expect(
      rows.filter(([type, attribute]) => type === 'Moniteur' && attribute !== 'Dernier inventaire'),
    ).toEqual([]);
    const created = new Set(types?.rows.slice(1).map(([name]) => name));
    expect(rows.filter(([type]) => !created.has(type ?? ''))).toEqual([]);
    expect(new Set(rows.map((row) => row.slice(0, 2).join('|'))).size).toBe(rows.length);
    expect(contentsRead(readFileSync(join(folder, 'setup.xml'), 'ascii'))).toEqual(['CIType', 'CIAttribute']);
  });

  it('follows the profile and the folder of DataImporter, as CSV', async () => {
    const folder = temporaryFolder();
    const path = siteProfile(folder, 'content: CIAttribute', 'content: CIAttribut');
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replaceAll('Tablette', 'Ardoise')
        .replace('allInOne: Poste de travail', 'allInOne: Tout-en-un'),
    );
    const config = join(folder, 'bridge.yaml');
    writeFileSync(config, 'profile: site.yaml\ndataImporter:\n  folder: \\\\srv\\Import\n');
    const ended = await bridge('bootstrap', '--out', join(folder, 'setup.csv'), '--config', config);
    expect(ended).toMatchObject({ code: 0 });
    const rows = parse(windows1252Text(readFileSync(join(folder, 'setup-types.csv'))));
    // Two types would be the same workstation in English: neither translation can be trusted.
    expect(rows).toContainEqual(['Ardoise', 'Tablet', 'Oui']);
    expect(rows).toContainEqual(['Tout-en-un', 'Tout-en-un', 'Oui']);
    expect(ended.stderr).toContain('Poste de travail, Tout-en-un');
    const xml = readFileSync(join(folder, 'setup.xml'), 'ascii');
    expect(contentsRead(xml)).toEqual(['CIType', 'CIAttribut']);
    expect(xml).toContain('Data Source=\\\\srv\\Import\\;');
    expect(readFileSync(join(folder, 'Schema.ini'), 'latin1').match(/^\[.*\]/gm)).toEqual([
      '[setup-types.csv]',
      '[setup-attributes.csv]',
    ]);
  });

  it('replaces nothing: not the configuration of the nightly import, nor its own files', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'assets.xml'), 'the nightly import');
    const before = contentsOf(folder);
    const [taken, extension, lost] = await Promise.all([
      bridge('bootstrap', '--out', join(folder, 'assets.xlsx')),
      bridge('bootstrap', '--out', join(folder, 'setup.txt')),
      bridge('bootstrap', '--out', join(folder, 'none', 'setup.csv')),
    ]);
    expect([taken.code, extension.code, lost.code]).toEqual([2, 2, 6]);
    expect(taken.stderr).toContain('assets.xml exists already');
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('bridge profile', () => {
  it('says what it can do', async () => {
    const [nothing, wrong] = await Promise.all([bridge(), bridge('chekc', 'x.yaml')]);
    expect([nothing.code, wrong.code]).toEqual([2, 2]);
    expect(nothing.stderr).toContain('show, check, copy or bootstrap');
  });
});

/** The contents that a configuration names, in order, read by another parser. */
function contentsRead(xml: string): string[] {
  const contents: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => {
    text = part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Content') contents.push(text);
  });
  parser.write(xml).close();
  return contents;
}
