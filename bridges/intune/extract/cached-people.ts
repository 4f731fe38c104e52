import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import type { PeopleFilter } from '../../../shared/people/filter.ts';
import { peopleModes } from '../../../shared/people/mode.ts';
import type { DetailRow } from '../record.ts';
import { bytesOf, documentOf, openDatabase, unwritable } from './database.ts';

/**
 * Takes out of the details of former nights what may no longer be kept of people, down to the bytes of the file; whether
 * details are read tonight or not. The file's `user_version` says by which mode it was last cleaned. Throws
 * `OutputError` when the file cannot be used.
 */
export async function cleanCachedDetails(path: string, people: PeopleFilter): Promise<void> {
  if (!existsSync(path)) return;
  const mode = peopleModes.indexOf(people.mode);
  try {
    const isStricter = await within(path, (database) => {
      const cleaned = Number(database.get('PRAGMA user_version')?.user_version);
      if (mode > cleaned) clean(database, people, partOf(path));
      return mode > cleaned;
    });
    if (isStricter) renameSync(partOf(path), path);
    await within(path, (database) => database.exec(`PRAGMA user_version = ${mode}`));
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

const partOf = (path: string): string => `${path}.part`;

async function within<T>(path: string, action: (database: Database) => T): Promise<T> {
  const database = await openDatabase(path);
  try {
    return action(database);
  } finally {
    database.close();
  }
}

/** Cleans every document, then writes the file anew beside itself: what was there before stays in its free parts. */
function clean(database: Database, people: PeopleFilter, part: string): void {
  database.exec('BEGIN');
  for (const { id } of database.all('SELECT id FROM detail')) {
    const row = database.get('SELECT document FROM detail WHERE id = ?', [String(id)]);
    const detail = documentOf<DetailRow>(row?.document ?? null);
    const left = detail && bytesOf(people.row('details', detail));
    if (left) database.run('UPDATE detail SET document = ? WHERE id = ?', [left, String(id)]);
  }
  database.exec('COMMIT');
  rmSync(part, { force: true });
  database.run('VACUUM INTO ?', [part]);
}
