import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { openSite, type Site, sampleAnswer } from './fakes/source-site.ts';
import { catalogueOf, sccm } from './fakes/sql-bridge.ts';
import type { ServerOptions } from './fakes/tds/server.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';
import { readWorkbook } from './fakes/workbook.ts';

vi.setConfig({ maxConcurrency: 4, testTimeout: 120_000 });

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'software-'));
  folders.push(folder);
  return folder;
}

const linesOf = (path: string) =>
  new TextDecoder('windows-1252').decode(readFileSync(path)).trimEnd().split('\r\n');
const manifestOf = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** The sample with its software; gives the folder. */
async function sampleRun(bridge: string, out: string, software: string, ...args: readonly string[]) {
  const folder = newFolder();
  const [main, second, state] = [out, software, 'state'].map((name) => join(folder, name));
  const files = ['--out', String(main), '--software', String(second), '--state', String(state)];
  const ended = await runBridge([bridge, '--sample', ...files, ...args]);
  return { folder, ended, software: String(second) };
}

/** A profile with the form `ci`. */
function ciProfile(): string {
  const path = join(newFolder(), 'ci.yaml');
  const text = readFileSync('output/profile/octopus-fr.yaml', 'utf8');
  writeFileSync(path, text.replace('form: list', 'form: ci'));
  return path;
}

describe('--software with the sample', () => {
  it.concurrent.each([
    [
      'sccm',
      154,
      [
        '"BEC-F-1102","Notes Exemple","5.1","Logiciels Fictifs inc.","2025-03-04"',
        '"BEC-F-1103","Pilote Exemple","1 2",,',
      ],
    ],
    [
      'lansweeper',
      51,
      ['"VDC-P-1101","Lecteur Exemple","3.2",,"2025-03-04"', '"VDC-P-1101","Pilote Exemple",,,'],
    ],
    ['intune', 4, ['"BEC-P-5001","7-Archive (x64)","24.09",,']],
  ] as const)('of %s is a list that verifies', async (bridge, rows, some) => {
    const { folder, ended, software } = await sampleRun(bridge, 'assets.csv', 'software.csv');
    expect(ended.code, ended.stderr).toBe(0);
    const [header, ...lines] = linesOf(software);
    expect(header).toBe('"CI","Nom","Version","Manufacturier","DateInstallation"');
    expect(lines).toHaveLength(rows);
    for (const line of some) expect(lines.filter((each) => each === line)).toHaveLength(1);
    const names = new Set(linesOf(join(folder, 'assets.csv')).map((line) => line.split(',')[1]));
    for (const line of lines) expect(names).toContain(line.split(',')[0]);
    expect(readFileSync(join(folder, 'software.xml'), 'latin1')).toContain(
      '<Content>InstalledSoftware</Content>',
    );
    const schema = readFileSync(join(folder, 'Schema.ini'), 'latin1');
    for (const section of ['[assets.csv]', '[software.csv]']) expect(schema).toContain(section);
    const manifest = manifestOf(join(folder, 'software.manifest.json'));
    expect(manifest).toMatchObject({
      written: 0,
      contents: { InstalledSoftware: rows },
      software: { kept: rows },
    });
    const { read, kept, dropped } = manifest.software;
    const left: number[] = Object.values(dropped);
    expect(kept + left.reduce((sum, count) => sum + count, 0)).toBe(read);
    expect(await runBridge(['verify', software, '--profile', 'octopus-fr'])).toMatchObject({ code: 0 });
    expect(await runBridge(['verify', join(folder, 'assets.csv'), '--profile', 'octopus-fr'])).toMatchObject({
      code: 0,
    });
  });

  it.concurrent('as CI is programs, unique by name, and a relation for each computer', async () => {
    const profile = ciProfile();
    const { ended, software, folder } = await sampleRun(
      'sccm',
      'assets.xlsx',
      'software.xlsx',
      '--profile',
      profile,
    );
    expect(ended.code, ended.stderr).toBe(0);
    const sheets = await readWorkbook(software);
    expect(sheets.map(({ name }) => name)).toEqual(['Importation CI logiciels', 'Relations logiciels']);
    const [programs = [], relations = []] = sheets.map(({ rows }) => rows);
    expect(programs[0]).toEqual(['Type', 'Nom', 'Manufacturier', 'LogicielGéré']);
    const names = programs.slice(1).map(([type, name, , managed]) => {
      expect([type, managed ?? '']).toEqual(['Logiciel', '']);
      return name;
    });
    expect(names).toContain('輸入法');
    expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(names.length);
    expect(programs).toContainEqual(['Logiciel', 'Notes Exemple', 'Logiciels Fictifs inc.', '']);
    const ofOne = relations.filter(([ci]) => ci === 'BEC-F-1102').map(([, name]) => name);
    expect(ofOne).toHaveLength(4);
    for (const [, name] of relations.slice(1)) expect(names).toContain(name);
    expect(manifestOf(join(folder, 'software.manifest.json'))).toMatchObject({ written: names.length });
    expect(await runBridge(['verify', software, '--profile', profile])).toMatchObject({ code: 0 });
  });

  it.concurrent('gives the same bytes twice, and refuses files that both sets would write', async () => {
    const { folder } = await sampleRun('sccm', 'assets.csv', 'software.csv');
    const again = await sampleRun('sccm', 'assets.csv', 'software.csv');
    expect(readFileSync(again.software)).toEqual(readFileSync(join(folder, 'software.csv')));
    const same = await sampleRun('sccm', 'assets.csv', 'Assets.xlsx');
    expect(same.ended).toMatchObject({ code: 2, stderr: expect.stringContaining('would both write') });
    expect(existsSync(join(same.folder, 'assets.csv'))).toBe(false);
  });
});

describe('--software from a server', () => {
  let sample: Awaited<ReturnType<typeof sampleAnswer>>;
  let published: string;
  const sites: Site[] = [];
  beforeAll(async () => {
    sample = await sampleAnswer();
    published = (await sampleRun('sccm', 'assets.csv', 'software.csv')).folder;
  });
  afterAll(async () => {
    await Promise.all(sites.map((site) => site.close()));
    sample.close();
  });

  /** A site over the files of a good earlier run. */
  async function publishedSite(options: Partial<ServerOptions> = {}) {
    const site = await openSite({ answer: sample.answer, ...options });
    sites.push(site);
    cpSync(published, site.folder, { recursive: true });
    const files = ['--out', join(site.folder, 'assets.csv'), '--software', join(site.folder, 'software.csv')];
    return { site, files, before: contentsOf(site.folder) };
  }
  const matching = /v_Add_Remove_Programs/;

  it.concurrent('reads the section once, and only where it is asked for', async () => {
    const { site, files } = await publishedSite();
    const ended = await site.run(...files);
    expect(ended.code, ended.stderr).toBe(0);
    const asked = () => site.server.records.calls.filter(({ sql }) => matching.test(sql));
    expect(asked()).toHaveLength(1);
    expect(linesOf(join(site.folder, 'software.csv'))).toHaveLength(155);
    expect(await site.run('--out', join(site.folder, 'assets.csv'))).toMatchObject({ code: 0 });
    expect(asked()).toHaveLength(1);
  });

  it.concurrent.each([
    ['is denied', { kind: 'error', error: sqlErrors.denied('v_Add_Remove_Programs', 'CM_GH1'), matching }, 3],
    ['breaks off, however often', { kind: 'reset', afterRows: 20, matching }, 4],
  ] as const)('publishes nothing when the section %s', async (_, fault, code) => {
    const { site, files, before } = await publishedSite({ faults: [fault] });
    const ended = await site.run(...files);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(/software|v_Add_Remove_Programs/);
    expect(contentsOf(site.folder)).toEqual(before);
  });

  it.concurrent('publishes the devices without a software view, and leaves the former software', async () => {
    const { database } = await openSampleDatabase(sccm.sampleFolder);
    const { v_Add_Remove_Programs: _, ...rest } = catalogueOf(sccm);
    const { site, files, before } = await publishedSite({ answer: sqliteAnswer(database, rest) });
    const ended = await site.run(...files);
    database.close();
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toMatch(/v_add_remove_programs is missing/i);
    expect(ended.stderr).toContain('tells nothing of the software');
    const after = contentsOf(site.folder);
    for (const name of ['software.csv', 'software.xml', 'software.manifest.json'])
      expect(after[join(site.folder, name)]).toBe(before[join(site.folder, name)]);
    expect(manifestOf(join(site.folder, 'assets.manifest.json'))).toMatchObject({
      source: { sample: false },
      notices: expect.arrayContaining([expect.objectContaining({ code: 'software-nothing' })]),
    });
  });
});
