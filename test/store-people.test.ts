import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { Judgement } from '../shared/judge/judgement.ts';
import type { PeopleMode, PersonalKind } from '../shared/people/mode.ts';
import { RunStore } from '../shared/run/store.ts';
import { keptPeople } from '../shared/store/kept-people.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const personal: ReadonlyMap<string, PersonalKind> = new Map([
  ['Utilisateur', 'identifier'],
  ['Courriel', 'detail'],
]);
const layout = ['Nom', 'Utilisateur', 'Courriel'];
let runs = 0;

interface Night {
  readonly people: PeopleMode;
  /** Cells of each device, by its key. */
  readonly fleet: Readonly<Record<string, readonly string[]>>;
  readonly headers?: readonly string[];
  readonly series?: string;
}

/** One run judged and kept; what it told. */
async function night(folder: string, { people, fleet, headers = layout, series = 'sccm a.csv' }: Night) {
  runs += 1;
  const runFolder = temporaryFolder();
  const store = await RunStore.create(runFolder);
  store.settleDuplicates();
  const { database } = store;
  const guard = { percent: 20, count: 20 };
  const rules = {
    guard,
    acceptDrop: false,
    keepRuns: 30,
    people,
    renames: 'follow',
    retirement: null,
  } as const;
  const judgement = await Judgement.open(database, folder, series, rules);
  const rows = Object.entries(fleet).map(([key, cells]) => ({ ...row(key, [cells[0] ?? '']), cells }));
  for (const each of rows) store.rows.add(each);
  store.rows.finish();
  const notices = judgement.judge({ headers, unfilled: [], stable: new Set(), personal });
  const times = { startedAt: '2026-11-22T02:00:00Z', finishedAt: '2026-11-22T02:01:00Z', manifest: '{}' };
  judgement.keep(runFolder, { runId: `people-${runs}`, source: 'sccm', profile: '{}', ...times });
  store.close();
  return notices.map(({ code }) => code);
}

const bytesOf = (folder: string) => readFileSync(join(folder, storeFileName)).toString('latin1');
/** Long enough to fill pages, so that there are free ones. */
const fleetOf = (count: number, cells: (at: number) => readonly string[]) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [String(at), [`PC-${at}`, ...cells(at)]]));
const known = fleetOf(300, (at) => [`CORP\\personne${at}`, `courriel${at}@example.org`]);
const blank = fleetOf(300, () => ['', '']);

async function read<T>(folder: string, action: (database: Database) => T): Promise<T> {
  const store = await SiteStore.open(folder);
  try {
    return action(store.database);
  } finally {
    store.close();
  }
}

describe('a stricter rules.people', () => {
  it('none: leaves nobody in the store, tells so, and is no loss to the guard', async () => {
    const folder = temporaryFolder();
    expect(await night(folder, { people: 'full', fleet: known })).toEqual([]);
    await night(folder, { people: 'full', fleet: { ...known, 0: ['PC-0', 'CORP\\personne-x', ''] } });
    expect(bytesOf(folder)).toMatch(/personne7.*courriel7@/s);
    expect(await night(folder, { people: 'none', fleet: blank })).toEqual(['people-mode-stricter']);
    expect(bytesOf(folder)).not.toMatch(/personne|courriel/);
    expect(await read(folder, (store) => store.all('SELECT * FROM unswept'))).toEqual([]);
    expect(await night(folder, { people: 'none', fleet: blank })).toEqual([]);
  });

  it('identifier: keeps who it is', async () => {
    const folder = temporaryFolder();
    await night(folder, { people: 'full', fleet: known });
    const fleet = fleetOf(300, (at) => [`CORP\\personne${at}`, '']);
    expect(await night(folder, { people: 'identifier', fleet })).toEqual(['people-mode-stricter']);
    expect(bytesOf(folder)).toMatch(/personne7/);
    expect(bytesOf(folder)).not.toMatch(/courriel/);
  });

  it('reaches what is gone, whatever columns the profile had then, and every other series', async () => {
    const folder = temporaryFolder();
    const [one, two] = [known['0'] ?? [], known['1'] ?? []];
    await night(folder, { people: 'full', fleet: { 0: one, 1: two } });
    await night(folder, { people: 'full', fleet: { 1: two }, series: 'intune b.csv' });
    const headers = ['Courriel', 'Ville', 'Utilisateur', 'Nom'];
    const after = { headers, fleet: { 0: ['', 'Nicolet', '', 'PC-0'] } };
    await night(folder, { people: 'full', ...after });
    expect(bytesOf(folder)).toMatch(/courriel1@/);
    await night(folder, { people: 'none', ...after });
    expect(bytesOf(folder)).not.toMatch(/personne|courriel/);
    const cells = await read(folder, (store) => store.all('SELECT cells FROM item ORDER BY id'));
    expect(cells.map((each) => JSON.parse(String(each.cells)))).toEqual([
      ['', 'Nicolet', '', 'PC-0'],
      ['', '', '', 'PC-1'],
      ['PC-1', '', ''],
    ]);
    const kept = await read(folder, (store) => keptPeople(store, 'intune b.csv', 'main'));
    expect(kept).toEqual({ mode: 'none', personal });
  });

  it('forgets what the source said of the devices of every other series', async () => {
    const folder = temporaryFolder();
    const fleet = { 0: known['0'] ?? [] };
    for (const series of ['sccm a.csv', 'sccm b.csv']) await night(folder, { people: 'full', fleet, series });
    const held = (store: Database) =>
      store.all('SELECT DISTINCT run FROM section_rows').map(({ run }) => run);
    await read(folder, (store) =>
      store.exec(`INSERT INTO section_rows SELECT id, 'user', '[]', 0, 1, 2, x'00' FROM run`),
    );
    expect(await read(folder, held)).toEqual([1, 2]);
    await night(folder, { people: 'full', fleet });
    expect(await read(folder, held)).toEqual([2]);
    await night(folder, { people: 'none', fleet: { 0: ['PC-0', '', ''] } });
    expect(await read(folder, held)).toEqual([]);
  });

  it('is swept by the next run where a process was killed before it', async () => {
    const folder = temporaryFolder();
    await night(folder, { people: 'full', fleet: known });
    await read(folder, (store) =>
      store.exec(`BEGIN; UPDATE item SET cells = '["PC","",""]'; DELETE FROM change;
        UPDATE series SET people = 'none'; INSERT INTO unswept VALUES ('sccm a.csv'); COMMIT`),
    );
    expect(bytesOf(folder)).toMatch(/personne/);
    await night(folder, { people: 'none', fleet: blank });
    expect(bytesOf(folder)).not.toMatch(/personne|courriel/);
  });

  it('full again: tells and keeps people as before', async () => {
    const folder = temporaryFolder();
    await night(folder, { people: 'none', fleet: blank });
    expect(await night(folder, { people: 'full', fleet: known })).toEqual([]);
    const changes = await read(folder, (store) =>
      store.all("SELECT after FROM change WHERE kind = 'changed'"),
    );
    expect(changes.filter(({ after }) => String(after).includes('personne'))).toHaveLength(300);
  });
});
