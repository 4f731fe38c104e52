import { closeSync, copyFileSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import { OutputError } from '../errors.ts';
import { messages } from './messages.ts';
import { applicationId, migrations } from './schema.ts';

type Sqlite = typeof import('node-sqlite3-wasm').Database;

const headerBytes = 100;
/** How SQLite numbers the encoding of its texts. */
const utf8 = 1;
const magic = 'SQLite format 3\0';

/**
 * Looks at the first bytes of a store, before SQLite does, which might change the file of another program. Throws
 * `OutputError` on a file that is no store, not of this tool, of a newer version, or that may not be read and written. `told`: the path that these name.
 */
export function checkStoreFile(path: string, access: 'r' | 'r+', told = path): void {
  const header = Buffer.alloc(headerBytes);
  try {
    const file = openSync(path, access);
    try {
      readSync(file, header, 0, headerBytes, 0);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new OutputError(messages.storeRefused(told), { hint: messages.storeRefusedHint, cause });
  }
  // Versions of the format that SQLite only reads, and other encodings, would be refused when the run is published.
  const isFormat = [18, 19].every((at) => header[at] === 1 || header[at] === 2);
  if (header.toString('latin1', 0, magic.length) !== magic || !isFormat) throw storeDamaged(told, null);
  if (header.readUInt32BE(68) !== applicationId)
    throw new OutputError(messages.storeForeign(told), { hint: messages.storeForeignHint });
  if (header.readUInt32BE(56) !== utf8) throw storeDamaged(told, null);
  const version = header.readUInt32BE(60);
  if (version > migrations.length)
    throw new OutputError(messages.storeNewer(told, version), { hint: messages.storeNewerHint });
}

export const storeDamaged = (path: string, cause: unknown): OutputError =>
  new OutputError(messages.storeDamaged(path), { hint: messages.storeDamagedHint(path), cause });

/** Throws when what a store holds does not agree with itself, its tables are others, or its lists are none. */
export function checkContent(Sqlite: Sqlite, database: Database): void {
  const health = Object.values(database.get('PRAGMA integrity_check(1)') ?? {})[0];
  if (health !== 'ok') throw new Error(String(health));
  const found = new Set(definitionsOf(database));
  for (const sql of tablesOf(Sqlite, versionOf(database)))
    if (!found.has(sql)) throw new Error(`not as it was made: ${sql}`);
  for (const list of ['cells FROM item', 'headers FROM series']) {
    const [column] = list.split(' ');
    const bad = `SELECT 1 AS bad FROM (SELECT ${list}) WHERE NOT json_valid(${column}) OR json_type(${column}) <> 'array'`;
    if (database.get(`${bad} LIMIT 1`)) throw new Error(`${list} is no list`);
  }
}

const definitionsOf = (database: Database): string[] =>
  database
    .all('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL')
    .map(({ sql }) => String(sql).replace(/\s+/gu, ''));

/** How the tables and indexes of a version are defined. */
function tablesOf(Sqlite: Sqlite, version: number): string[] {
  const model = new Sqlite(':memory:');
  try {
    for (const migration of migrations.slice(0, version)) model.exec(migration);
    return definitionsOf(model);
  } finally {
    model.close();
  }
}

export const versionOf = (database: Database): number =>
  Number(database.get('PRAGMA user_version')?.user_version ?? 0);

/**
 * Makes a store, or brings that of an older version to this one: on a file beside it that takes its place when it is
 * complete, so that a process killed in it, or a step that fails, leaves what there was.
 */
export function makeStore(Sqlite: Sqlite, path: string, isNew: boolean): void {
  const fresh = `${path}.new`;
  removeStore(fresh);
  if (!isNew) copyFileSync(path, fresh);
  const database = new Sqlite(fresh);
  try {
    if (isNew) database.exec(`PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = ${applicationId}`);
    for (let version = versionOf(database); version < migrations.length; version += 1)
      database.exec(`BEGIN; ${migrations[version]}; PRAGMA user_version = ${version + 1}; COMMIT`);
  } catch (error) {
    database.close();
    removeStore(fresh);
    throw error;
  }
  database.close();
  renameSync(fresh, path);
}

/** A database, and what stands beside it while it is written, or since the process that wrote it was killed. */
export const parts = ['', '-wal', '-journal'] as const;

/** Which file a database is, how large, and when it was last written, with what stands beside it: another text once anything of it has changed. */
export function stateOf(path: string): string {
  const found = parts.map((part) => statSync(path + part, { throwIfNoEntry: false, bigint: true }));
  return [path, ...found.map((each) => (each ? `${each.ino} ${each.mtimeNs} ${each.size}` : 'none'))].join(
    ', ',
  );
}

/** Removes an SQLite file with everything that may stand beside it. */
export function removeStore(path: string): void {
  for (const each of [path, `${path}-journal`, `${path}-wal`, `${path}.lock`])
    rmSync(each, { recursive: true, force: true });
}
