import type { Database } from 'node-sqlite3-wasm';
import { ConfigError } from '../errors.ts';
import { dayOf } from '../instant.ts';
import type { SiteStore } from '../store/site-store.ts';
import { type Decided, ofSource } from './confirm.ts';
import { messages } from './decision-messages.ts';
import { keptAsset } from './document.ts';

/** A device that is retired in the files of a series. */
export interface Retired {
  readonly id: number;
  readonly series: string;
  readonly key: string;
  readonly name: string;
  readonly serial: string | null;
  /** Days: of the run that retired it, from which on the source lacked it, and from which on it has no row. */
  readonly since: string;
  readonly absentOn: string;
  readonly expiresOn: string;
  /** Code of the rule that retired it. */
  readonly reason: string;
}

/** The devices of a source that are retired now, in the order of their names. */
export function retiredOf(store: Database, source: string): Retired[] {
  const rows = store.all(
    `SELECT t.*, i.key AS key, i.name AS name FROM tombstone AS t JOIN item AS i ON i.id = t.item
     WHERE ${ofSource('t.series')} AND t.ended_at IS NULL ORDER BY i.name, t.series`,
    { ':source': source },
  );
  return rows.map((row) => ({
    id: Number(row.id),
    series: String(row.series),
    key: String(row.key),
    name: String(row.name),
    serial: keptAsset(row.asset)?.identity.serial ?? null,
    since: dayOf(String(row.since)),
    absentOn: dayOf(String(row.absent_on)),
    expiresOn: dayOf(String(row.expires_on)),
    reason: String(row.reason),
  }));
}

/**
 * Ends the retirement of the devices with this name, serial or key: the next run publishes them again if the source lists
 * them. Throws `ConfigError` when there are none.
 */
export function revive(
  store: SiteStore,
  source: string,
  device: string,
  { at, account, reason }: Decided,
): Retired[] {
  const asked = device.toUpperCase();
  const found = retiredOf(store.database, source).filter((each) =>
    [each.name, each.serial, each.key].some((known) => known?.toUpperCase() === asked),
  );
  if (found.length === 0)
    throw new ConfigError(messages.notRetired(device), { hint: messages.notRetiredHint(source) });
  const ids = found.map(({ id }) => id).join(', ');
  store.write(() =>
    store.database.run(
      `UPDATE tombstone SET ended_at = ?, ended_how = 'revived', ended_account = ?, ended_reason = ? WHERE id IN (${ids})`,
      [at, account, reason],
    ),
  );
  return found;
}
