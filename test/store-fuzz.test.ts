import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { OutputError } from '../shared/errors.ts';
import { storedRuns } from '../shared/store/history.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { readStore } from '../shared/store/store-copy.ts';
import { contentsOf } from './fakes/command.ts';
import { openKilledNights, rowsPath, storedState } from './fakes/killed-nights.ts';
import { compareRun, row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

vi.setConfig({ testTimeout: 240_000 });

const fleet = Array.from({ length: 60 }, (_, at) => row(`${at}`, [`PC-${at}`, `SN${at}`, 'x'.repeat(200)]));

/** A store of two runs, as bytes. */
async function goodStore(): Promise<Buffer> {
  const folder = temporaryFolder();
  await compareRun(folder, fleet);
  await compareRun(folder, fleet.slice(3));
  return readFileSync(join(folder, storeFileName));
}

/** What becomes of a store with these bytes: refused, or used for a run. Fails on any other error and on a changed file. */
async function outcomeOf(bytes: Buffer): Promise<'refused' | 'used'> {
  const folder = temporaryFolder();
  const path = join(folder, storeFileName);
  writeFileSync(path, bytes);
  try {
    await readStore(folder, storedRuns);
    await compareRun(folder, fleet);
    return 'used';
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    expect([error.exitCode, error.hint]).toEqual([6, { fr: expect.any(String), en: expect.any(String) }]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    return 'refused';
  }
}

describe('a store that is damaged', () => {
  it('by being cut at any length is refused as it is', async () => {
    const bytes = await goodStore();
    const length = fc.nat({ max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(length, async (end) => {
        expect(await outcomeOf(bytes.subarray(0, end))).toBe('refused');
      }),
      { numRuns: 60 },
    );
  });

  it('in any of its bits is refused as it is, or is used without a fault of ours', async () => {
    const bytes = await goodStore();
    const flip = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }));
    const anywhere = fc.oneof(flip, fc.tuple(fc.nat({ max: 120 }), fc.integer({ min: 0, max: 7 })));
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anywhere, { minLength: 1, maxLength: 8 }), async (flips) => {
        const copy = Buffer.from(bytes);
        for (const [at, bit] of flips) copy[at] = (copy[at] ?? 0) ^ (1 << bit);
        seen.add(await outcomeOf(copy));
      }),
      { numRuns: 200 },
    );
    expect(seen).toEqual(new Set(['refused', 'used']));
  });
});

describe('a store', () => {
  it('that is a folder is refused', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, storeFileName));
    for (const opening of [SiteStore.open(folder), readStore(folder, storedRuns)])
      await expect(opening).rejects.toMatchObject({
        exitCode: 6,
        message: expect.stringContaining('cannot be read'),
      });
  });

  it('of another program is refused as it is, with what that program has not finished', async () => {
    const folder = temporaryFolder();
    const path = join(folder, storeFileName);
    const foreign = new sqlite.Database(path);
    foreign.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; CREATE TABLE note (text)');
    const files = ['', '-wal'].map((part) => [path + part, readFileSync(path + part)] as const);
    foreign.close();
    for (const [name, bytes] of files) writeFileSync(name, bytes);
    await expect(SiteStore.open(folder)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('another program'),
    });
    for (const [name, bytes] of files) expect(readFileSync(name).equals(bytes), name).toBe(true);
  });

  it('that may only be read is refused before anything is published, unless the account may do everything', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, fleet);
    chmodSync(join(folder, storeFileName), 0o444);
    const isAllowed = process.getuid?.() === 0;
    const opening = SiteStore.open(folder).then((store) => store.close());
    if (isAllowed) await opening;
    else await expect(opening).rejects.toMatchObject({ exitCode: 6 });
  });

  it('of the first version is brought to this one, and goes on', async () => {
    const folder = temporaryFolder();
    const first = new sqlite.Database(join(folder, storeFileName));
    first.exec(firstVersion);
    first.close();
    expect((await readStore(folder, storedRuns))?.map(({ id, published }) => [id, published])).toEqual([
      [1, 1],
    ]);
    const { changes, matched } = await compareRun(folder, [
      row('1', ['PC-1', 'SN1', '16 Go']),
      row('2', ['PC-2']),
    ]);
    expect(changes).toEqual(['changed PC-1 RAM: 8 Go → 16 Go', 'created PC-2']);
    expect(matched).toEqual({ key: 1 });
    expect((await compareRun(folder, [row('1', ['PC-1', 'SN1', '16 Go'])])).changes).toEqual([
      'missing PC-2',
    ]);
  });

  it('whose migration fails stays as it is', async () => {
    const folder = temporaryFolder();
    const path = join(folder, storeFileName);
    const old = new sqlite.Database(path);
    old.exec(firstVersion.replace('user_version = 1', 'user_version = 0'));
    old.close();
    const before = readFileSync(path);
    await expect(SiteStore.open(folder)).rejects.toMatchObject({ exitCode: 6 });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('goes on from a log that a killed process left, and from a making that it did not end', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, fleet);
    const path = join(folder, storeFileName);
    const dying = new sqlite.Database(path);
    dying.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; DELETE FROM change');
    dying.exec("BEGIN; PRAGMA cache_size = 1; UPDATE item SET cells = '[]'");
    const left = temporaryFolder();
    cpSync(folder, left, { recursive: true });
    dying.exec('ROLLBACK');
    dying.close();
    writeFileSync(join(left, `${storeFileName}.new`), 'half a store');
    const counts = await readStore(left, (database) =>
      storedRuns(database).map(({ changed }) => changed.created),
    );
    expect(counts).toEqual([0]);
    expect((await compareRun(left, fleet)).changes).toEqual([]);
  });
});

describe('a process that is killed while it writes to the store', () => {
  it('leaves what there was, however much of the change has reached the disk', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, fleet);
    const path = join(folder, storeFileName);
    const script = `
      import sqlite from 'node-sqlite3-wasm';
      import { writeSafely } from './dist/shared/store/safe-writing.js';
      const database = new sqlite.Database(${JSON.stringify(path)});
      database.exec('PRAGMA cache_size = 1');
      writeSafely(database, 'main', () => {
        database.exec("UPDATE item SET cells = '[]'; DELETE FROM change; DELETE FROM series; DELETE FROM profile");
        process.kill(process.pid, 'SIGKILL');
      });`;
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(10_000);
    expect(existsSync(`${path}.lock`)).toBe(true);
    expect((await readStore(folder, storedRuns))?.map(({ changed }) => changed.created)).toEqual([60]);
    expect((await compareRun(folder, fleet)).changes).toEqual([]);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe('the command', () => {
  it('refuses a store that will not do, in both languages, and changes neither it nor what is published', async () => {
    const nights = await openKilledNights();
    onTestFinished(nights.close);
    const { site } = nights;
    const path = join(site.state, storeFileName);
    const run = (language: string) => site.run('--out', rowsPath(site), '--lang', language);
    expect((await run('fr')).code).toBe(0);
    const good = readFileSync(path);
    const changed = (at: number, value: number) => {
      const copy = Buffer.from(good);
      copy.writeUInt32BE(value, at);
      return copy;
    };
    const published = contentsOf(site.folder);
    const cases = [
      ['text', Buffer.from('this is no store'), 'fr', /endommagé ou illisible.*À faire : Renommez-le/s],
      ['nothing', Buffer.alloc(0), 'en', /damaged or unreadable.*What to do: Rename it/s],
      ['cut', good.subarray(0, 9_000), 'en', /damaged or unreadable.*What to do: Rename it/s],
      ['of another program', changed(68, 7), 'fr', /autre programme.*À faire : Donnez un autre dossier/s],
      ['newer', changed(60, 99), 'en', /newer version of the tool \(schema 99\).*What to do: Install/s],
    ] as const;
    for (const [name, bytes, language, says] of cases) {
      writeFileSync(path, bytes);
      const { code, stderr } = await run(language);
      expect([code, stderr], name).toEqual([6, expect.stringMatching(says)]);
      expect(readFileSync(path).equals(bytes), name).toBe(true);
      expect(contentsOf(site.folder), name).toEqual(published);
    }
    writeFileSync(path, good);
    expect((await run('en')).code).toBe(0);
    expect((await storedState(site))?.runs.at(-1)?.changes).toEqual({});
  });
});

/** A store of the first version with one run of one CI, as that version made it. */
const firstVersion = `
  PRAGMA application_id = 1329746503;
  CREATE TABLE run (id INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE, series TEXT NOT NULL, source TEXT NOT NULL,
    started_at TEXT NOT NULL, finished_at TEXT NOT NULL, manifest TEXT NOT NULL);
  CREATE INDEX run_of_series ON run (series, id);
  CREATE TABLE series (name TEXT PRIMARY KEY, headers TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run);
  CREATE TABLE item (id INTEGER PRIMARY KEY, series TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
    class TEXT NOT NULL, place TEXT, hardware TEXT, uuid TEXT, device TEXT, address TEXT, cells TEXT NOT NULL,
    first_run INTEGER NOT NULL, missing_since INTEGER, UNIQUE (series, key));
  CREATE INDEX item_name ON item (series, name COLLATE NOCASE);
  CREATE TABLE change (run INTEGER NOT NULL REFERENCES run, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
    header TEXT, before TEXT, after TEXT);
  CREATE INDEX change_of_run ON change (run, kind);
  CREATE INDEX change_of_key ON change (key);
  INSERT INTO run VALUES (1, 'first', 'sccm a.xlsx', 'sccm', '2026-11-01T02:00:00Z', '2026-11-01T02:01:00Z', '{}');
  INSERT INTO series VALUES ('sccm a.xlsx', '["Nom","NuméroSérie","RAM"]', 1);
  INSERT INTO item VALUES (1, 'sccm a.xlsx', 'sccm:1', 'PC-1', 'laptop', 'QC1', NULL, NULL, NULL, NULL,
    '["PC-1","SN1","8 Go"]', 1, NULL);
  INSERT INTO change VALUES (1, 'created', 'sccm:1', 'PC-1', NULL, NULL, NULL);
  PRAGMA user_version = 1;`;
