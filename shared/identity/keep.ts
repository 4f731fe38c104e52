import type { Database } from 'node-sqlite3-wasm';
import { AssetDocuments, documentColumns } from './asset-documents.ts';
import { deflated } from './document.ts';
import { keepRenames } from './renames.ts';
import { keepTombstones } from './tombstones.ts';

/**
 * Writes what a run decided of identities into the store, once its items are there and within their transaction. Nothing
 * where `database`, that of the run, was not settled beside a past.
 */
export function keepDecisions(
  database: Database,
  { series, startedAt }: { readonly series: string; readonly startedAt: string },
): void {
  if (!database.get("SELECT 1 AS known FROM main.sqlite_master WHERE name = 'identity_rules'")) return;
  keepRenames(database, series, startedAt);
  keepTombstones(database, series, startedAt);
  keepAbsence(database, series, startedAt);
  keepDocuments(database, series);
}

/** Absent is what the source does not list at all; what gave way or was left out is missing, but not absent. */
function keepAbsence(database: Database, series: string, startedAt: string): void {
  database.run(
    `UPDATE site.item NOT INDEXED SET absent_on = iif(missing_since IS NULL OR key IN (SELECT key FROM asset UNION ALL SELECT key FROM main.device), NULL,
       coalesce(absent_on, ?2)) WHERE series = ?1 AND (missing_since IS NOT NULL OR absent_on IS NOT NULL)`,
    [series, startedAt],
  );
}

/** The last asset of each device, for the day on which it is retired; only where devices are retired. */
function keepDocuments(database: Database, series: string): void {
  const isRetiring = database.get('SELECT retirement FROM identity_rules')?.retirement === 1;
  const ofSeries = 'SELECT id FROM site.item WHERE series = ?';
  if (!isRetiring) {
    database.run(`DELETE FROM site.document WHERE item IN (${ofSeries})`, [series]);
    return;
  }
  database.run(`DELETE FROM site.document WHERE item IN (${ofSeries} AND retired)`, [series]);
  const documents = new AssetDocuments(database);
  const assets = database.prepare(
    `SELECT i.id AS item, ${documentColumns} FROM asset AS a JOIN site.item AS i ON i.series = ? AND i.key = a.key
     WHERE a.verdict IS NULL AND NOT a.retired ORDER BY a.seq`,
  );
  const insert = database.prepare('INSERT OR REPLACE INTO site.document VALUES (?, ?)');
  try {
    for (const row of assets.iterate([series]))
      insert.run([Number(row.item), deflated(documents.bytes(row))]);
  } finally {
    assets.finalize();
    insert.finalize();
  }
}
