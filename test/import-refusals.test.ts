import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { contentsOf, runBridge } from './fakes/command.ts';
import {
  type ImportSite,
  type ImportSiteOptions,
  importSite,
  password,
  removeImportSites,
} from './fakes/import-site.ts';

vi.setConfig({ maxConcurrency: 4 });
afterAll(removeImportSites);

/** Something wrong with what is to be imported, and how it must be refused. */
interface Refusal {
  readonly options?: ImportSiteOptions;
  readonly harm?: (site: ImportSite) => void;
  readonly exitCode: number;
  readonly says: RegExp;
  readonly advises: RegExp;
}
const inFolder = (name: string, act: (path: string) => void) => (site: ImportSite) =>
  act(join(site.folder, name));
const append = (text: string) => (path: string) => writeFileSync(path, text, { flag: 'a' });
const publishAgain = /Run the extraction to this file again.*nothing was imported/;
const real = { name: 'sccm', sample: false, facts: {} };

const files: Record<string, Refusal> = {
  'a file that does not exist': {
    harm: inFolder('assets.csv', rmSync),
    exitCode: 2,
    says: /assets\.csv does not exist/,
    advises: /--out FILE/,
  },
  'a file without a manifest': {
    harm: inFolder('assets.manifest.json', rmSync),
    exitCode: 5,
    says: /No valid manifest.*never happened/,
    advises: publishAgain,
  },
  'a manifest that is none': {
    harm: inFolder('assets.manifest.json', append('}')),
    exitCode: 5,
    says: /No valid manifest/,
    advises: publishAgain,
  },
  'a manifest of another file': {
    harm: (site) => {
      for (const name of ['manifest.json', 'xml'])
        renameSync(join(site.folder, `assets.${name}`), join(site.folder, `other.${name}`));
      renameSync(site.file, join(site.folder, 'other.csv'));
      cpSync(join(site.folder, 'other.manifest.json'), join(site.folder, 'assets.manifest.json'));
      cpSync(join(site.folder, 'other.csv'), join(site.folder, 'assets.csv'));
      const manifest = join(site.folder, 'assets.manifest.json');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll('"assets.', '"other.'));
    },
    exitCode: 5,
    says: /does not describe .*assets\.csv/,
    advises: publishAgain,
  },
  'rows that have changed': {
    harm: inFolder('assets.csv', append(' ')),
    exitCode: 5,
    says: /assets\.csv is no longer the file that was published/,
    advises: publishAgain,
  },
  'a configuration that has changed': {
    harm: inFolder('assets.xml', append(' ')),
    exitCode: 5,
    says: /assets\.xml is no longer the file/,
    advises: publishAgain,
  },
  'a configuration that is gone': {
    harm: inFolder('assets.xml', rmSync),
    exitCode: 5,
    says: /assets\.xml is no longer the file/,
    advises: publishAgain,
  },
  'a CSV without its Schema.ini': {
    harm: inFolder('Schema.ini', rmSync),
    exitCode: 5,
    says: /Schema\.ini does not describe the columns of assets\.csv/,
    advises: publishAgain,
  },
  'a Schema.ini of other columns': {
    harm: inFolder('Schema.ini', (path) =>
      writeFileSync(path, readFileSync(path, 'latin1').replace('Col2="Nom"', 'Col2="Name"'), 'latin1'),
    ),
    exitCode: 5,
    says: /Schema\.ini does not describe/,
    advises: publishAgain,
  },
  'the sample': {
    options: { facts: { source: { ...real, sample: true } } },
    exitCode: 2,
    says: /holds the sample/,
    advises: /without --sample.*test environment/,
  },
  'a limited run': {
    options: { facts: { complete: false } },
    exitCode: 5,
    says: /limited run/,
    advises: publishAgain,
  },
  'another folder as DataImporter sees it, where nothing is': {
    options: { settings: ['folder: D:\\Octopus\\Import'] },
    exitCode: 5,
    says: /D:\\Octopus\\Import\\assets\.csv is no longer the file/,
    advises: publishAgain,
  },
};

const settings: Record<string, Refusal> = {
  'a source that the XML does not have': {
    options: { settings: ['specificSource: Bridge Intune'] },
    exitCode: 2,
    says: /"Bridge Intune"; the XML file holds: Bridge SCCM/,
    advises: /specificSource/,
  },
  'a program that is not there': {
    harm: ({ program }) => rmSync(program),
    exitCode: 2,
    says: /ESI\.Octopus\.DataImporterApp\.exe does not exist/,
    advises: /%LOCALAPPDATA% depends on the account/,
  },
  'a program that may not be started': {
    harm: ({ program }) => chmodSync(program, 0o644),
    exitCode: 7,
    says: /could not be started \(EACCES\); nothing was imported/,
    advises: /dataImporter\.program/,
  },
  'a folder for the log that is not there': {
    options: { settings: ['log: { folder: journaux }'] },
    exitCode: 2,
    says: /log does not exist: .*journaux/,
    advises: /remove dataImporter\.log\.folder/,
  },
};

describe('an import refused before DataImporter is started', () => {
  it.concurrent.each(Object.entries({ ...files, ...settings }))('%s', async (_, refusal) => {
    const site = await importSite(refusal.options);
    refusal.harm?.(site);
    const before = contentsOf(site.folder);
    const ended = await site.run();
    expect(ended.code).toBe(refusal.exitCode);
    expect(ended.stderr).toMatch(new RegExp(`Failed: .*${refusal.says.source}`));
    expect(ended.stderr).toMatch(new RegExp(`What to do: .*${refusal.advises.source}`));
    expect(site.call()).toBeNull();
    expect(contentsOf(site.folder)).toEqual(before);
  });

  it.concurrent('is in the journal too', async () => {
    const site = await importSite();
    rmSync(join(site.folder, 'assets.manifest.json'));
    const ended = await site.run();
    const failure = expect.stringContaining('DataError: No valid manifest');
    expect(site.journal()).toEqual([expect.objectContaining({ exitCode: 5, source: null, failure })]);
    expect(site.leaks(ended)).toEqual([]);
  });

  it.concurrent('files that were moved, which the configuration would not read', async () => {
    const site = await importSite();
    const moved = join(site.home, 'moved');
    cpSync(site.folder, moved, { recursive: true });
    const config = join(site.home, 'bridge.yaml');
    const ended = await runBridge(
      ['import', join(moved, 'assets.csv'), '--config', config, '--state', site.state],
      {
        OCTOPUS_PASSWORD: password,
      },
    );
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(
      /assets\.xml does not make the importer read the files published in .*moved/,
    );
    expect(site.call()).toBeNull();
  });

  it.concurrent('the XML of published files stands for them', async () => {
    const site = await importSite();
    const config = ['--config', join(site.home, 'bridge.yaml'), '--state', site.state];
    const ended = await runBridge(['import', join(site.folder, 'assets.xml'), ...config], {
      OCTOPUS_PASSWORD: password,
    });
    expect(ended.code).toBe(0);
  });

  it.concurrent('a second import, while the first has the state folder', async () => {
    const site = await importSite();
    mkdirSync(site.state);
    writeFileSync(join(site.state, 'lock'), String(process.pid));
    const ended = await site.run();
    expect(ended).toMatchObject({ code: 6, stdout: '' });
    expect(ended.stderr).toContain(`process ${process.pid}`);
    expect(site.call()).toBeNull();
    expect(readFileSync(join(site.state, 'lock'), 'utf8')).toBe(String(process.pid));
  });
});

describe('a configuration that will not do for an import', () => {
  const wrong: [string, string, RegExp][] = [
    ['nothing', 'language: en', /dataImporter\.program, .*\.login, .*\.password, dataImporter\.team/],
    [
      'no team',
      'dataImporter: { program: x, login: l, password: { env: P } }',
      /DataImporter: dataImporter\.team\./,
    ],
    [
      'a password',
      'dataImporter: { password: Hunter2 }',
      /1:17 dataImporter\.password: a secret is never written/,
    ],
    ['a key that is unknown', 'dataImporter:\n  team: 1\n  equipe: 1', /3:3 dataImporter\.equipe/],
    ['a team that is no number', 'dataImporter:\n  team: TI', /2:3 dataImporter\.team/],
    [
      'a pattern that is none',
      'dataImporter:\n  patterns:\n    error: ["("]',
      /3:13 .*is not a regular expression/,
    ],
    [
      'a counter that captures nothing',
      'dataImporter: { patterns: { counters: { added: ["added"] } } }',
      /counters\.added\.0: captures no number/,
    ],
    [
      'no pattern of success',
      'dataImporter: { patterns: { success: [] } }',
      /dataImporter\.patterns\.success/,
    ],
    ['an unknown quoting', 'dataImporter: { quoting: none }', /dataImporter\.quoting: .*argument, value/],
    ['a prefix that is a path', 'dataImporter: { log: { prefix: a/b } }', /dataImporter\.log\.prefix/],
  ];
  it.concurrent.each(wrong)('%s: refused with 2', async (_, yaml, says) => {
    const site = await importSite();
    const config = join(site.home, 'wrong.yaml');
    writeFileSync(config, yaml);
    const { code, stdout, stderr } = await runBridge([
      'import',
      site.file,
      '--config',
      config,
      '--lang',
      'en',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/What to do: /);
    expect(stderr).not.toContain('Hunter2');
  });

  it.concurrent.each([
    ['no secret', {}, /OCTOPUS_PASSWORD is empty/],
    ['a secret of two lines', { OCTOPUS_PASSWORD: 'Hunter2\nx' }, /holds a control character/],
  ])('%s: refused with 2', async (_, environment, says) => {
    const site = await importSite();
    const config = join(site.home, 'bridge.yaml');
    const { code, stderr } = await runBridge(['import', site.file, '--config', config], environment);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('Hunter2');
    expect(site.call()).toBeNull();
  });
});
