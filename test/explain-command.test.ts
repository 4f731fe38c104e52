import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { contentsOf, type Ended, runBridge } from './fakes/command.ts';
import { endIntuneSites, type IntuneSite, startIntuneSite } from './fakes/intune-site.ts';
import { openSite, type Site } from './fakes/source-site.ts';
import { catalogueOf, sccm } from './fakes/sql-bridge.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';

const rename = `UPDATE dbo.v_R_System SET Netbios_Name0 = 'BEC-P-9001', Name0 = 'BEC-P-9001'
  WHERE Netbios_Name0 = 'BEC-P-1001'`;
const gone = `DELETE FROM dbo.v_R_System WHERE Netbios_Name0 = 'NIC-P-2001'`;
const newBios = `UPDATE dbo.v_GS_PC_BIOS SET SMBIOSBIOSVersion0 = '9.9' WHERE ResourceID =
  (SELECT ResourceID FROM dbo.v_R_System WHERE Netbios_Name0 = 'BEC-P-1002')`;

let site: Site;
let tablets: IntuneSite;

/** Two nights of a site of which the second one changed three machines; then nothing answers any more. */
beforeAll(async () => {
  const { database } = await openSampleDatabase(sccm.sampleFolder);
  site = await openSite({ answer: sqliteAnswer(database, catalogueOf(sccm)) });
  tablets = await startIntuneSite();
  const night = () => site.run('--out', join(site.folder, 'assets.csv'), '--lang', 'en');
  const [first, extracted] = await Promise.all([night(), tablets.extract('tablets.xlsx')]);
  expect([first.code, extracted.code]).toEqual([0, 0]);
  for (const sql of [rename, gone, newBios]) database.exec(sql);
  expect(await night()).toMatchObject({ code: 0 });
  await Promise.all([site.server.close(), tablets.server.close()]);
  database.close();
}, 120_000);

afterAll(async () => {
  await site.close();
  await endIntuneSites();
});

const explain = (device: string, ...args: readonly string[]): Promise<Ended> =>
  runBridge(['explain', 'sccm', device, '--state', site.state, '--lang', 'en', ...args]);

/** The lines below the title of a step, as one text without line breaks. */
function step(stdout: string, number: number): string {
  const [, rest = ''] = stdout.split(new RegExp(`^${number}\\. .*\n`, 'm'));
  return (rest.split(/\n\n/)[0] ?? '').replace(/\s+/g, ' ').trim();
}

describe('bridge explain, with the server gone', () => {
  it.concurrent('tells the five steps of an ordinary machine, and what the run changed', async () => {
    const { code, stdout, stderr } = await explain('bec-p-1002');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^BEC-P-1002 · sccm:\S+ · published\nsccm · run of \d{4}-.* · .*assets\.csv\n/);
    expect(step(stdout, 1)).toMatch(/^system netbiosName: BEC-P-1002.* bios .*version: 9\.9/);
    expect(step(stdout, 2)).toMatch(/firmware\.biosVersion 9\.9 ← the SMBIOS version of the BIOS/);
    expect(step(stdout, 3)).toMatch(/place name: BEC-P-1002.* firmware .*biosVersion: 9\.9/);
    expect(step(stdout, 4)).toMatch(
      /^Belongs to the population\. No other device is the same\. Told again as published before, by its key\. First published by the run of \d{4}-/,
    );
    expect(step(stdout, 5)).toMatch(
      /Nom BEC-P-1002 ← place\.name.*Version du BIOS 9\.9 .*By this run: changed, Version du BIOS: \S.* → 9\.9$/,
    );
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(stdout).not.toMatch(/\bnull\b|undefined/);
  });

  it.concurrent('finds a renamed machine by its old name, and says which item it continues', async () => {
    const { code, stdout } = await explain('BEC-P-1001');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^BEC-P-9001 · /);
    expect(step(stdout, 4)).toMatch(/Published before as BEC-P-1001\./);
    expect(step(stdout, 5)).toMatch(/By this run: renamed, Nom: BEC-P-1001 → BEC-P-9001/);
  });

  it.concurrent('says since when a machine is missing, with its last row', async () => {
    const { code, stdout } = await explain('NIC-P-2001');
    expect(code).toBe(0);
    expect(step(stdout, 4)).toMatch(/First published by the run of .*Missing since the run of \d{4}-/);
    expect(step(stdout, 5)).toMatch(/Nom NIC-P-2001/);
  });

  it.concurrent('explains one that is left out, and both of two that are the same', async () => {
    const [excluded, both] = await Promise.all([explain('BEC-F-1190'), explain('MXL1304B6P')]);
    const json = JSON.parse((await explain('MXL1304B6P', '--json')).stdout);
    expect(excluded.code).toBe(0);
    expect(step(excluded.stdout, 1)).toMatch(/^system netbiosName: BEC-F-1190/);
    for (const at of [2, 3]) expect(step(excluded.stdout, at)).toBe('None: the device was left out before.');
    expect(step(excluded.stdout, 4)).toBe('Left out of the population: without a client (noClient).');
    expect(step(excluded.stdout, 5)).toBe('None: see the judgement.');
    expect(both.stdout).toMatch(/^LOU-F-3191 .* published$/m);
    expect(both.stdout).toMatch(/^LOU-F-3190 .* gave way$/m);
    expect(both.stdout.replace(/\s+/g, ' ')).toMatch(
      /LOU-F-3190 · \S+ gave way to it: same maker and serial/,
    );
    expect(both.stdout.replace(/\s+/g, ' ')).toMatch(/Gave way to LOU-F-3191 · \S+: same maker and serial/);
    expect(json).toMatchObject({
      source: 'sccm',
      asked: 'MXL1304B6P',
      explained: [
        {
          device: { name: 'LOU-F-3191' },
          judged: { gaveWay: [{ name: 'LOU-F-3190', reason: 'duplicateSerial' }] },
        },
        { device: { name: 'LOU-F-3190' }, judged: { gaveWayTo: { name: 'LOU-F-3191' } }, written: null },
      ],
    });
  });

  it.concurrent('tells in JSON what it tells in text', async () => {
    const { stdout } = await explain('BEC-P-1002', '--json');
    const { explained } = JSON.parse(stdout);
    expect(explained).toHaveLength(1);
    expect(explained[0]).toMatchObject({
      rows: { bios: [{ version: '9.9' }] },
      asset: { firmware: { biosVersion: '9.9' } },
      judged: { outcome: 'published', reason: null, matched: 'key', gaveWay: [] },
      written: { changes: [{ kind: 'changed', header: 'Version du BIOS', after: '9.9' }] },
    });
    expect(explained[0].decisions).toContainEqual({
      field: 'firmware.biosVersion',
      value: '9.9',
      rule: 'version',
      words: expect.objectContaining({ en: 'the SMBIOS version of the BIOS' }),
    });
    expect(explained[0].written.cells).toContainEqual({
      header: 'Nom',
      fields: ['place.name'],
      cell: 'BEC-P-1002',
      losses: [],
    });
  });

  it.concurrent('names the nearest of what nobody knows, and ends with 2', async () => {
    const { code, stdout, stderr } = await explain('BEC-P-102');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/No device of sccm has this name, serial or key: BEC-P-102\.\n.*BEC-P-1\d+/);
  });

  it.concurrent('tells one of Intune, in French', async () => {
    const asked = ['explain', 'intune', 'BEC-P-5020', '--state', join(tablets.home, 'bridge-state')];
    const { code, stdout } = await runBridge([...asked, '--lang', 'fr']);
    expect(code).toBe(0);
    expect(step(stdout, 1)).toMatch(/managedDevices .*DevicesWithInventory /);
    expect(step(stdout, 2)).toMatch(/place\.name BEC-P-5020 ← le nom que quelqu’un lui a donné/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /lui a cédé sa place : même fabricant et même numéro de série/,
    );
  });
});

/** Every file and folder with its size and the time of its last change. */
const stamps = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
const leftBehind = () => readdirSync(tmpdir()).filter((name) => /^bridge-(?:store|sample)-/.test(name));

describe('bridge explain writes nothing', () => {
  it('where the store is, though a run holds it and is in the middle of a transaction', async () => {
    const lock = join(site.state, 'lock');
    writeFileSync(lock, String(process.pid));
    const run = new sqlite.Database(join(site.state, 'bridge.sqlite'));
    try {
      run.exec('PRAGMA cache_size = 1; BEGIN; DELETE FROM device; DELETE FROM block; DELETE FROM item');
      expect(readdirSync(site.state)).toEqual(
        expect.arrayContaining(['bridge.sqlite-journal', 'bridge.sqlite.lock']),
      );
      const before = { stamps: stamps(site.home), contents: contentsOf(site.home) };
      const { code, stdout } = await explain('BEC-P-1002');
      expect(code).toBe(0);
      expect(step(stdout, 5)).toMatch(/Version du BIOS 9\.9/);
      expect({ stamps: stamps(site.home), contents: contentsOf(site.home) }).toEqual(before);
    } finally {
      run.exec('ROLLBACK');
      run.close();
    }
  });

  it('with the sample either, and works in an empty folder', async () => {
    const home = join(site.home, 'empty');
    mkdirSync(home);
    const before = leftBehind();
    const { code, stdout } = await runBridge(['explain', 'lansweeper', '112', '--sample', '--state', home]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/embedded sample/);
    expect(readdirSync(home)).toEqual([]);
    expect(leftBehind().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('where there is no store: it ends with 2 and says what to do', async () => {
    const none = join(site.home, 'nowhere');
    const { code, stderr } = await runBridge(['explain', 'sccm', 'X', '--state', none, '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no store in .*nowhere.*\n.*bridge sccm --out FILE.*--sample/);
    expect(readdirSync(site.home)).not.toContain('nowhere');
  });
});
