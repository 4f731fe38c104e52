import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { takeBack } from '../shared/store/hot-journal.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { compareRun, row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

/** What a process leaves that is killed here: the database and its journal, in a folder of their own. */
function killed(database: string): string {
  const folder = temporaryFolder();
  const left = join(folder, storeFileName);
  copyFileSync(database, left);
  if (existsSync(`${database}-journal`)) copyFileSync(`${database}-journal`, `${left}-journal`);
  mkdirSync(`${left}.lock`);
  return left;
}

describe('a transaction that was killed', () => {
  it.each([
    ['a few pages of cache', 3],
    ['the usual cache', 500],
  ])('is taken back to the byte, wherever it was, with %s', (_, pages) => {
    const path = join(temporaryFolder(), 'a.sqlite');
    const database = new sqlite.Database(path);
    database.exec('CREATE TABLE item (id INTEGER PRIMARY KEY, x BLOB); CREATE INDEX by_x ON item (x)');
    for (let at = 0; at < 200; at += 1)
      database.run('INSERT INTO item (x) VALUES (?)', [Buffer.alloc(900, at)]);
    const before = readFileSync(path);
    let changed = 0;
    database.exec(`PRAGMA cache_size = ${pages}; BEGIN`);
    for (const sql of [
      'DELETE FROM item WHERE id % 3 = 0',
      'UPDATE item SET x = zeroblob(1500) WHERE id % 2 = 0',
      'CREATE TABLE more AS SELECT * FROM item, (VALUES (1), (2), (3), (4))',
      'DELETE FROM item',
      'DROP TABLE more',
    ]) {
      database.exec(sql);
      const left = killed(path);
      if (!readFileSync(left).equals(before)) changed += 1;
      takeBack(left);
      expect(readFileSync(left).equals(before), sql).toBe(true);
      expect(existsSync(`${left}-journal`)).toBe(false);
    }
    database.exec('ROLLBACK');
    database.close();
    if (pages === 3) expect(changed).toBe(5); // the database itself was written to: there was something to take back
  });

  it('in a store leaves the last run that was kept', async () => {
    const folder = temporaryFolder();
    const fleet = Array.from({ length: 300 }, (_, at) => row(String(at), [`PC-${at}`, 'x'.repeat(900)]));
    await compareRun(folder, fleet);
    const database = new sqlite.Database(join(folder, storeFileName));
    database.exec('PRAGMA cache_size = 3; BEGIN; DELETE FROM item WHERE id % 2; DELETE FROM change');
    const left = killed(join(folder, storeFileName));
    database.exec('ROLLBACK');
    database.close();
    const store = await SiteStore.open(join(left, '..'));
    expect(store.database.get('SELECT count(*) AS n FROM item')).toEqual({ n: 300 });
    expect(store.database.get('SELECT count(*) AS n FROM change')).toEqual({ n: 300 });
    store.close();
  });

  it('that created the database leaves none', () => {
    const path = join(temporaryFolder(), 'a.sqlite');
    const database = new sqlite.Database(path);
    database.exec('PRAGMA cache_size = 3; BEGIN; CREATE TABLE t (x)');
    for (let at = 0; at < 50; at += 1) database.run('INSERT INTO t VALUES (?)', [Buffer.alloc(3000, at)]);
    const left = killed(path);
    database.exec('ROLLBACK');
    database.close();
    takeBack(left);
    expect(existsSync(left)).toBe(false);
  });

  it('leaves a database alone whose journal says nothing', () => {
    const path = join(temporaryFolder(), 'a.sqlite');
    writeFileSync(path, 'database');
    for (const journal of ['', 'no journal at all, whatever its name says', '\0'.repeat(600)]) {
      writeFileSync(`${path}-journal`, journal);
      takeBack(path);
      expect(readFileSync(path, 'utf8')).toBe('database');
    }
  });
});
