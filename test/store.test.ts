import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { compareRun, headers, row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

describe('a run beside the last one', () => {
  it('creates everything the first time, and nothing changes the second time', async () => {
    const folder = temporaryFolder();
    const fleet = [row('1', ['PC-1', 'SN1', '8 Go']), row('2', ['PC-2'])];
    expect((await compareRun(folder, fleet)).changes).toEqual(['created PC-1', 'created PC-2']);
    expect(await compareRun(folder, fleet)).toMatchObject({ changes: [], matched: { key: 2 } });
  });

  it('tells each cell that changes, what is missing, and what returns', async () => {
    const folder = temporaryFolder();
    const [one, two] = [row('1', ['PC-1', 'SN1', '8 Go']), row('2', ['PC-2'])];
    await compareRun(folder, [one, two]);
    const more = row('1', ['PC-1', 'SN1', '16 Go']);
    expect((await compareRun(folder, [more])).changes).toEqual([
      'changed PC-1 RAM: 8 Go → 16 Go',
      'missing PC-2',
    ]);
    expect((await compareRun(folder, [more])).changes).toEqual([]);
    expect((await compareRun(folder, [more, two])).changes).toEqual(['returned PC-2']);
  });

  it('follows columns by header when a profile changes', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, [row('1', ['PC-1', 'SN1', '8 Go'])]);
    const turned = { ...row('1', ['PC-1']), cells: ['8 Go', 'PC-1', 'Oui'] };
    expect((await compareRun(folder, [turned], ['RAM', 'Nom', 'UEFI'])).changes).toEqual([
      'changed PC-1 UEFI:  → Oui',
    ]);
  });

  it('changes nothing when only planned', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, [row('1', ['PC-1'])]);
    const before = readFileSync(join(folder, storeFileName));
    expect((await compareRun(folder, [row('2', ['PC-2'])], headers, false)).changes).toHaveLength(2);
    expect(readFileSync(join(folder, storeFileName)).equals(before)).toBe(true);
  });
});

describe('a device is told again', () => {
  const known = { hardware: 'LENOVO|SN1', uuid: 'U1', device: 'D1', address: 'M1 M2' };
  const before = row('1', ['PC-1', 'SN1'], known);
  it.each([
    ['renamed', row('1', ['PC-9', 'SN1'], known), 'key', ['renamed PC-9 Nom: PC-1 → PC-9']],
    ['reimaged: a new client', row('7', ['PC-1', 'SN1'], { ...known, device: 'D7' }), 'hardware', []],
    [
      'reimaged and renamed',
      row('7', ['PC-9', 'SN1'], { hardware: 'LENOVO|SN1' }),
      'hardware',
      ['renamed PC-9 Nom: PC-1 → PC-9'],
    ],
    [
      'with another board: serial and UUID are new',
      row('1', ['PC-1', 'SN9'], { hardware: 'LENOVO|SN9', uuid: 'U9' }),
      'key',
      ['changed PC-1 NuméroSérie: SN1 → SN9'],
    ],
    ['by its UUID alone', row('7', ['PC-1', 'SN1'], { uuid: 'U1' }), 'uuid', []],
    ['by its Entra id alone', row('7', ['PC-1', 'SN1'], { device: 'D1' }), 'device', []],
    ['by its addresses alone', row('7', ['PC-1', 'SN1'], { address: 'M1 M2' }), 'address', []],
    ['by its name, last', row('7', ['pc-1', 'SN1']), 'name', ['changed pc-1 Nom: PC-1 → pc-1']],
  ])('%s', async (_, after, rule, changes) => {
    const folder = temporaryFolder();
    await compareRun(folder, [before]);
    expect(await compareRun(folder, [after])).toMatchObject({ changes, matched: { [rule]: 1 } });
  });

  it('but never by what two of them share: three white boxes, one dock', async () => {
    const folder = temporaryFolder();
    const shared = { address: 'DOCK' };
    await compareRun(folder, [row('1', ['A'], shared), row('2', ['B'], shared), row('3', ['C'])]);
    const result = await compareRun(folder, [
      row('7', ['D'], shared),
      row('8', ['E'], shared),
      row('3', ['C']),
    ]);
    expect(result).toMatchObject({
      changes: ['created D', 'created E', 'missing A', 'missing B'],
      matched: { key: 1 },
    });
  });

  it('and two that exchange their names are two', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, [row('1', ['A']), row('2', ['B'])]);
    expect(await compareRun(folder, [row('1', ['B']), row('2', ['A'])])).toMatchObject({
      changes: ['renamed B Nom: A → B', 'renamed A Nom: B → A'],
      matched: { key: 2 },
    });
  });
});

describe('the store', () => {
  it('forgets runs beyond those to keep, and no item', async () => {
    const folder = temporaryFolder();
    for (const ram of ['1', '2', '3', '4', '5']) await compareRun(folder, [row('1', ['PC-1', '', ram])]);
    const store = await SiteStore.open(folder);
    expect(store.database.get('SELECT count(*) AS n FROM run')).toEqual({ n: 3 });
    expect(store.database.get('SELECT count(DISTINCT run) AS n FROM change')).toEqual({ n: 3 });
    expect(store.database.get('SELECT count(*) AS n FROM item')).toEqual({ n: 1 });
    store.close();
  });

  it('opens after a killed process left its lock, and takes back what was not committed', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, [row('1', ['PC-1'])]);
    mkdirSync(join(folder, `${storeFileName}.lock`));
    expect((await compareRun(folder, [row('1', ['PC-1'])])).changes).toEqual([]);
  });

  it.each([
    ['text', 'this is no database, whatever its name says, and it is long enough', /damaged/],
    ['an empty file', '', /damaged/],
  ])('refuses %s with the way back', async (_, text, said) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, storeFileName), text);
    await expect(SiteStore.open(folder)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringMatching(said),
    });
    expect(readFileSync(join(folder, storeFileName), 'utf8')).toBe(text);
  });

  it('refuses a store cut short, of another program, or of a newer version', async () => {
    const folder = temporaryFolder();
    await compareRun(
      folder,
      Array.from({ length: 500 }, (_, at) => row(String(at), [`PC-${at}`, 'x'.repeat(90)])),
    );
    const path = join(folder, storeFileName);
    copyFileSync(path, `${path}.copy`);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, 20_000));
    await expect(SiteStore.open(folder)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('damaged'),
    });
    copyFileSync(`${path}.copy`, path);
    const foreign = new sqlite.Database(path);
    foreign.exec('PRAGMA user_version = 99');
    foreign.close();
    await expect(SiteStore.open(folder)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('newer version'),
    });
    expect(existsSync(`${path}.copy`)).toBe(true);
  });
});
