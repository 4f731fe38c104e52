import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { type Change, Comparison } from '../shared/store/comparison.ts';
import { keepRun } from '../shared/store/keep.ts';
import type { Identities, PlannedRow } from '../shared/store/planned-row.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const headers = ['Nom', 'NuméroSérie', 'RAM'];
const nothing: Identities = { hardware: null, uuid: null, device: null, address: null };
const row = (key: string, cells: readonly [string, string?, string?], identities: Partial<Identities> = {}) =>
  ({
    key: `sccm:${key}`,
    name: cells[0],
    class: 'laptop',
    place: 'QC1',
    identities: { ...nothing, ...identities },
    cells: [cells[0], cells[1] ?? '', cells[2] ?? ''],
  }) satisfies PlannedRow;

let count = 0;
/** Compares a run with the store of a folder; keeps it unless only planned. */
async function run(folder: string, rows: readonly PlannedRow[], columns = headers, keep = true) {
  const store = await SiteStore.open(folder);
  const about = { path: store.path, series: 'sccm a.xlsx', headers: store.headers('sccm a.xlsx') };
  store.close();
  const database = new sqlite.Database(':memory:');
  const comparison = new Comparison(database, about, columns);
  for (const each of rows) comparison.add(each);
  const matched = comparison.match();
  const changes: Change[] = [...comparison.changes()];
  count += 1;
  const published = { runId: `run-${count}`, series: about.series, source: 'sccm', headers: columns };
  const times = { startedAt: '2026-11-22T02:00:00Z', finishedAt: '2026-11-22T02:01:00Z', manifest: '{}' };
  if (keep) keepRun(database, { ...published, ...times }, changes, 3);
  database.close();
  const by = Object.entries(matched).filter(([, times]) => times > 0);
  return { changes: changes.map(short), matched: Object.fromEntries(by) };
}

const short = ({ kind, name, header, before, after }: Change): string =>
  [kind, name, ...(header === null ? [] : [`${header}: ${before} → ${after}`])].join(' ');

describe('a run beside the last one', () => {
  it('creates everything the first time, and nothing changes the second time', async () => {
    const folder = temporaryFolder();
    const fleet = [row('1', ['PC-1', 'SN1', '8 Go']), row('2', ['PC-2'])];
    expect((await run(folder, fleet)).changes).toEqual(['created PC-1', 'created PC-2']);
    expect(await run(folder, fleet)).toEqual({ changes: [], matched: { key: 2 } });
  });

  it('tells each cell that changes, what is missing, and what returns', async () => {
    const folder = temporaryFolder();
    const [one, two] = [row('1', ['PC-1', 'SN1', '8 Go']), row('2', ['PC-2'])];
    await run(folder, [one, two]);
    const more = row('1', ['PC-1', 'SN1', '16 Go']);
    expect((await run(folder, [more])).changes).toEqual(['changed PC-1 RAM: 8 Go → 16 Go', 'missing PC-2']);
    expect((await run(folder, [more])).changes).toEqual([]);
    expect((await run(folder, [more, two])).changes).toEqual(['returned PC-2']);
  });

  it('follows columns by header when a profile changes', async () => {
    const folder = temporaryFolder();
    await run(folder, [row('1', ['PC-1', 'SN1', '8 Go'])]);
    const turned = { ...row('1', ['PC-1']), cells: ['8 Go', 'PC-1', 'Oui'] };
    expect((await run(folder, [turned], ['RAM', 'Nom', 'UEFI'])).changes).toEqual([
      'changed PC-1 UEFI:  → Oui',
    ]);
  });

  it('changes nothing when only planned', async () => {
    const folder = temporaryFolder();
    await run(folder, [row('1', ['PC-1'])]);
    const before = readFileSync(join(folder, storeFileName));
    expect((await run(folder, [row('2', ['PC-2'])], headers, false)).changes).toHaveLength(2);
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
    await run(folder, [before]);
    expect(await run(folder, [after])).toEqual({ changes, matched: { [rule]: 1 } });
  });

  it('but never by what two of them share: three white boxes, one dock', async () => {
    const folder = temporaryFolder();
    const shared = { address: 'DOCK' };
    await run(folder, [row('1', ['A'], shared), row('2', ['B'], shared), row('3', ['C'])]);
    const result = await run(folder, [row('7', ['D'], shared), row('8', ['E'], shared), row('3', ['C'])]);
    expect(result).toEqual({
      changes: ['created D', 'created E', 'missing A', 'missing B'],
      matched: { key: 1 },
    });
  });

  it('and two that exchange their names are two', async () => {
    const folder = temporaryFolder();
    await run(folder, [row('1', ['A']), row('2', ['B'])]);
    expect(await run(folder, [row('1', ['B']), row('2', ['A'])])).toEqual({
      changes: ['renamed B Nom: A → B', 'renamed A Nom: B → A'],
      matched: { key: 2 },
    });
  });
});

describe('the store', () => {
  it('forgets runs beyond those to keep, and no item', async () => {
    const folder = temporaryFolder();
    for (const ram of ['1', '2', '3', '4', '5']) await run(folder, [row('1', ['PC-1', '', ram])]);
    const store = await SiteStore.open(folder);
    expect(store.database.get('SELECT count(*) AS n FROM run')).toEqual({ n: 3 });
    expect(store.database.get('SELECT count(DISTINCT run) AS n FROM change')).toEqual({ n: 3 });
    expect(store.database.get('SELECT count(*) AS n FROM item')).toEqual({ n: 1 });
    store.close();
  });

  it('opens after a killed process left its lock, and takes back what was not committed', async () => {
    const folder = temporaryFolder();
    await run(folder, [row('1', ['PC-1'])]);
    mkdirSync(join(folder, `${storeFileName}.lock`));
    expect((await run(folder, [row('1', ['PC-1'])])).changes).toEqual([]);
  });

  it.each([
    ['text', 'this is no database, whatever its name says, and it is long enough', /damaged/],
    ['an empty file', '', /another program/],
  ])('refuses %s with the way back', async (_, text, said) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, storeFileName), text);
    await expect(SiteStore.open(folder)).rejects.toMatchObject({ exitCode: 6, message: said });
    expect(readFileSync(join(folder, storeFileName), 'utf8')).toBe(text);
  });

  it('refuses a store cut short, of another program, or of a newer version', async () => {
    const folder = temporaryFolder();
    await run(
      folder,
      Array.from({ length: 500 }, (_, at) => row(String(at), [`PC-${at}`, 'x'.repeat(90)])),
    );
    const path = join(folder, storeFileName);
    copyFileSync(path, `${path}.copy`);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, 20_000));
    await expect(SiteStore.open(folder)).rejects.toMatchObject({ exitCode: 6, message: /damaged/ });
    copyFileSync(`${path}.copy`, path);
    const foreign = new sqlite.Database(path);
    foreign.exec('PRAGMA user_version = 99');
    foreign.close();
    await expect(SiteStore.open(folder)).rejects.toMatchObject({ exitCode: 6, message: /newer version/ });
    expect(existsSync(`${path}.copy`)).toBe(true);
  });
});
