import type { Database } from 'node-sqlite3-wasm';
import { addEraser } from '../identity/document.ts';
import { isStricter, keepsKind, type PeopleMode, type PersonalKind, peopleModes } from '../people/mode.ts';

/** What the store holds of the people of one series. */
export interface KeptPeople {
  /** By which mode its cells were last written, or cleaned. */
  readonly mode: PeopleMode;
  /** Every header that ever told of people, with what it tells. */
  readonly personal: ReadonlyMap<string, PersonalKind>;
}

/** What is known of a series in the store that `schema` names; of a new series nothing. */
export function keptPeople(database: Database, series: string, schema: 'main' | 'site'): KeptPeople {
  const row = database.get(`SELECT people, personal FROM ${schema}.series WHERE name = ?`, [series]);
  return row ? readKept(row) : { mode: 'full', personal: new Map() };
}

/** The headers of which a mode keeps nothing. */
export function withheldHeaders({ personal }: Pick<KeptPeople, 'personal'>, mode: PeopleMode): Set<string> {
  const withheld = [...personal].filter(([, kind]) => !keepsKind(mode, kind));
  return new Set(withheld.map(([header]) => header));
}

/**
 * Takes out of every series what the mode does not keep of people: cells of items, there or gone, values of differences,
 * the last assets of items, and what the source said of
 * devices in another run than this one. Part of the transaction that keeps a run; `sweepStore` then takes them out of the file.
 */
export function erasePeople(database: Database, mode: PeopleMode, run: number): void {
  addEraser(database, mode);
  for (const row of database.all('SELECT name, headers, people, personal FROM site.series')) {
    const kept = readKept(row);
    if (!isStricter(mode, kept.mode)) continue;
    const series = String(row.name);
    const headers: readonly string[] = JSON.parse(String(row.headers));
    const withheld = withheldHeaders(kept, mode);
    blankCells(
      database,
      series,
      headers.flatMap((header, at) => (withheld.has(header) ? [at] : [])),
    );
    for (const header of withheld)
      database.run(
        `UPDATE site.change SET before = NULL, after = NULL
         WHERE header = ? AND run IN (SELECT id FROM site.run WHERE series = ?)`,
        [header, series],
      );
    for (const table of ['document', 'tombstone'])
      database.run(
        `UPDATE site.${table} SET asset = without_people(asset)
         WHERE item IN (SELECT id FROM site.item WHERE series = ?)`,
        [series],
      );
    for (const table of ['device', 'block', 'section_rows'])
      database.run(
        `DELETE FROM site.${table} WHERE run <> ? AND run IN (SELECT id FROM site.run WHERE series = ?)`,
        [run, series],
      );
    database.run('UPDATE site.series SET people = ? WHERE name = ?', [mode, series]);
    database.run('INSERT INTO site.unswept VALUES (?)', [series]);
  }
}

/**
 * Writes the file anew where something was erased, as its free parts still hold it; outside of any transaction. It goes
 * through a write-ahead log: a rollback journal of a killed process is never played back by the library.
 */
export function sweepStore(database: Database): void {
  if (!database.get('SELECT 1 AS found FROM site.unswept')) return;
  database.exec('PRAGMA site.locking_mode = EXCLUSIVE; PRAGMA site.journal_mode = WAL');
  try {
    database.exec('VACUUM site; DELETE FROM site.unswept');
  } finally {
    database.exec('PRAGMA site.journal_mode = DELETE; PRAGMA site.locking_mode = NORMAL');
  }
}

function blankCells(database: Database, series: string, columns: readonly number[]): void {
  if (columns.length === 0) return;
  const blanks = columns.map((at) => `, '$[${at}]', ''`).join('');
  database.run(`UPDATE site.item SET cells = json_replace(cells${blanks}) WHERE series = ?`, [series]);
}

function readKept(row: Readonly<Record<string, unknown>>): KeptPeople {
  const mode = peopleModes.find((each) => each === row.people) ?? 'full';
  return { mode, personal: new Map(Object.entries(JSON.parse(String(row.personal)))) };
}
