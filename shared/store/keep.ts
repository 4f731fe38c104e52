import type { Database } from 'node-sqlite3-wasm';
import { keepDecisions } from '../identity/keep.ts';
import type { Change } from './comparison.ts';

/** A run that has just been published. */
export interface PublishedRun {
  readonly runId: string;
  readonly series: string;
  readonly source: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly headers: readonly string[];
  /** The manifest, as JSON. */
  readonly manifest: string;
}

/**
 * Makes a published run what its series last published, in one transaction: either all of it is in the store or nothing.
 * `database` is that of the run with the store attached as `site` and its rows matched; a run that the store has already
 * is left as it is. Older runs of the series than the `keepRuns` newest are forgotten.
 */
export function keepRun(
  database: Database,
  run: PublishedRun,
  changes: Iterable<Change>,
  keepRuns: number,
): void {
  if (database.get('SELECT 1 AS known FROM site.run WHERE run_id = ?', [run.runId])) return;
  database.exec('PRAGMA site.synchronous = FULL; BEGIN');
  try {
    const { id } = database.get('SELECT coalesce(max(id), 0) + 1 AS id FROM site.run') ?? {};
    database.run(`INSERT INTO site.run VALUES (?, ?, ?, ?, ?, ?, ?)`, [
      Number(id),
      run.runId,
      run.series,
      run.source,
      run.startedAt,
      run.finishedAt,
      run.manifest,
    ]);
    keepChanges(database, Number(id), changes);
    keepItems(database, Number(id), run.series);
    keepDecisions(database, run);
    database.run('INSERT OR REPLACE INTO site.series VALUES (?, ?, ?)', [
      run.series,
      JSON.stringify(run.headers),
      Number(id),
    ]);
    forget(database, run.series, keepRuns);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function keepChanges(database: Database, run: number, changes: Iterable<Change>): void {
  const insert = database.prepare('INSERT INTO site.change VALUES (?, ?, ?, ?, ?, ?, ?)');
  try {
    for (const { kind, key, name, header, before, after } of changes)
      insert.run([run, kind, key, name, header, before, after]);
  } finally {
    insert.finalize();
  }
}

function keepItems(database: Database, run: number, series: string): void {
  const about = { ':run': run, ':series': series };
  database.run(
    `UPDATE site.item SET missing_since = :run WHERE series = :series AND missing_since IS NULL
     AND id NOT IN (SELECT item FROM row WHERE item IS NOT NULL)`,
    about,
  );
  database.exec(
    `UPDATE site.item SET key = row.key, name = row.name, class = row.class, place = row.place, hardware = row.hardware,
       uuid = row.uuid, device = row.device, address = row.address, cells = row.cells, missing_since = NULL,
       retired = row.retired
     FROM row WHERE row.item = site.item.id AND (row.key, row.cells, row.class) IS NOT (item.key, item.cells, item.class)
       OR row.item = site.item.id AND (item.missing_since IS NOT NULL
         OR (row.place, row.hardware, row.uuid, row.device, row.address, row.retired)
           IS NOT (item.place, item.hardware, item.uuid, item.device, item.address, item.retired))`,
  );
  database.run(
    `INSERT INTO site.item (series, key, name, class, place, hardware, uuid, device, address, cells, first_run, retired)
     SELECT :series, key, name, class, place, hardware, uuid, device, address, cells, :run, retired FROM row WHERE item IS NULL`,
    about,
  );
}

function forget(database: Database, series: string, keepRuns: number): void {
  const old = `SELECT id FROM site.run WHERE series = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2`;
  database.run(`DELETE FROM site.change WHERE run IN (${old})`, [series, keepRuns]);
  database.run(`DELETE FROM site.run WHERE id IN (${old})`, [series, keepRuns]);
}
