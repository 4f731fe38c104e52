import type { Database } from 'node-sqlite3-wasm';
import { ConfigError } from '../errors.ts';
import type { SiteStore } from '../store/site-store.ts';
import { messages } from './decision-messages.ts';

/** When somebody decided, under which account of the operating system, and why. */
export interface Decided {
  readonly at: string;
  readonly account: string | null;
  readonly reason: string | null;
}

/** A name that is held until its CI was renamed in Octopus. */
export interface PendingRename {
  readonly series: string;
  readonly item: number;
  readonly former: string;
  readonly name: string;
  /** Start of the run that held it first. */
  readonly since: string;
}

/** Whether a column names a series of a source: they are named after it and the path. */
export const ofSource = (column: string): string =>
  `(${column} = :source OR substr(${column}, 1, length(:source) + 1) = :source || ' ')`;

/** The names that the runs of a source hold, in the order of their former names. */
export function pendingRenames(store: Database, source: string): PendingRename[] {
  const rows = store.all(
    `SELECT * FROM rename WHERE ${ofSource('series')} AND confirmed_at IS NULL ORDER BY former, series`,
    { ':source': source },
  );
  return rows.map(({ series, item, former, name, since }) => ({
    series: String(series),
    item: Number(item),
    former: String(former),
    name: String(name),
    since: String(since),
  }));
}

/**
 * Writes down that CI were renamed in Octopus: those of these former names, or all that are held when null. Throws
 * `ConfigError` on a name that is not held, and where two CI would have one name; nothing is written then.
 */
export function confirmRenames(
  store: SiteStore,
  source: string,
  names: readonly string[] | null,
  { at, account, reason }: Decided,
): { readonly former: string; readonly name: string }[] {
  const { database } = store;
  const pending = pendingRenames(database, source);
  const asked = names?.map((name) => name.toUpperCase());
  const known = new Set(pending.map(({ former }) => former.toUpperCase()));
  const stray = names?.find((name) => !known.has(name.toUpperCase()));
  if (stray !== undefined)
    throw new ConfigError(messages.notHeld(stray), { hint: messages.notHeldHint(source) });
  const chosen = pending.filter(({ former }) => asked?.includes(former.toUpperCase()) ?? true);
  refuseTaken(database, chosen);
  store.write(() => {
    for (const { item, name } of chosen) {
      database.run('UPDATE item SET name = ? WHERE id = ?', [name, item]);
      database.run(
        'UPDATE rename SET confirmed_at = ?, account = ?, reason = ? WHERE item = ? AND confirmed_at IS NULL',
        [at, account, reason, item],
      );
    }
  });
  return chosen.map(({ former, name }) => ({ former, name }));
}

/** A CI cannot have the name of another one that is published and keeps it. */
function refuseTaken(store: Database, chosen: readonly PendingRename[]): void {
  const leaving = new Set(chosen.map(({ item }) => item));
  const others = store.prepare(
    'SELECT id FROM item WHERE series = ? AND name = ? COLLATE NOCASE AND missing_since IS NULL',
  );
  try {
    for (const { series, item, former, name } of chosen) {
      const taken = others.all([series, name]).some(({ id }) => id !== item && !leaving.has(Number(id)));
      if (taken) throw new ConfigError(messages.taken(former, name), { hint: messages.takenHint });
    }
  } finally {
    others.finalize();
  }
}
