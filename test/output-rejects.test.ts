import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import { manifestSchema } from '../output/manifest.ts';
import { noOverrides } from '../output/profile/override-pass.ts';
import { loadProfile, type Profile } from '../output/profile/profile.ts';
import { readOverrides } from '../output/rejects/overrides.ts';
import { writeRejects } from '../output/rejects/rejects.ts';
import { verifySet } from '../output/verify/set.ts';
import { Violations } from '../output/verify/violation.ts';
import { excelSettings } from '../output/xlsx/writer.ts';
import type { Asset } from '../shared/asset.ts';
import { contentsOf } from './fakes/command.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { readWorkbook } from './fakes/workbook.ts';

const never = new AbortController().signal;
const shipped = loadProfile('octopus-fr');
/** A profile of a site whose Octopus wants a serial number in every row. */
const strict: Profile = {
  ...shipped,
  ci: {
    ...shipped.ci,
    columns: shipped.ci.columns.map((column) =>
      column.header === 'NuméroSérie' ? { ...column, required: true, maxLength: 10 } : column,
    ),
  },
};
const fleet = [
  outputAsset('PC-1'),
  outputAsset('=PC+2', { identity: { serial: null } }),
  outputAsset('PC-3', { identity: { serial: '=SUM(1,2,3,4)' } }),
  outputAsset('pc-1', { identity: { key: 'sccm:other' } }),
];

const target = (folder: string, name: string, overrides?: Awaited<ReturnType<typeof readOverrides>>) => ({
  path: join(folder, name),
  dataImporterFolder: null,
  profile: strict,
  bridgeName: 'sccm',
  ...(overrides && { overrides }),
});
const content = (assets: readonly Asset[]) => ({ assets: () => assets, facts: outputFacts });

/** Refuses the fleet and gives the rows of the rejects file by its headers. */
async function refused(folder: string, name: string) {
  await expect(writeImporterFiles(target(folder, name), content(fleet), never)).rejects.toMatchObject({
    exitCode: 6,
    message: expect.stringContaining('Violations: 3 (value-required 1, value-too-long 1, value-twice 1)'),
    hint: { fr: expect.stringContaining('--overrides'), en: expect.stringContaining('ci.rejects.xlsx') },
  });
  return readRejects(join(folder, 'ci.rejects.xlsx'));
}

async function readRejects(path: string): Promise<Record<string, string>[]> {
  const [headers = [], ...rows] = (await readWorkbook(path))[0]?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, index) => [header.split(' / ')[0], row[index] ?? ''])),
  );
}

/** Fills in the last column, as a person does in a spreadsheet program. */
async function correct(path: string, saved: string, corrections: Readonly<Record<string, excel.CellValue>>) {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  book.worksheets[0]?.eachRow((row) => {
    const value = corrections[String(row.getCell(2).value)];
    if (value === undefined) return;
    row.getCell(9).value = value;
    // A date stays one only where somebody changed the format of the cell.
    if (value instanceof Date) row.getCell(9).style = { numFmt: 'yyyy-mm-dd' };
  });
  await book.xlsx.writeFile(saved);
}

describe.each(['ci.csv', 'ci.xlsx'])('a refused %s', (name) => {
  it('lists every violation for people and leaves the published files as they were', async () => {
    const folder = temporaryFolder();
    await writeImporterFiles(target(folder, name), content(fleet.slice(0, 1)), never);
    const before = contentsOf(folder);
    const rows = await refused(folder, name);
    expect(
      rows.map(({ Row, Key, Name, Column, Rule, Value }) => [Row, Key, Name, Column, Rule, Value]),
    ).toEqual([
      ['3', 'sccm:=PC+2', "'=PC+2", 'NuméroSérie', 'value-required', ''],
      ['4', 'sccm:PC-3', 'PC-3', 'NuméroSérie', 'value-too-long', "'=SUM(1,2,3,4)"],
      ['5', 'sccm:other', 'pc-1', 'Nom', 'value-twice', 'pc-1'],
    ]);
    for (const { Suggestion, ...row } of rows) {
      expect(Suggestion).toMatch(/\S/);
      expect(row['Corrected value']).toBe('');
    }
    const { [join(folder, 'ci.rejects.xlsx')]: rejects, ...after } = contentsOf(folder);
    expect(rejects).toBeDefined();
    expect(after).toEqual(before);
  });

  it('is published once its corrections come back, and says so', async () => {
    const folder = temporaryFolder();
    await refused(folder, name);
    const saved = join(folder, 'corrections.xlsx');
    await correct(join(folder, 'ci.rejects.xlsx'), saved, {
      'sccm:=PC+2': '00123',
      'sccm:PC-3': "'=SHORT",
      'sccm:other': { richText: [{ text: 'PC' }, { text: '-4' }] },
    });
    const overrides = await readOverrides(saved);
    const result = await writeImporterFiles(target(folder, name, overrides), content(fleet), never);
    expect(result.notices.map(({ code }) => code)).toContain('value-overridden');
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'ci.manifest.json'), 'utf8')));
    expect(manifest.overridden).toBe(3);
    expect(readdirSync(folder)).not.toContain('ci.rejects.xlsx');
    if (name === 'ci.csv') return;
    const rows = (await readWorkbook(join(folder, name)))[0]?.rows ?? [];
    expect(rows.slice(1).map((row) => [row[1], row[5]])).toEqual([
      ['PC-1', 'SN-PC-1'],
      ['=PC+2', '00123'],
      ['PC-3', '=SHORT'],
      ['PC-4', 'SN-pc-1'],
    ]);
  });
});

describe('a workbook of several sheets', () => {
  it('is verified as one, and each violation finds its asset', async () => {
    const folder = temporaryFolder();
    const split = { ...target(folder, 'ci.xlsx'), xlsx: { ...excelSettings, sheetRows: 2 } };
    await expect(writeImporterFiles(split, content(fleet), never)).rejects.toMatchObject({ exitCode: 6 });
    const rows = await readRejects(join(folder, 'ci.rejects.xlsx'));
    expect(rows.map(({ Row, Key, Rule, Finding }) => [Row, Key, Rule, Finding])).toEqual([
      ['2', 'sccm:=PC+2', 'value-required', expect.any(String)],
      ['2', 'sccm:PC-3', 'value-too-long', expect.any(String)],
      ['2', 'sccm:other', 'value-twice', expect.stringContaining('ligne 2 (Bridge SCCM)')],
    ]);
    const good = [fleet[0], outputAsset('PC-7'), outputAsset('PC-8')].flatMap((asset) => asset ?? []);
    const { paths } = await writeImporterFiles(split, content(good), never);
    const { violations, sources } = await verifySet({
      importerXml: paths.at(-2) ?? '',
      at: (path) => path,
      profile: strict,
      folder,
      written: null,
      limit: 5,
      signal: never,
    });
    expect([...violations.counts]).toEqual([]);
    expect(sources.map(({ name, rows }) => [name, rows])).toEqual([
      ['Bridge SCCM', 1],
      ['Bridge SCCM 2', 1],
      ['Bridge SCCM 3', 1],
    ]);
  });
});

describe('overrides', () => {
  it('stay in the rejects file that they were read from, with what is wrong now', async () => {
    const folder = temporaryFolder();
    await refused(folder, 'ci.csv');
    const path = join(folder, 'ci.rejects.xlsx');
    await correct(path, path, { 'sccm:=PC+2': '00123', 'sccm:PC-3': 'still too long', 'sccm:other': '' });
    const overrides = await readOverrides(path);
    const files = target(folder, 'ci.csv', overrides);
    await expect(writeImporterFiles(files, content(fleet), never)).rejects.toMatchObject({ exitCode: 6 });
    const rows = await readRejects(path);
    expect(rows.map((row) => [row.Key, row.Rule, row['Corrected value']])).toEqual([
      ['sccm:PC-3', 'value-too-long', 'still too long'],
      ['sccm:other', 'value-twice', ''],
      ['sccm:=PC+2', '', '00123'],
    ]);
    await correct(path, path, { 'sccm:PC-3': 'S3', 'sccm:other': 'PC-4' });
    await writeImporterFiles(target(folder, 'ci.csv', await readOverrides(path)), content(fleet), never);
    expect(existsSync(path), 'in use, so it stays').toBe(true);
  });

  it('empty a cell when asked to, and tell of those without effect', async () => {
    const folder = temporaryFolder();
    await refused(folder, 'ci.csv');
    const saved = join(folder, 'corrections.xlsx');
    await correct(join(folder, 'ci.rejects.xlsx'), saved, { 'sccm:=PC+2': 12345, 'sccm:other': '(vide)' });
    const overrides = await readOverrides(saved);
    expect(overrides.values.get('sccm:other')?.get('Nom')).toBe('');
    expect(overrides.values.get('sccm:=PC+2')?.get('NuméroSérie')).toBe('12345');
    const { notices } = await writeImporterFiles(
      target(folder, 'ci.csv', overrides),
      content(fleet.slice(0, 1)),
      never,
    );
    const told = notices.find(({ code }) => code === 'override-unmatched');
    expect(told?.text.en).toContain('2 (sccm:=PC+2, NuméroSérie, sccm:other, Nom)');
  });

  it.each<[string, Readonly<Record<string, excel.CellValue>>, RegExp]>([
    ['a formula', { 'sccm:PC-3': { formula: '1+1', result: 2 } }, /row 3: .*a formula/],
    ['a date', { 'sccm:PC-3': new Date('2026-01-31') }, /row 3: .*a date/],
    [
      'a correction without a key',
      { 'Key / Clé': 'Corrected value / Valeur corrigée', '': 'x' },
      /row 5: .*no asset key/,
    ],
    ['a header that was changed', { 'Key / Clé': 'Corrigé' }, /no column "Corrected value/],
  ])('refuses %s with exit code 2', async (_, corrections, said) => {
    const folder = temporaryFolder();
    await refused(folder, 'ci.csv');
    const path = join(folder, 'ci.rejects.xlsx');
    const book = new excel.Workbook();
    await book.xlsx.readFile(path);
    book.worksheets[0]?.addRow([9, '', '', 'Nom']);
    await book.xlsx.writeFile(path);
    await correct(path, path, corrections);
    await expect(readOverrides(path)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(said),
      hint: { fr: expect.stringMatching(/\S/) },
    });
  });

  it('refuses two corrections of one cell, a file that is no workbook, and none', async () => {
    const folder = temporaryFolder();
    await refused(folder, 'ci.csv');
    const path = join(folder, 'ci.rejects.xlsx');
    const book = new excel.Workbook();
    await book.xlsx.readFile(path);
    for (const value of ['A', 'B'])
      book.worksheets[0]?.addRow([9, 'sccm:x', '', 'Nom', '', '', '', '', value]);
    await book.xlsx.writeFile(path);
    const twice = { exitCode: 2, message: expect.stringContaining('row 6: row 5 gives') };
    await expect(readOverrides(path)).rejects.toMatchObject(twice);
    writeFileSync(path, 'no workbook');
    await expect(readOverrides(path)).rejects.toMatchObject({ exitCode: 2 });
    await expect(readOverrides(join(folder, 'none.xlsx'))).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('more violations than are listed', () => {
  it('are counted', async () => {
    const folder = temporaryFolder();
    const violations = new Violations(2);
    const place = { file: 'ci.csv', source: 's', sheet: null, header: 'Nom' };
    for (let row = 2; row < 12; row += 1) violations.add('value-required', { ...place, row });
    violations.add('value-replaced', { ...place, row: 2 });
    expect([violations.kept.length, violations.refusing]).toEqual([3, 10]);
    const path = join(folder, 'r.xlsx');
    await writeRejects(path, { violations, keyOf: () => null, overrides: noOverrides, language: 'en' });
    const rows = await readRejects(path);
    expect(rows.map(({ Finding }) => Finding)).toEqual([
      'a value is required',
      'a value is required',
      '… and 8 more violations, counted and not listed',
    ]);
  });
});
