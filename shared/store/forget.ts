import type { Database } from 'node-sqlite3-wasm';

/**
 * Bounds what a series takes in the store, in the transaction of its newest run: the `keepRuns` newest runs and their
 * changes stay; and of the items that are gone since before these, the last ones, as many as are there now. Room that is
 * free is given back once it is most of the file.
 */
export function forget(database: Database, series: string, keepRuns: number): void {
  const old = 'SELECT id FROM site.run WHERE series = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2';
  database.run(`DELETE FROM site.change WHERE run IN (${old})`, [series, keepRuns]);
  database.run(`DELETE FROM site.run WHERE id IN (${old})`, [series, keepRuns]);
  forgetItems(database, series);
  const pages = (which: string) => Number(database.get(`PRAGMA site.${which}`)?.[which]);
  if (pages('freelist_count') * 2 > pages('page_count')) database.exec('PRAGMA site.incremental_vacuum');
}

/** Counts first, in one go over the items: as a rule nothing is to be forgotten. */
function forgetItems(database: Database, series: string): void {
  const isGone = 'NOT retired AND missing_since < (SELECT min(id) FROM site.run WHERE series = ?1)';
  const { there = 0, gone = 0 } =
    database.get(
      `SELECT sum(missing_since IS NULL) AS there, sum(${isGone}) AS gone FROM site.item NOT INDEXED WHERE series = ?1`,
      [series],
    ) ?? {};
  if (Number(gone) <= Number(there)) return;
  database.run(
    `CREATE TEMP TABLE forgotten AS SELECT id FROM site.item WHERE series = ?1 AND ${isGone}
     ORDER BY missing_since DESC, id DESC LIMIT -1 OFFSET ?2`,
    [series, Number(there)],
  );
  for (const table of ['document', 'tombstone', 'rename'])
    database.run(`DELETE FROM site.${table} WHERE item IN (SELECT id FROM forgotten)`);
  database.exec('DELETE FROM site.item WHERE id IN (SELECT id FROM forgotten); DROP TABLE forgotten');
}
