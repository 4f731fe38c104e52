import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { contentsOf } from './fakes/command.ts';
import { openSite, type Site } from './fakes/source-site.ts';
import { catalogueOf, sccm } from './fakes/sql-bridge.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';

/** A site whose database changes between two nights. */
async function startNights() {
  const { database } = await openSampleDatabase(sccm.sampleFolder);
  const site = await openSite({ answer: sqliteAnswer(database, catalogueOf(sccm)) });
  onTestFinished(async () => {
    await site.close();
    database.close();
  });
  const out = join(site.folder, 'assets.csv');
  const night = (...args: readonly string[]) => site.run('--out', out, '--lang', 'en', ...args);
  return { site, change: (sql: string) => database.exec(sql), night };
}

const published = (site: Site) => contentsOf(site.folder);
const journal = (site: Site): { exitCode: number; failure: string | null }[] =>
  readFileSync(join(site.state, 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

function changesIn(site: Site): Record<string, number> {
  const store = new sqlite.Database(join(site.state, 'bridge.sqlite'));
  try {
    const rows = store.all(
      'SELECT kind, count(*) AS n FROM change WHERE run = (SELECT max(id) FROM run) GROUP BY kind',
    );
    return Object.fromEntries(rows.map(({ kind, n }) => [String(kind), Number(n)]));
  } finally {
    store.close();
  }
}

describe('the second night', () => {
  it('of the same source changes nothing, and the store says so', async () => {
    const { site, night } = await startNights();
    expect(await night()).toMatchObject({ code: 0 });
    expect(changesIn(site)).toEqual({ created: 73 });
    const before = published(site)[join(site.folder, 'assets.csv')];
    expect(await night()).toMatchObject({ code: 0 });
    expect(changesIn(site)).toEqual({});
    expect(published(site)[join(site.folder, 'assets.csv')]).toBe(before);
  });

  it('of half a fleet publishes nothing, until it is accepted once', async () => {
    const { site, change, night } = await startNights();
    await night();
    const before = published(site);
    change('DELETE FROM dbo.v_R_System WHERE ResourceID % 2 = 0');
    const refused = await night();
    expect(refused).toMatchObject({ code: 5, stdout: '' });
    expect(refused.stderr).toMatch(/Too different.*in all: \d\d of 73 gone.*--accept-drop/s);
    expect(published(site)).toEqual(before);
    expect(journal(site).at(-1)).toMatchObject({ exitCode: 5 });
    const accepted = await night('--accept-drop');
    expect(accepted).toMatchObject({ code: 0 });
    expect(accepted.stderr).toMatch(/accepted by --accept-drop.*gone/);
    expect(await night()).toMatchObject({ code: 0 });
  });

  it('of a column that went blank publishes nothing', async () => {
    const { site, change, night } = await startNights();
    await night();
    const before = published(site);
    change('DELETE FROM dbo.v_GS_PHYSICAL_MEMORY; DELETE FROM dbo.v_GS_X86_PC_MEMORY');
    const refused = await night();
    expect(refused).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/column RAM: \d+ of \d+ gone blank/),
    });
    expect(published(site)).toEqual(before);
  });

  it('of one changed machine keeps that change and no other', async () => {
    const { site, change, night } = await startNights();
    await night();
    change(
      "UPDATE dbo.v_GS_PC_BIOS SET SMBIOSBIOSVersion0 = '9.9' WHERE ResourceID = (SELECT min(ResourceID) FROM dbo.v_GS_PC_BIOS)",
    );
    await night();
    expect(changesIn(site)).toEqual({ changed: 1 });
  });

  it('of the sample leaves no store behind', async () => {
    const { site } = await startNights();
    expect(await site.run('--sample', '--out', join(site.folder, 's.csv'))).toMatchObject({ code: 0 });
    expect(existsSync(join(site.state, 'bridge.sqlite'))).toBe(false);
  });
});
