import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../../output/manifest.ts';
import { inOneOrder } from '../../output/publish.ts';
import { recoverPublishing } from '../../output/recover.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { SiteStore } from '../../shared/store/site-store.ts';
import { openSite, type Site } from './source-site.ts';
import { catalogueOf, sccm } from './sql-bridge.ts';
import { sqliteAnswer } from './tds/sqlite-answer.ts';

/** The two states of the source between which the nights go. */
export type SourceState = 'A' | 'B';

const difference = `
  UPDATE dbo.v_GS_PC_BIOS SET SMBIOSBIOSVersion0 = '9.9' WHERE ResourceID % 3 = 0;
  DELETE FROM dbo.v_R_System WHERE ResourceID IN (SELECT ResourceID FROM dbo.v_R_System ORDER BY ResourceID LIMIT 3)`;

/** A site whose source is in one of two states, and whose runs may be killed. */
export interface KilledNights {
  readonly site: Site;
  /** The next runs read this state. */
  become(state: SourceState): void;
  close(): Promise<void>;
}

export async function openKilledNights(): Promise<KilledNights> {
  const databases = await Promise.all([1, 2].map(() => openSampleDatabase(sccm.sampleFolder)));
  databases[1]?.database.exec(difference);
  const answers = databases.map(({ database }) => sqliteAnswer(database, catalogueOf(sccm)));
  let current: SourceState = 'A';
  const answer: (typeof answers)[number] = (call) => {
    const chosen = answers[current === 'A' ? 0 : 1];
    if (!chosen) throw new Error('no such state');
    return chosen(call);
  };
  const site = await openSite({ answer });
  const config = join(site.home, 'bridge.yaml');
  writeFileSync(config, `${readFileSync(config, 'utf8')}rules: { keepRuns: 1000 }\n`);
  return {
    site,
    become: (state) => {
      current = state;
    },
    close: async () => {
      await site.close();
      for (const { database } of databases) database.close();
    },
  };
}

export const rowsPath = (site: Site): string => join(site.folder, 'assets.csv');
const manifestPath = (folder: string): string => join(folder, 'assets.manifest.json');
const setOf = (folder: string): string[] =>
  ['assets.csv', 'Schema.ini', 'assets.xml', 'assets.manifest.json'].map((name) => join(folder, name));

/** When a run is killed: so many milliseconds after something of it is there to be seen. */
export interface Moment {
  readonly after: 'start' | 'parts' | 'pending' | 'log' | 'manifest';
  readonly milliseconds: number;
}

/** Starts a run, kills it at a moment, and tells whether it was still alive. */
export async function killAt(site: Site, { after, milliseconds }: Moment): Promise<boolean> {
  const former = modified(manifestPath(site.folder));
  const running = site.start('--out', rowsPath(site));
  let isOver = false;
  const ended = running.ended.then((end) => {
    isOver = true;
    return end;
  });
  const runs = join(site.state, 'runs');
  const seen: Record<Moment['after'], () => boolean> = {
    start: () => true,
    parts: () => existsSync(join(site.folder, '.assets.csv.part')),
    pending: () => pendingIn(runs),
    log: () => existsSync(join(site.state, 'bridge.sqlite-wal')),
    manifest: () => ![null, former].includes(modified(manifestPath(site.folder))),
  };
  while (!isOver && !seen[after]()) await sleep(1);
  if (milliseconds > 0) await sleep(milliseconds);
  running.kill();
  return (await ended).code === null;
}

const pendingIn = (runs: string): boolean =>
  readdirOrNone(runs).some((name) => existsSync(join(runs, name, 'pending.json')));

function readdirOrNone(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

const modified = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** What is published, once a publishing that was killed is ended. */
export interface PublishedState {
  readonly runId: string;
  /** The rows, byte for byte. */
  readonly rows: string;
  /** Files that are not what the manifest says. */
  readonly wrong: readonly string[];
}

/** What is published, told from a copy, so that the next run meets what the killed one left; null if nothing is. */
export async function publishedState(site: Site): Promise<PublishedState | null> {
  return withCopy(site.folder, async (folder) => {
    const { paths, manifests } = inOneOrder(setOf(folder));
    await recoverPublishing(paths, manifests);
    const manifest = readManifest(manifestPath(folder));
    if (manifest === null) return null;
    const wrong = manifest.files.filter(({ name, sha256 }) => digest(join(folder, name)) !== sha256);
    const rows = digest(join(folder, 'assets.csv'));
    return { runId: manifest.runId, rows, wrong: wrong.map(({ name }) => name) };
  });
}

/** What a store holds: its runs with their changes by kind, and the rows that are there as one digest. */
export interface StoredState {
  readonly runs: readonly { readonly runId: string; readonly changes: Readonly<Record<string, number>> }[];
  readonly items: string;
  /** The run that the series names is the newest one. */
  readonly agrees: boolean;
}

/** What the store of a site holds, told from a copy; null where there is none yet. */
export async function storedState(site: Site): Promise<StoredState | null> {
  if (!existsSync(join(site.state, 'bridge.sqlite'))) return null;
  return withCopy(site.state, async (folder) => {
    const { database } = await SiteStore.open(folder);
    try {
      const runs = database.all('SELECT id, run_id FROM run ORDER BY id').map(({ id, run_id }) => {
        const counts = database.all('SELECT kind, count(*) AS n FROM change WHERE run = ? GROUP BY kind', [
          Number(id),
        ]);
        const changes = Object.fromEntries(counts.map(({ kind, n }) => [String(kind), Number(n)]));
        return { runId: String(run_id), changes };
      });
      const cells = database.all('SELECT key, cells FROM item WHERE missing_since IS NULL ORDER BY key');
      const newest = database.get('SELECT (SELECT run FROM series) IS (SELECT max(id) FROM run) AS agrees');
      const items = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
      return { runs, items, agrees: newest?.agrees === 1 };
    } finally {
      database.close();
    }
  });
}

async function withCopy<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'bridge-copy-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const digest = (path: string): string =>
  createHash('sha256')
    .update(existsSync(path) ? readFileSync(path) : '')
    .digest('hex');
