import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Comparison } from './comparison.ts';
import { keepRun, type PublishedRun } from './keep.ts';
import { withheldHeaders } from './kept-people.ts';
import { SiteStore } from './site-store.ts';

/** Name of the database of a run in its folder. */
export const runFileName = 'run.sqlite';

/**
 * Keeps a run that was published and then killed, from the database that it left in its folder; one that the store has
 * already stays as it is. Throws `OutputError` on a store that will not do. Resolves with false when the run's database
 * is of no use: the store then stays a run behind, and the next one compares with that.
 */
export async function adoptRun(
  stateFolder: string,
  runFolder: string,
  run: PublishedRun,
  keepRuns: number,
): Promise<boolean> {
  const store = await SiteStore.open(stateFolder);
  const about = { path: store.path, series: run.series, headers: store.headers(run.series) };
  store.close();
  const path = join(runFolder, runFileName);
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
  try {
    const database = new Sqlite(path, { fileMustExist: true });
    try {
      const health = Object.values(database.get('PRAGMA quick_check(1)') ?? {})[0];
      if (health !== 'ok') return false;
      const { mode, personal } = run.people;
      const withheld = withheldHeaders({ personal: new Map(Object.entries(personal)) }, mode);
      // Found out anew: the store may be another one than it was compared with.
      database.exec('UPDATE row SET item = NULL, matched = NULL');
      const comparison = new Comparison(database, about, run.headers, withheld);
      comparison.match();
      keepRun(database, run, comparison.changes(), keepRuns);
      return true;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}
