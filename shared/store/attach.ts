import type { Database } from 'node-sqlite3-wasm';

/** Attaches the store at a path to the database of a run as `site`, unless it is attached already. */
export function attachStore(database: Database, path: string): void {
  const isAttached = database.all('PRAGMA database_list').some(({ name }) => name === 'site');
  if (!isAttached) database.run('ATTACH ? AS site', [path]);
}
