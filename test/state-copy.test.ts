import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { copyState } from '../shared/store/state-copy.ts';
import { contentsOf } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const fill = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)';

/** A state folder whose store a process was killed in, in the middle of a transaction that had reached the file. */
function killedState(): string {
  const [alive, dead] = [temporaryFolder(), temporaryFolder()];
  const store = new sqlite.Database(join(alive, 'bridge.sqlite'));
  store.exec("CREATE TABLE item (text); INSERT INTO item VALUES ('good'); PRAGMA cache_size = 1; BEGIN");
  store.exec(`INSERT INTO item ${fill} SELECT 'half-written ' || i FROM n`);
  for (const name of ['bridge.sqlite', 'bridge.sqlite-journal'])
    copyFileSync(join(alive, name), join(dead, name));
  mkdirSync(join(dead, 'bridge.sqlite.lock'));
  store.exec('ROLLBACK');
  store.close();
  return dead;
}

function textsIn(folder: string): string[] {
  const store = new sqlite.Database(join(folder, 'bridge.sqlite'));
  try {
    return store.all('SELECT text FROM item').map(({ text }) => String(text));
  } finally {
    store.close();
  }
}

describe('a copy of the state', () => {
  it('of a process that was killed while it wrote is what it was before, and the state stays as it is', async () => {
    const [from, to] = [killedState(), temporaryFolder()];
    const before = contentsOf(from);
    await copyState(from, to);
    expect(textsIn(to)).toEqual(['good']);
    expect(contentsOf(from)).toEqual(before);
  });

  it('does not wait for a process that only reads', async () => {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    const store = new sqlite.Database(join(from, 'bridge.sqlite'));
    store.exec("CREATE TABLE item (text); INSERT INTO item VALUES ('good'); BEGIN; SELECT * FROM item");
    writeFileSync(join(from, 'lock'), String(process.pid));
    await copyState(from, to);
    store.close();
    expect(textsIn(to)).toEqual(['good']);
  });

  it('of no state folder is nothing', async () => {
    const to = temporaryFolder();
    await copyState(join(to, 'none'), to);
    expect(contentsOf(to)).toEqual({});
  });

  it('takes what lies beside the databases for nothing of its own', async () => {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(from, 'journal.ndjson'), '{}\n');
    writeFileSync(join(from, 'intune-details.sqlite'), 'bytes');
    await copyState(from, to);
    expect(readFileSync(join(to, 'intune-details.sqlite'), 'utf8')).toBe('bytes');
    expect(Object.keys(contentsOf(to))).toHaveLength(1);
  });
});
