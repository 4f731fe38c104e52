import type { Database } from 'node-sqlite3-wasm';
import type { Asset } from '../asset.ts';
import { dayOf } from '../instant.ts';
import { keptAsset } from './document.ts';
import type { Past } from './rules.ts';

/** In the database of a run: what its publishing will make of the tombstones. */
const schema = `
  CREATE TABLE new_tombstone (item INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, absent_on TEXT NOT NULL,
    expires_on TEXT NOT NULL, asset BLOB NOT NULL);
  CREATE TABLE ended_tombstone (id INTEGER PRIMARY KEY, name TEXT NOT NULL, how TEXT NOT NULL);
`;

/** Told again by its name alone, although something surer is known of both and says another thing. */
const isAnother = `
  c.matched = 'name' AND CASE
    WHEN c.hardware IS NOT NULL AND i.hardware IS NOT NULL THEN c.hardware <> i.hardware
    WHEN c.uuid IS NOT NULL AND i.uuid IS NOT NULL THEN c.uuid <> i.uuid
    WHEN c.address IS NOT NULL AND i.address IS NOT NULL THEN c.address <> i.address
    ELSE 0 END`;

/** A device that was retired does not come back by itself: its asset is left out, whatever name and key it has now. */
export function leaveOutRetired(database: Database, series: string): void {
  database.run(
    `UPDATE asset SET verdict = 'retiredHere'
     FROM site.tombstone AS t JOIN site.item AS i ON i.id = t.item JOIN candidate AS c ON c.item = t.item
     WHERE t.series = ? AND t.ended_at IS NULL AND asset.seq = c.seq AND NOT (${isAnother})`,
    [series],
  );
}

/**
 * The last assets of the devices that are retired, those of today among them, to be published like any other. Notes in
 * the database of the run which tombstones begin and which end. `database` has settled duplicates and no transaction.
 */
export function tombstonesOf(database: Database, { series, rules, now }: Past): Asset[] {
  database.exec(schema);
  const today = dayOf(now.toISOString());
  endTombstones(database, series, today);
  if (rules.retirement) beginTombstones(database, series, today, rules.retirement);
  const rows = database.all(
    `SELECT i.name AS name, t.asset AS asset, t.absent_on AS absent_on FROM site.tombstone AS t
       JOIN site.item AS i ON i.id = t.item
     WHERE t.series = ? AND t.ended_at IS NULL AND t.id NOT IN (SELECT id FROM ended_tombstone)
     UNION ALL SELECT * FROM (SELECT name, asset, absent_on FROM new_tombstone ORDER BY item)`,
    [series],
  );
  return rows.flatMap(({ name, asset, absent_on }) => {
    const kept = keptAsset(asset);
    return kept ? [lastAsset(kept, String(name), String(absent_on))] : [];
  });
}

/** Retired CI have no relations, and their keys are nobody else's. */
function lastAsset(asset: Asset, name: string, absentOn: string): Asset {
  return {
    ...asset,
    identity: { ...asset.identity, previousKeys: [] },
    place: { ...asset.place, name },
    life: { ...asset.life, status: 'retired', absentOn: dayOf(absentOn) },
    links: { virtualHost: null, relations: [] },
  };
}

/** Another device has the name, or the time is over and the source does not list the device. */
function endTombstones(database: Database, series: string, today: string): void {
  database.run(
    `INSERT INTO ended_tombstone SELECT t.id, i.name, iif(a.seq IS NOT NULL, 'replaced', 'expired')
     FROM site.tombstone AS t JOIN site.item AS i ON i.id = t.item
       LEFT JOIN asset AS a ON a.folded_name = folded(i.name) AND a.verdict IS NULL
     WHERE t.series = ?1 AND t.ended_at IS NULL AND (a.seq IS NOT NULL OR t.expires_on <= ?2
       AND t.item NOT IN (SELECT c.item FROM candidate AS c JOIN asset ON asset.seq = c.seq WHERE verdict = 'retiredHere'))`,
    [series, today],
  );
}

/**
 * A device is retired once every complete run of that many days has lacked it: from the first run without it, which is not
 * the last one with it. One whose name another CI has is not.
 */
function beginTombstones(
  database: Database,
  series: string,
  today: string,
  { afterDays, forgetAfterDays }: NonNullable<Past['rules']['retirement']>,
): void {
  database.run(
    `INSERT INTO new_tombstone
     SELECT i.id, i.key, i.name, i.absent_on, date(:today, '+' || :forget || ' days'), d.asset
     FROM site.item AS i JOIN site.document AS d ON d.item = i.id
     WHERE i.series = :series AND i.missing_since IS NOT NULL AND NOT i.retired
       AND julianday(:today) - julianday(date(i.absent_on)) >= :days
       AND i.key NOT IN (SELECT key FROM asset UNION ALL SELECT key FROM main.device) AND i.id NOT IN (SELECT item FROM candidate WHERE item IS NOT NULL)
       AND folded(i.name) NOT IN (SELECT folded_name FROM asset WHERE verdict IS NULL)
       AND NOT EXISTS (SELECT 1 FROM site.item AS later WHERE later.series = i.series AND later.id <> i.id
         AND folded(later.name) = folded(i.name)
         AND (later.missing_since IS NULL OR (later.missing_since, later.id) > (i.missing_since, i.id)))`,
    { ':series': series, ':today': today, ':days': afterDays, ':forget': forgetAfterDays },
  );
}

/** Writes what begins and ends into the store, as part of its transaction. */
export function keepTombstones(database: Database, series: string, startedAt: string): void {
  database.run(
    `INSERT INTO site.tombstone (series, item, since, absent_on, expires_on, reason, asset)
     SELECT ?, item, ?, absent_on, expires_on, 'absent', asset FROM new_tombstone`,
    [series, startedAt],
  );
  database.run(
    `UPDATE site.tombstone SET ended_at = ?, ended_how = e.how FROM ended_tombstone AS e WHERE e.id = tombstone.id`,
    [startedAt],
  );
}
