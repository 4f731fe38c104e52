import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import { type ImporterTarget, prepareImporterFiles } from '../output/importer/target.ts';
import { manifestSchema } from '../output/manifest.ts';
import type { RowKeeper } from '../output/profile/asset-table.ts';
import { loadProfile, type Profile } from '../output/profile/profile.ts';
import type { Asset } from '../shared/asset.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { outputAsset, outputPerson } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { readWorkbook } from './fakes/workbook.ts';
import { windows1252Text } from './windows-1252-text.ts';

const shipped = loadProfile('octopus-fr');
const never = new AbortController().signal;
const clearing = (clear: string[], tags: Partial<Profile['ci']['tags']> = {}): Profile => ({
  ...shipped,
  ci: { ...shipped.ci, clear, tags: { ...shipped.ci.tags, ...tags } },
});
const target = (folder: string, name: string, profile: Profile): ImporterTarget => ({
  path: join(folder, name),
  dataImporterFolder: 'D:\\Import',
  profile,
  bridgeName: 'sccm',
});
const publishTo = (where: ImporterTarget, assets: readonly Asset[]) =>
  writeImporterFiles(where, { assets: () => assets, facts: outputFacts }, never);

const person = (login: string) => ({ people: { primaryUser: outputPerson(login) } });
const nobody = { people: { primaryUser: null } };
const fleet = [
  outputAsset('PC-1', person('adele.exemple')),
  outputAsset('PC-2', nobody),
  outputAsset('PC-3', { ...nobody, place: { ou: null } }),
  outputAsset('IMP-1', { ...nobody, nature: { class: 'printer' } }),
];

/** Rows of a file as another program reads them. */
async function rowsOf(folder: string, name: string): Promise<readonly (readonly string[])[]> {
  if (name.endsWith('.xlsx')) return (await readWorkbook(join(folder, name)))[0]?.rows ?? [];
  return parse(windows1252Text(readFileSync(join(folder, name))));
}

describe.each(['.csv', '.xlsx'])('columns to clear, as %s', (extension) => {
  const main = `ci${extension}`;
  const apart = `ci-clear${extension}`;

  it('go to a file of their own, with the rows that have something to clear', async () => {
    const folder = temporaryFolder();
    const result = await publishTo(target(folder, main, clearing(['Utilisateur principal'])), fleet);
    const schemaIni = extension === '.csv' ? ['Schema.ini'] : [];
    const names = [main, 'ci.xml', apart, 'ci-clear.xml', 'ci.manifest.json', ...schemaIni];
    expect(readdirSync(folder).sort()).toEqual(names.sort());
    expect(result.paths.at(-1)).toBe(join(folder, 'ci.manifest.json'));
    expect(await rowsOf(folder, apart)).toEqual([
      ['Type', 'Nom', 'Utilisateur principal'],
      ['Portable', 'PC-2', ''],
      ['Portable', 'PC-3', ''],
    ]);
    expect(await rowsOf(folder, main)).toHaveLength(fleet.length + 1);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'ci.manifest.json'), 'utf8')));
    expect(manifest.written).toBe(fleet.length);
    expect(manifest.files.map(({ name, rows }) => [name, rows])).toEqual([
      [main, fleet.length],
      ['ci.xml', null],
      [apart, 2],
      ['ci-clear.xml', null],
    ]);
  });

  it('keep the value of a column that is known, beside one to clear', async () => {
    const folder = temporaryFolder();
    const profile = clearing(['Domaine', "Unité d'organisation"]);
    await publishTo(target(folder, main, profile), fleet);
    expect(await rowsOf(folder, apart)).toEqual([
      ['Type', 'Nom', 'Domaine', "Unité d'organisation"],
      ['Portable', 'PC-3', 'corp.example', ''],
    ]);
  });

  it('change nothing in the main file, and are described to DataImporter apart', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const tags = { ManageCIRetirement: true };
    const result = await publishTo(target(folder, main, clearing(['Utilisateur principal'], tags)), fleet);
    await publishTo(target(other, main, clearing([], tags)), fleet);
    expect(await rowsOf(folder, main)).toEqual(await rowsOf(other, main));
    const xml = (path: string, name: string) => readFileSync(join(path, name), 'latin1');
    expect(xml(folder, 'ci.xml')).toBe(xml(other, 'ci.xml'));
    expect(xml(folder, 'ci.xml')).toContain('<EmptyValueHandling>NoChange</EmptyValueHandling>');
    const cleared = xml(folder, 'ci-clear.xml');
    expect(cleared).toContain('<Source Name="Bridge SCCM">');
    expect(cleared).toContain('<EmptyValueHandling>Clear</EmptyValueHandling>');
    // The file holds only some CI: retiring the others would be a disaster.
    expect(cleared).toContain('<ManageCIRetirement>false</ManageCIRetirement>');
    expect(cleared).toContain(extension === '.csv' ? '[ci-clear.csv]' : 'D:\\Import\\ci-clear.xlsx');
    expect(result.notices.map(({ code }) => code)).toContain('retirement-managed');
  });

  it('clear nothing where no asset has a value, and say so', async () => {
    const folder = temporaryFolder();
    const where = target(folder, main, clearing(['Utilisateur principal']));
    await publishTo(where, fleet);
    const result = await publishTo(where, fleet.slice(1));
    expect(await rowsOf(folder, apart)).toEqual([['Type', 'Nom']]);
    expect(result.unfilled).toContain('Utilisateur principal');
    expect(result.notices.find(({ code }) => code === 'clear-unfilled')?.text.en).toContain(
      'Utilisateur principal',
    );
  });

  it('are warned of where an earlier run has left its file to clear', async () => {
    const folder = temporaryFolder();
    await publishTo(target(folder, main, clearing(['Utilisateur principal'])), fleet);
    const { notices } = await publishTo(target(folder, main, clearing([])), fleet);
    expect(notices.find(({ code }) => code === 'clear-leftover')?.text.fr).toContain(
      join(folder, 'ci-clear.xml'),
    );
  });

  it('leave every published file as it was when the rows are refused or the run is stopped', async () => {
    const folder = temporaryFolder();
    const where = target(folder, main, clearing(['Utilisateur principal']));
    await publishTo(where, fleet);
    const before = contentsOf(folder);
    await expect(publishTo(where, [...fleet, outputAsset('pc-2')])).rejects.toMatchObject({ exitCode: 6 });
    rmSync(join(folder, 'ci.rejects.xlsx')); // what was refused, for people; nothing published
    expect(contentsOf(folder)).toEqual(before);
    const stop = new AbortController();
    // Walked for the rows, and again for the rows to clear.
    let walks = 0;
    const rows: (readonly string[])[] = [];
    const keeper: RowKeeper = {
      add: (_, cells) => void rows.push(cells),
      done: () => {},
      rows: () => {
        walks += 1;
        if (walks === 2) stop.abort();
        return rows;
      },
    };
    const assets = () => [
      ...fleet,
      ...Array.from({ length: 50 }, (_, index) => outputAsset(`X-${index}`, nobody)),
    ];
    await expect(
      writeImporterFiles(where, { assets, facts: outputFacts, keeper }, stop.signal),
    ).rejects.toMatchObject({
      exitCode: 130,
    });
    expect(walks).toBe(2);
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('the check before the source is read', () => {
  it('looks at the files to clear as well', async () => {
    const folder = temporaryFolder();
    const name = `${'a'.repeat(58)}.csv`;
    await expect(prepareImporterFiles(target(folder, name, clearing([])))).resolves.toBeUndefined();
    await expect(prepareImporterFiles(target(folder, name, clearing(['Domaine'])))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('-clear.csv'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the built command with columns to clear', () => {
  it('publishes both pairs, the same bytes twice', async () => {
    const folder = temporaryFolder();
    const text = readFileSync('output/profile/octopus-fr.yaml', 'utf8');
    const profile = join(folder, 'site.yaml');
    writeFileSync(profile, text.replace('clear: []', 'clear: [Utilisateur principal]'));
    const args = ['sccm', '--sample', '--out', join(folder, 'ci.csv'), '--profile', profile];
    const run = () => runBridge([...args, '--state', join(folder, 'state')]);
    expect(await run()).toMatchObject({ code: 0, stdout: expect.stringContaining('ci-clear.xml') });
    const kept = (files: Record<string, string>) =>
      Object.entries(files).filter(([path]) => !/manifest|state/.test(path));
    const first = kept(contentsOf(folder));
    expect(await run()).toMatchObject({ code: 0 });
    expect(kept(contentsOf(folder))).toEqual(first);
    const [headers = [], ...rows] = await rowsOf(folder, 'ci.csv');
    const at = headers.indexOf('Utilisateur principal');
    const [, ...cleared] = await rowsOf(folder, 'ci-clear.csv');
    expect(cleared).toEqual(rows.filter((row) => row[at] === '').map((row) => [row[0], row[1], '']));
    expect(cleared.length).toBeGreaterThan(5);
  });
});
