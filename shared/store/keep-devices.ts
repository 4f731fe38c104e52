import type { Database } from 'node-sqlite3-wasm';
import { addDeflate } from '../identity/document.ts';

/** What became of a device in the run that its series last published. */
export const deviceOutcomes = ['published', 'gaveWay', 'excluded'] as const;
export type DeviceOutcome = (typeof deviceOutcomes)[number];

/**
 * Keeps every device that a run read, in place of those of the run before: what became of it, which item its row
 * continues, its document, and what the source said. Inside of the transaction that keeps the run and before its items;
 * `database` is that of the run, with the store attached as `site`. `profile` is the profile of the rows, as JSON.
 */
export function keepDevices(database: Database, run: number, series: string, profile: string): void {
  for (const table of ['device', 'block', 'section_rows', 'profile'])
    database.run(`DELETE FROM site.${table} WHERE run IN (SELECT id FROM site.run WHERE series = ?)`, [
      series,
    ]);
  addDeflate(database);
  database.run('INSERT INTO site.profile VALUES (?, ?)', [run, profile]);
  database.run('INSERT INTO site.block SELECT ?, id, documents FROM block ORDER BY id', [run]);
  database.run('INSERT INTO site.section_rows SELECT ?, * FROM section_rows ORDER BY rowid', [run]);
  database.run(
    `INSERT INTO site.device
     SELECT ?, d.key, d.source_id, d.name, d.serials,
       CASE WHEN a.kept IS NOT NULL THEN 'gaveWay' WHEN coalesce(d.reason, a.verdict) IS NOT NULL THEN 'excluded'
         ELSE 'published' END,
       coalesce(d.reason, a.verdict), k.key, row.matched, nullif(i.key, row.key), nullif(i.name, row.name),
       d.block, d.place, iif(a.revised, deflated(a.document), NULL)
     FROM device AS d LEFT JOIN asset AS a ON a.seq = d.asset LEFT JOIN asset AS k ON k.seq = a.kept
       LEFT JOIN row ON row.key = a.key AND a.verdict IS NULL LEFT JOIN site.item AS i ON i.id = row.item
     ORDER BY d.seq`,
    [run],
  );
}
