import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import { type ImporterTarget, prepareImporterFiles } from '../output/importer/target.ts';
import { manifestSchema } from '../output/manifest.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { excelSettings } from '../output/xlsx/writer.ts';
import type { Asset } from '../shared/asset.ts';
import { readWithExceljs } from './conformance/programs.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { windows1252Text } from './windows-1252-text.ts';

const profile = loadProfile('octopus-fr');
const never = new AbortController().signal;
const facts = () => outputFacts();
const fleet = [
  outputAsset('PC-é1', { os: { name: 'Système\nŁ' } }),
  outputAsset('PC-2', { nature: { manufacturer: null } }),
];
const contentOf = (assets: readonly Asset[]) => ({ assets: () => assets, facts });
const targetIn = (folder: string, name: string): ImporterTarget => ({
  path: join(folder, name),
  dataImporterFolder: 'D:\\Importés',
  profile,
  bridgeName: 'sccm',
});
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));

describe('publishing a CSV', () => {
  it('writes rows, Schema.ini, configuration and manifest, and nothing else', async () => {
    const folder = temporaryFolder();
    const result = await writeImporterFiles(targetIn(folder, 'ci.csv'), contentOf(fleet), never);
    expect(readdirSync(folder).sort()).toEqual(['Schema.ini', 'ci.csv', 'ci.manifest.json', 'ci.xml']);
    expect(result.paths.map((path) => path.slice(folder.length + 1))).toEqual([
      'ci.csv',
      'Schema.ini',
      'ci.xml',
      'ci.manifest.json',
    ]);
    expect(result).toMatchObject({ rows: 2, replacements: { cells: 1, characters: 1 } });
    const rows = parse(windows1252Text(readFileSync(join(folder, 'ci.csv'))));
    expect(rows[0]?.slice(0, 3)).toEqual(['Type', 'Nom', 'État']);
    expect(rows[1]?.slice(0, 2)).toEqual(['Portable', 'PC-é1']);
    expect(rows[1]?.[9]).toBe('Système ?');
    const files = filesOf(folder);
    expect(files['ci.xml']).toContain('Data Source=D:\\Import&#233;s\\;');
    expect(files['ci.xml']).toContain('<ViewName>[ci.csv]</ViewName>');
    expect(files['Schema.ini']).toContain('[ci.csv]\r\n');
    expect(files['Schema.ini']?.match(/^Col\d+=/gm)).toHaveLength(
      profile.ci.columns.filter(({ when }) => when === 'always').length,
    );
  });

  it('describes the published files in the manifest, byte for byte', async () => {
    const folder = temporaryFolder();
    await writeImporterFiles(targetIn(folder, 'ci.csv'), contentOf(fleet), never);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'ci.manifest.json'), 'utf8')));
    expect(manifest).toMatchObject({ ...facts(), notices: expect.any(Array), schema: 1, written: 2 });
    expect(manifest.blanked.neededColumnEmpty).toEqual({ Modèle: 1 });
    expect(manifest.replaced).toEqual({ cells: 1, characters: 1 });
    expect(manifest.notices.map(({ code }) => code)).toEqual([
      'view-missing',
      'needed-column-empty',
      'character-replaced',
    ]);
    expect(manifest.files.map(({ name, rows }) => [name, rows])).toEqual([
      ['ci.csv', 2],
      ['ci.xml', null],
    ]);
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(folder, name));
      expect([bytes, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
    }
  });

  it('refuses names that Windows-1252 makes equal, because it reads back what it wrote', async () => {
    const folder = temporaryFolder();
    const content = contentOf([outputAsset('PC-Ł'), outputAsset('PC-Đ')]);
    await expect(writeImporterFiles(targetIn(folder, 'ci.csv'), content, never)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('value-twice, row 3, "Nom", asset sccm:PC-Đ'),
    });
    expect(readdirSync(folder)).toEqual(['ci.rejects.xlsx']);
  });

  it('writes the same bytes for the same assets, and keeps the sections of other files', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'Schema.ini'), '[autre.csv]\nFormat=TabDelimited\n');
    await writeImporterFiles(targetIn(folder, 'ci.csv'), contentOf(fleet), never);
    const first = filesOf(folder);
    await writeImporterFiles(targetIn(folder, 'ci.csv'), contentOf(fleet), never);
    expect(filesOf(folder)).toEqual(first);
    expect(first['Schema.ini']?.startsWith('[autre.csv]\nFormat=TabDelimited\n')).toBe(true);
  });
});

describe('publishing an XLSX', () => {
  it('writes rows, configuration and manifest', async () => {
    const folder = temporaryFolder();
    const result = await writeImporterFiles(targetIn(folder, 'ci.xlsx'), contentOf(fleet), never);
    expect(readdirSync(folder).sort()).toEqual(['ci.manifest.json', 'ci.xlsx', 'ci.xml']);
    expect(result.replacements.characters).toBe(0);
    const xml = readFileSync(join(folder, 'ci.xml'), 'latin1');
    expect(xml).toContain(
      'Data Source=D:\\Import&#233;s\\ci.xlsx;Extended Properties="Excel 12.0 Xml;HDR=YES";',
    );
    expect(xml).toContain('<ViewName>[Importation CI$]</ViewName>');
    expect(xml).toContain('<Source Name="Bridge SCCM">');
    expect(xml).toContain('<ManageCIRetirement>false</ManageCIRetirement>');
  });

  it('names the folder of the file where no other is given', async () => {
    const folder = temporaryFolder();
    const target = { ...targetIn(folder, 'ci.xlsx'), dataImporterFolder: null };
    await writeImporterFiles(target, contentOf([]), never);
    expect(readFileSync(join(folder, 'ci.xml'), 'latin1')).toContain(`Data Source=${folder}`);
  });
});

describe('more rows than a sheet holds', () => {
  const many = ['PC-1', 'PC-2', 'PC-3'].map((name) => outputAsset(name));
  const splitting = (folder: string): ImporterTarget => ({
    ...targetIn(folder, 'ci.xlsx'),
    xlsx: { ...excelSettings, sheetRows: 2 },
  });

  it('are one source for each sheet, and a notice', async () => {
    const folder = temporaryFolder();
    const result = await writeImporterFiles(splitting(folder), contentOf(many), never);
    expect((await readWithExceljs(join(folder, 'ci.xlsx'))).map(({ name }) => name)).toEqual([
      'Importation CI',
      'Importation CI 2',
      'Importation CI 3',
    ]);
    const xml = readFileSync(join(folder, 'ci.xml'), 'latin1');
    const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map((found) => found[1]);
    expect(all(/<Source Name="(.*)">/g)).toEqual(['Bridge SCCM', 'Bridge SCCM 2', 'Bridge SCCM 3']);
    expect(all(/<ViewName>\[(.*)\$\]</g)).toEqual(['Importation CI', 'Importation CI 2', 'Importation CI 3']);
    expect(all(/<(IdentificationMethod|Content|EmptyValueHandling)>/g)).toHaveLength(9);
    expect(result.notices.map(({ code }) => code)).toEqual(['rows-split']);
    expect(result.rows).toBe(3);
  });

  it('are refused where sources would retire each other’s CIs', async () => {
    const folder = temporaryFolder();
    const tags = { ...profile.ci.tags, ManageCIRetirement: true };
    const target = { ...splitting(folder), profile: { ...profile, ci: { ...profile.ci, tags } } };
    await expect(writeImporterFiles(target, contentOf(many), never)).rejects.toMatchObject({
      exitCode: 6,
      hint: { en: expect.stringContaining('.csv') },
    });
    expect(readdirSync(folder)).toEqual([]);
    const { rows } = await writeImporterFiles({ ...target, xlsx: excelSettings }, contentOf(many), never);
    expect(rows).toBe(3);
  });
});

describe('values that the driver may cut', () => {
  const assets = Array.from({ length: 10 }, (_, n) =>
    outputAsset(`PC-${n}`, { place: { ou: n < 9 ? 'CORP' : `CORP/${'É'.repeat(300)}` } }),
  );

  it.each([
    ['ci.xlsx', ['value-may-be-cut']],
    ['ci.csv', []],
  ])('are a notice that names the column, in %s', async (name, codes) => {
    const { notices } = await writeImporterFiles(targetIn(temporaryFolder(), name), contentOf(assets), never);
    expect(notices.map(({ code }) => code)).toEqual(codes);
    for (const { text } of notices) {
      expect(text.fr).toContain("1 (Unité d'organisation)");
      expect(text.en).toContain('.csv');
    }
  });
});

describe.each(['ci.csv', 'ci.xlsx'])('a failure while publishing %s', (name) => {
  async function published(): Promise<{ folder: string; before: Record<string, string> }> {
    const folder = temporaryFolder();
    await writeImporterFiles(targetIn(folder, name), contentOf(fleet), never);
    return { folder, before: filesOf(folder) };
  }

  it('leaves the published files byte for byte when the rows are refused', async () => {
    const { folder, before } = await published();
    const twins = [outputAsset('PC-1'), outputAsset('pc-1')];
    await expect(writeImporterFiles(targetIn(folder, name), contentOf(twins), never)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('sccm:pc-1'),
    });
    const { 'ci.rejects.xlsx': rejects, ...after } = filesOf(folder);
    expect(after).toEqual(before);
    expect(rejects).toMatch(/^PK/);
  });

  it('leaves them when the run is interrupted half-way, with exit code 130', async () => {
    const { folder, before } = await published();
    const stop = new AbortController();
    const assets = function* () {
      for (let index = 0; index < 60_000; index += 1) {
        if (index === 30_000) stop.abort();
        yield { ...outputSample, place: { ...outputSample.place, name: `PC-${index}` } };
      }
    };
    const content = { assets, facts };
    await expect(writeImporterFiles(targetIn(folder, name), content, stop.signal)).rejects.toMatchObject({
      exitCode: 130,
    });
    expect(filesOf(folder)).toEqual(before);
  });

  it('leaves them when the run is interrupted just before the end', async () => {
    const { folder, before } = await published();
    const stop = new AbortController();
    const content = {
      assets: () => fleet,
      facts: () => {
        stop.abort();
        return facts();
      },
    };
    await expect(writeImporterFiles(targetIn(folder, name), content, stop.signal)).rejects.toMatchObject({
      exitCode: 130,
    });
    expect(filesOf(folder)).toEqual(before);
  });

  it('passes on what the source throws, and removes its parts', async () => {
    const { folder, before } = await published();
    const failure = new Error('store closed');
    const assets = () => {
      throw failure;
    };
    await expect(writeImporterFiles(targetIn(folder, name), { assets, facts }, never)).rejects.toBe(failure);
    expect(filesOf(folder)).toEqual(before);
  });
});

const outputSample = outputAsset('PC');

describe('the check before the source is read', () => {
  it('refuses another extension', async () => {
    const target = targetIn(temporaryFolder(), 'ci.txt');
    await expect(prepareImporterFiles(target)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('ci.txt'),
    });
  });

  it('refuses a name or folder that DataImporter could not read', async () => {
    const folder = temporaryFolder();
    await expect(prepareImporterFiles(targetIn(folder, 'a.b.csv'))).rejects.toMatchObject({ exitCode: 2 });
    const target = { ...targetIn(folder, 'ci.csv'), dataImporterFolder: 'relatif' };
    await expect(prepareImporterFiles(target)).rejects.toMatchObject({ exitCode: 2 });
  });

  it('refuses a missing folder, and a folder in the way of any of the files', async () => {
    const folder = temporaryFolder();
    await expect(prepareImporterFiles(targetIn(join(folder, 'none'), 'ci.csv'))).rejects.toMatchObject({
      exitCode: 6,
    });
    mkdirSync(join(folder, 'Schema.ini'));
    await expect(prepareImporterFiles(targetIn(folder, 'ci.csv'))).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('Schema.ini'),
    });
    await expect(prepareImporterFiles(targetIn(folder, 'ci.xlsx'))).resolves.toBeUndefined();
    expect(readdirSync(folder)).toEqual(['Schema.ini']);
  });
});
