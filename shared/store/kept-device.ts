import { brotliDecompressSync } from 'node:zlib';
import type { Database } from 'node-sqlite3-wasm';
import type { Asset, Explained } from '../asset.ts';
import { keptAsset } from '../identity/document.ts';
import type { ReadRows } from '../read-device.ts';
import { type DeviceOutcome, deviceOutcomes } from './keep-devices.ts';
import { type MatchRule, matchRules } from './matching.ts';

/** A device of the run that its series last published. */
export interface KeptDevice {
  /** Number of the run. */
  readonly run: number;
  readonly series: string;
  readonly key: string;
  readonly sourceId: string;
  readonly name: string | null;
  readonly serials: readonly string[];
  readonly outcome: DeviceOutcome;
  /** Reason of an exclusion, or the rule by which it gave way; null for a published one. */
  readonly reason: string | null;
  /** Key of the asset that it gave way to. */
  readonly keptKey: string | null;
  /** By what its row was told to continue an item; null for a new one. */
  readonly matched: MatchRule | null;
  /** Key and name that the item had before, where they were others. */
  readonly formerKey: string | null;
  readonly formerName: string | null;
  readonly block: number;
  readonly place: number;
}

/** All that was kept of a device; rules and asset are null where it became none. */
export interface DeviceDocument {
  /** What the source said; null where that is in the rows of the sections. */
  readonly rows: ReadRows | null;
  readonly rules: Explained['rules'] | null;
  readonly asset: Asset | null;
}

const columns = `
  d.run AS run, r.series AS series, d.key AS key, d.source_id AS sourceId, d.name AS name, d.serials AS serials,
  d.outcome AS outcome, d.reason AS reason, d.kept_key AS keptKey, d.matched AS matched, d.former_key AS formerKey,
  d.former_name AS formerName, d.block AS block, d.place AS place`;

/** The devices of a source for which a condition holds, of the newest run first; published ones before others. */
function devicesWhere(
  database: Database,
  source: string,
  condition: string,
  values: Readonly<Record<string, string>>,
): KeptDevice[] {
  const rows = database.all(
    `SELECT ${columns} FROM device AS d JOIN run AS r ON r.id = d.run WHERE r.source = :source AND (${condition})
     ORDER BY d.run DESC, d.outcome = 'published' DESC, d.rowid`,
    { ':source': source, ...values },
  );
  return rows.map(deviceOf);
}

/** The devices that somebody may mean: by key, with or without the source, by name or by a serial, in any case. */
export const findDevices = (database: Database, source: string, asked: string): KeptDevice[] =>
  devicesWhere(
    database,
    source,
    `d.key = :asked COLLATE NOCASE OR d.key = :source || ':' || :asked COLLATE NOCASE
     OR d.source_id = :asked COLLATE NOCASE OR d.name = :asked COLLATE NOCASE
     OR EXISTS (SELECT 1 FROM json_each(d.serials) AS each WHERE each.value = :asked COLLATE NOCASE)`,
    { ':asked': asked },
  );

/** The devices of a series that gave way to an asset. */
export const gaveWayTo = (database: Database, source: string, { series, key }: KeptDevice): KeptDevice[] =>
  devicesWhere(database, source, 'd.kept_key = :key AND r.series = :series', {
    ':key': key,
    ':series': series,
  });

/** The device of a series that has a key and was published. */
export const publishedDevice = (
  database: Database,
  source: string,
  series: string,
  key: string,
): KeptDevice | null =>
  devicesWhere(database, source, `d.key = :key AND r.series = :series AND d.outcome = 'published'`, {
    ':key': key,
    ':series': series,
  })[0] ?? null;

/** Every name of the devices and items of a source. */
export function knownNames(database: Database, source: string): string[] {
  const rows = database.all(
    `SELECT d.name AS name FROM device AS d JOIN run AS r ON r.id = d.run
       WHERE r.source = :source AND d.name IS NOT NULL
     UNION SELECT i.name FROM item AS i JOIN series AS s ON s.name = i.series JOIN run AS r ON r.id = s.run
       WHERE r.source = :source`,
    { ':source': source },
  );
  return rows.map(({ name }) => String(name));
}

/** What was kept of a device. */
export function documentOf(database: Database, { run, block, place }: KeptDevice): DeviceDocument {
  const found = database.get('SELECT documents FROM block WHERE run = ? AND number = ?', [run, block]);
  const documents = found?.documents;
  if (!(documents instanceof Uint8Array)) throw new TypeError('a block is bytes');
  const line = brotliDecompressSync(documents).toString('utf8').split('\n')[place];
  const kept: DeviceDocument = JSON.parse(line ?? '');
  const here = 'SELECT asset FROM device WHERE run = ? AND block = ? AND place = ? AND asset IS NOT NULL';
  const revised = database.get(here, [run, block, place])?.asset;
  return revised === undefined ? kept : { ...kept, asset: keptAsset(revised) };
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

function deviceOf(row: Readonly<Record<string, unknown>>): KeptDevice {
  return {
    run: Number(row.run),
    series: String(row.series),
    key: String(row.key),
    sourceId: String(row.sourceId),
    name: textOrNull(row.name),
    serials: JSON.parse(String(row.serials)),
    outcome: deviceOutcomes.find((each) => each === row.outcome) ?? 'excluded',
    reason: textOrNull(row.reason),
    keptKey: textOrNull(row.keptKey),
    matched: matchRules.find((each) => each === row.matched) ?? null,
    formerKey: textOrNull(row.formerKey),
    formerName: textOrNull(row.formerName),
    block: Number(row.block),
    place: Number(row.place),
  };
}
