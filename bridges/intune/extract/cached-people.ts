import { existsSync } from 'node:fs';
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
  const database = await openDatabase(path);
  try {
    const mode = peopleModes.indexOf(people.mode);
    const cleaned = Number(database.get('PRAGMA user_version')?.user_version);
    if (mode === cleaned) return;
    if (mode > cleaned) clean(database, people);
    database.exec(`PRAGMA user_version = ${mode}`);
  } catch (cause) {
    throw unwritable(path, cause);
  } finally {
    database.close();
  }
}

function clean(database: Database, people: PeopleFilter): void {
  database.exec('BEGIN');
  const ids = database.all('SELECT id FROM detail').map(({ id }) => String(id));
  for (const id of ids) {
    const { document } = database.get('SELECT document FROM detail WHERE id = ?', [id]) ?? {};
    const detail = documentOf<DetailRow>(document ?? null);
    const left = detail && bytesOf(people.row('details', detail));
    if (left) database.run('UPDATE detail SET document = ? WHERE id = ?', [left, id]);
  }
  // What was there before would stay in the free parts of the file.
  database.exec('COMMIT; VACUUM');
}
