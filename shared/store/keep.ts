import type { Database } from 'node-sqlite3-wasm';
import { keepDecisions } from '../identity/keep.ts';
import type { PeopleMode, PersonalKind } from '../people/mode.ts';
import type { Change } from './comparison.ts';
import { forget } from './forget.ts';
import { keepDevices } from './keep-devices.ts';
import { erasePeople, keptPeople, sweepStore } from './kept-people.ts';
import { writeSafely } from './safe-writing.ts';

/** What a run took of people, and the headers that tell of them, with what they tell. */
export interface PublishedPeople {
  readonly mode: PeopleMode;
  readonly personal: Readonly<Record<string, PersonalKind>>;
}

/** A run that has just been published. */
export interface PublishedRun {
  readonly runId: string;
  readonly series: string;
  readonly source: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly headers: readonly string[];
  /** Headers that were left out of the table, as no asset had a value for them. */
  readonly unfilled: readonly string[];
  readonly people: PublishedPeople;
  /** The manifest, as JSON. */
  readonly manifest: string;
  /** The profile of its rows, as JSON. */
  readonly profile: string;
}

/**
 * Makes a published run what its series last published, in one transaction: either all of it is in the store or nothing.
 * `database` is that of the run with the store attached as `site` and its rows matched; a run that the store has already
 * is left as it is. Older runs of the series than the `keepRuns` newest are forgotten, and so is of people what the run
 * may not keep.
 */
export function keepRun(
  database: Database,
  run: PublishedRun,
  changes: Iterable<Change>,
  keepRuns: number,
): void {
  if (database.get('SELECT 1 AS known FROM site.run WHERE run_id = ?', [run.runId])) return;
  writeSafely(database, 'site', () => {
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
    keepDevices(database, Number(id), run.series, run.profile);
    keepItems(database, Number(id), run.series);
    keepDecisions(database, run);
    keepSeries(database, Number(id), run);
    forget(database, run.series, keepRuns);
  });
  sweepStore(database);
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

function keepSeries(database: Database, id: number, run: PublishedRun): void {
  const { series, headers, unfilled, people } = run;
  const former = keptPeople(database, series, 'site');
  layOutMissing(database, series, headers);
  const personal = Object.fromEntries([...former.personal, ...Object.entries(people.personal)]);
  database.run(
    'INSERT OR REPLACE INTO site.series (name, headers, unfilled, run, people, personal) VALUES (?, ?, ?, ?, ?, ?)',
    [series, JSON.stringify(headers), JSON.stringify(unfilled), id, former.mode, JSON.stringify(personal)],
  );
  erasePeople(database, people.mode, id);
  database.run('UPDATE site.series SET people = ? WHERE name = ?', [people.mode, series]);
}

/** Gives the cells of what is gone the columns of the run, as every other item has them. */
function layOutMissing(database: Database, series: string, headers: readonly string[]): void {
  const former = database.get('SELECT headers FROM site.series WHERE name = ?', [series])?.headers;
  if (former === undefined || former === JSON.stringify(headers)) return;
  const columns: readonly string[] = JSON.parse(String(former));
  const missing = 'SELECT id, cells FROM site.item WHERE series = ? AND missing_since IS NOT NULL';
  for (const { id, cells } of database.all(missing, [series])) {
    const values: readonly string[] = JSON.parse(String(cells));
    const laid = headers.map((header) => values[columns.indexOf(header)] ?? '');
    database.run('UPDATE site.item SET cells = ? WHERE id = ?', [JSON.stringify(laid), Number(id)]);
  }
}
