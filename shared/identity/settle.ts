import type { Database } from 'node-sqlite3-wasm';
import { attachStore } from '../store/attach.ts';
import { matchRows } from '../store/matching.ts';
import { holdNames, noteRenames } from './renames.ts';
import { clearlyNewerDays, type Past } from './rules.ts';
import { leaveOutRetired } from './tombstones.ts';

/** Why an asset is not published although it belongs to the population. */
export const duplicateReasons = [
  'duplicateKey',
  'duplicateSerial',
  'duplicateUuid',
  'duplicateName',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** An asset that gave way to another one. */
export interface Loser {
  readonly reason: DuplicateReason;
  /** By what the other one stays: `held`, `published`, `active`, `seen`, `inventory`, `sourceKey`. */
  readonly rule: string;
  readonly key: string;
  readonly name: string;
  readonly keptKey: string;
  readonly keptName: string;
}

/** The column in which two assets that are the same thing agree. */
const columns: Record<DuplicateReason, string> = {
  duplicateKey: 'key',
  duplicateSerial: 'hardware',
  duplicateUuid: 'uuid',
  duplicateName: 'folded_name',
};

/** One UUID with two serials is a mistake of the maker, not one machine. */
const notSame: Partial<Record<DuplicateReason, string>> = {
  duplicateUuid: 'AND count(DISTINCT hardware) < 2',
};

/**
 * Finds the assets that are the same thing: by key, by maker and serial, by firmware UUID, and last by the name under which
 * they would be published, because Octopus identifies by name. In between, when there is a past, each asset finds the CI
 * that it continues. `database` is that of the run, without an open transaction.
 */
export function settle(database: Database, past: Past | null): Record<DuplicateReason, number> {
  const [names, ...things] = duplicateReasons.toReversed();
  if (past) attach(database, past);
  const series = past?.series ?? null;
  const counts = new Map(things.reverse().map((reason) => [reason, settleOne(database, reason, series)]));
  if (past) {
    findCandidates(database, past.series);
    leaveOutRetired(database, past.series);
    if (past.rules.renames === 'hold') holdNames(database);
  }
  if (names) counts.set(names, settleOne(database, names, series));
  if (past) noteRenames(database);
  return Object.fromEntries(counts) as Record<DuplicateReason, number>;
}

function attach(database: Database, { storePath }: Past): void {
  attachStore(database, storePath);
  database.function('folded', (text) => String(text).toUpperCase(), { deterministic: true });
}

/** The assets that stay, with the item that each one continues, apart from their documents: they are gone through often. */
function findCandidates(database: Database, series: string): void {
  database.exec(`
    CREATE TABLE candidate (seq INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, hardware TEXT, uuid TEXT,
      device TEXT, address TEXT, item INTEGER, matched TEXT);
    INSERT INTO candidate SELECT seq, key, name, hardware, uuid, device, address, NULL, NULL FROM asset
      WHERE verdict IS NULL`);
  matchRows(database, series, 'candidate');
}

/**
 * The one that is active, seen last, inventoried last (or enrolled last, where the source tells that instead), with the
 * highest source key stays; but one that was published stays until that one is clearly newer, so that two records whose
 * clocks take turns do not.
 */
function settleOne(database: Database, reason: DuplicateReason, series: string | null): number {
  const column = columns[reason];
  database.exec(`CREATE INDEX by_${column} ON asset (${column})`);
  const published =
    series === null
      ? '0'
      : `EXISTS (SELECT 1 FROM site.item AS i
           WHERE i.series = ?3 AND i.key = asset.key AND i.missing_since IS NULL AND NOT i.retired)`;
  const newest = 'alive DESC, seen DESC, inventory DESC, source_id DESC';
  const { changes } = database.run(
    `WITH repeated AS MATERIALIZED (
       SELECT ${column} FROM asset WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1),
     twice AS (
       SELECT ${column} FROM asset WHERE ${column} IN repeated AND verdict IS NULL
       GROUP BY ${column} HAVING count(*) > 1 ${notSame[reason] ?? ''}),
     same AS (
       SELECT seq, ${column}, held, alive, seen, inventory, source_id, ${published} AS published
       FROM asset WHERE verdict IS NULL AND ${column} IN twice),
     ranked AS (
       SELECT seq, first_value(seq) OVER best AS best, first_value(seq) OVER known AS known FROM same
       WINDOW best AS (PARTITION BY ${column} ORDER BY held DESC, ${newest}),
         known AS (PARTITION BY ${column} ORDER BY held DESC, published DESC, ${newest})),
     winner AS (
       SELECT ranked.seq AS seq, iif(known.published AND known.alive = best.alive AND (known.seen IS best.seen
         OR julianday(best.seen) - julianday(known.seen) <= ?2), known.seq, best.seq) AS kept
       FROM ranked JOIN same AS best ON best.seq = ranked.best JOIN same AS known ON known.seq = ranked.known)
     UPDATE asset SET verdict = ?1, kept = winner.kept FROM winner
     WHERE winner.seq = asset.seq AND winner.seq <> winner.kept`,
    series === null ? [reason, clearlyNewerDays] : [reason, clearlyNewerDays, series],
  );
  if (changes === 0) return 0;
  database.run(
    `UPDATE asset SET rule = CASE
       WHEN k.held > asset.held THEN 'held'
       WHEN (asset.alive, coalesce(asset.seen, ''), coalesce(asset.inventory, ''), asset.source_id)
          > (k.alive, coalesce(k.seen, ''), coalesce(k.inventory, ''), k.source_id) THEN 'published'
       WHEN k.alive > asset.alive THEN 'active'
       WHEN coalesce(k.seen, '') > coalesce(asset.seen, '') THEN 'seen'
       WHEN coalesce(k.inventory, '') > coalesce(asset.inventory, '') THEN 'inventory'
       ELSE 'sourceKey' END
     FROM asset AS k WHERE k.seq = asset.kept AND asset.verdict = ?`,
    [reason],
  );
  return changes;
}

/** The assets that gave way, in order, at most `limit` of them. */
export function losersOf(database: Database, limit: number): Loser[] {
  const rows = database.all(
    `SELECT l.verdict AS reason, l.rule AS rule, l.key AS key, l.name AS name, k.key AS keptKey, k.name AS keptName
     FROM asset AS l JOIN asset AS k ON k.seq = l.kept WHERE l.verdict IS NOT NULL ORDER BY l.seq LIMIT ?`,
    [limit],
  );
  return rows.map((row) => ({
    reason: duplicateReasons.find((reason) => reason === row.reason) ?? 'duplicateKey',
    rule: String(row.rule),
    key: String(row.key),
    name: String(row.name),
    keptKey: String(row.keptKey),
    keptName: String(row.keptName),
  }));
}
