import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { contentsOf, runBridge } from './fakes/command.ts';
import { importerSet, writeSet } from './fakes/importer-set.ts';
import { put } from './fakes/seed.ts';

// Of the whole file: tests that run side by side cannot each clean up after themselves.
const root = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(root, { recursive: true }));
const temporaryFolder = () => mkdtempSync(join(root, 'set-'));

/** A set in which a model has no manufacturer and the configuration a wrong tag. */
function brokenSet(): string {
  const folder = temporaryFolder();
  const set = importerSet('xlsx');
  put(set, 'CI', 2, 'Manufacturier', '');
  put(set, 'CIUser', 2, 'CI', 'PC-9');
  set.xml = (text) => text.replaceAll('ManageCIRetirement', 'ManageCiRetirement');
  return writeSet(set, folder);
}

describe.concurrent('bridge verify', () => {
  it('tells what is wrong where, and what to do, with exit code 6', async () => {
    const xml = brokenSet();
    const { code, stdout, stderr } = await runBridge(['verify', xml]);
    expect({ code, stderr }).toEqual({ code: 6, stderr: '' });
    expect(stdout).toMatch(
      /^\[error\] +tag-unknown +ci\.xml, line 25, ManageCiRetirement: .*here: ManageCIRetirement$/m,
    );
    expect(stdout).toMatch(
      /^\[error\] +value-needs +Feuille CI, row 2, Manufacturier: .*"Modèle" needs one$/m,
    );
    expect(stdout).toMatch(/^\[warning\] +reference-unknown +Feuille CIUser, row 2, CI: .*"PC-9"/m);
    expect(stdout.match(/What to do: /g)).toHaveLength(3);
    expect(stdout).toMatch(/Rows: 9, errors: 2, warnings: 1\.$/m);
  });

  it('answers in French, and in one JSON object', async () => {
    const xml = brokenSet();
    const french = await runBridge(['verify', xml, '--lang', 'fr']);
    expect(french.stdout).toMatch(/^\[erreur\] .*ligne 2, Manufacturier : la cellule est vide/m);
    const { code, stdout } = await runBridge(['verify', xml.replace('.xml', '.xlsx'), '--json']);
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      counts: { 'tag-unknown': 1, 'value-needs': 1, 'reference-unknown': 1 },
      findings: expect.arrayContaining([
        {
          code: 'value-needs',
          level: 'error',
          text: { fr: expect.stringContaining('Modèle'), en: expect.stringContaining('Modèle') },
          hint: { fr: expect.any(String), en: expect.any(String) },
          facts: expect.objectContaining({
            sheet: 'Feuille CI',
            row: 2,
            header: 'Manufacturier',
            name: 'PC-1',
            value: '',
          }),
        },
      ]),
    });
  });

  it('knows the CI types of the profile that bridge.yaml or the line names', async () => {
    const folder = temporaryFolder();
    const set = importerSet('csv');
    put(set, 'CI', 2, 'Type', 'Grille-pain');
    const xml = writeSet(set, folder);
    expect(await runBridge(['verify', xml])).toMatchObject({ code: 0 });
    expect(await runBridge(['verify', xml, '--profile', 'octopus-fr'])).toMatchObject({
      code: 6,
      stdout: expect.stringContaining('type-unknown'),
    });
    const config = join(folder, 'bridge.yaml');
    writeFileSync(config, `profile: octopus-fr\ndataImporter: { folder: 'D:\\Import' }\n`);
    const { code, stdout } = await runBridge(['verify', xml, '--config', config]);
    expect(code).toBe(6);
    expect(stdout).toContain('type-unknown');
    expect(stdout).toContain('folder-elsewhere');
  });

  it.each([
    ['a file that is not there', 'none.xlsx', 'There is no file'],
    ['a file of another kind', 'README.md', 'neither an .xlsx'],
  ])('refuses %s with exit code 2', async (_, file, said) => {
    expect(await runBridge(['verify', file])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(said),
    });
  });
});

/** The rejects file, with this value in the last column of every row. */
async function correctAll(path: string, saved: string, value: (row: number) => string): Promise<number> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0];
  const count = sheet?.rowCount ?? 0;
  sheet?.eachRow((row, line) => {
    if (line > 1) row.getCell(9).value = value(line);
  });
  await book.xlsx.writeFile(saved);
  return count - 1;
}

describe('a run that breaks the contract', () => {
  it('publishes nothing, lists why, and publishes once the corrections come back', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'assets.csv');
    const profile = join(folder, 'site.yaml');
    const shipped = readFileSync(join('output', 'profile', 'octopus-fr.yaml'), 'utf8');
    const needsTag = shipped.replace(/(header: NuméroInventaire.*?maxLength: 255)/, '$1, required: true');
    writeFileSync(profile, needsTag);
    const args = ['sccm', '--sample', '--out', out, '--state', join(folder, 'state')];
    expect(await runBridge(args)).toMatchObject({ code: 0 });
    rmSync(join(folder, 'state'), { recursive: true });
    const before = contentsOf(folder);

    const refused = await runBridge([...args, '--profile', profile]);
    expect(refused).toMatchObject({ code: 6, stdout: '' });
    expect(refused.stderr).toMatch(/Violations: \d+ \(value-required \d+\)/);
    expect(refused.stderr).toMatch(/What to do: Open .*assets\.rejects\.xlsx/);
    rmSync(join(folder, 'state'), { recursive: true });
    const rejects = join(folder, 'assets.rejects.xlsx');
    const { [rejects]: _, ...after } = contentsOf(folder);
    expect(after).toEqual(before);

    const saved = join(folder, 'corrections.xlsx');
    const count = await correctAll(rejects, saved, (row) => `INV-${row}`);
    expect(count).toBeGreaterThan(3);
    const good = await runBridge([...args, '--profile', profile, '--overrides', saved]);
    expect(good).toMatchObject({ code: 0, stderr: expect.stringContaining(`overrides file: ${count}`) });
    expect(contentsOf(folder)[rejects]).toBeUndefined();
    expect(readFileSync(out, 'latin1').match(/"INV-\d+"/g)).toHaveLength(count);
    expect(JSON.parse(readFileSync(join(folder, 'assets.manifest.json'), 'utf8')).overridden).toBe(count);
    expect(await runBridge(['verify', out, '--profile', profile])).toMatchObject({ code: 0 });

    const published = contentsOf(folder);
    const broken = await runBridge([...args, '--overrides', out]);
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('no .xlsx workbook') });
    expect(contentsOf(folder)).toEqual(published);
  });
});
