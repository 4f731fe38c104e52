import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, it, type TestContext } from 'vitest';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { openSite } from './fakes/source-site.ts';
import { catalogueOf, sccm } from './fakes/sql-bridge.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';

const name = 'LOU-P-3001';

/** A site with these rules, its database, its nights, and what is said of them. */
async function startNights(rules: string, { onTestFinished }: TestContext) {
  const { database } = await openSampleDatabase(sccm.sampleFolder);
  const site = await openSite({ answer: sqliteAnswer(database, catalogueOf(sccm)) });
  onTestFinished(async () => {
    await site.close();
    database.close();
  }, patience);
  appendFileSync(join(site.home, 'bridge.yaml'), `rules: ${rules}\n`);
  const out = join(site.folder, 'assets.csv');
  const store = (sql: string) => {
    const file = new sqlite.Database(join(site.state, 'bridge.sqlite'));
    file.exec(sql);
    file.close();
  };
  const decide = (...args: readonly string[]) =>
    runBridge([...args, '--config', join(site.home, 'bridge.yaml'), '--state', site.state, '--lang', 'en']);
  return {
    site,
    store,
    decide,
    change: (sql: string) => database.exec(sql),
    night: (...args: readonly string[]) => site.run('--out', out, '--lang', 'en', ...args),
    rows: () => readFileSync(out, 'latin1').trimEnd().split('\r\n'),
    files: () => {
      const { [join(site.folder, 'assets.manifest.json')]: _, ...rest } = contentsOf(site.folder);
      return rest;
    },
    manifest: () => JSON.parse(readFileSync(join(site.folder, 'assets.manifest.json'), 'utf8')),
    journal: () =>
      readFileSync(join(site.state, 'journal.ndjson'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

/** Each start of the command costs about a second, and more where others are at work. */
const patience = 180_000;

describe('a device that the source no longer lists', () => {
  it.concurrent(
    'is retired, stays retired when it is listed again, and comes back on request',
    async (context) => {
      const { expect } = context;
      const { site, store, decide, change, night, rows, files, manifest, journal } = await startNights(
        '{ retirement: { afterDays: 10 } }',
        context,
      );
      const twin = `FROM dbo.v_R_System WHERE Name0 = '${name}'`;
      expect(await night()).toMatchObject({ code: 0 });
      const whole = files();
      change(`CREATE TABLE aside AS SELECT * ${twin}; DELETE ${twin}`);
      expect(await night()).toMatchObject({ code: 0 });
      expect(rows().join()).not.toContain(name);
      store("UPDATE item SET absent_on = date(absent_on, '-10 days') WHERE absent_on IS NOT NULL");
      const told = await night();
      expect(told).toMatchObject({ code: 0 });
      expect(told.stderr).toMatch(new RegExp(`retired by this run.*1 \\(${name}\\).*bridge revive`));
      expect(told.stdout).toMatch(/of them retired +1$/m);
      expect(rows().at(-1)).toMatch(new RegExp(`"${name}","Retiré".*"\\d{4}-\\d\\d-\\d\\d"`));
      const retired = files();
      change('INSERT INTO dbo.v_R_System SELECT * FROM aside');
      const listed = await night();
      expect(listed.stderr).toMatch(new RegExp(`left out: 1 \\(${name} \\(\\d{4}-`));
      expect(files()).toEqual(retired);
      expect(manifest()).toMatchObject({ excluded: { retiredHere: 1 }, identity: { leftOutCount: 1 } });
      const explained = await runBridge(['explain', 'sccm', name, '--state', site.state, '--lang', 'en']);
      expect(explained.stdout).toMatch(/retired here \(bridge revive\)/);
      expect((await decide('revive', 'sccm', '--list')).stdout).toMatch(
        /^LOU-P-3001 .*absent since.*forgotten on/,
      );
      const revived = await decide('revive', 'sccm', name, '--reason', 'found again');
      expect(revived).toMatchObject({ code: 0, stdout: `${name}: the retirement has ended.\n` });
      expect(journal().at(-1)).toMatchObject({ command: 'revive', source: 'sccm', counts: { revive: 1 } });
      expect(await night()).toMatchObject({ code: 0 });
      expect(files()).toEqual(whole);
    },
    patience,
  );

  it.concurrent(
    'asks for a profile that can retire, before anything is contacted',
    async (context) => {
      const { expect } = context;
      const { site, decide, night } = await startNights('{ retirement: { afterDays: 10 } }', context);
      const profile = join(site.home, 'mine.yaml');
      await runBridge(['profile', 'copy', 'octopus-en', profile]);
      const text = readFileSync(profile, 'utf8');
      writeFileSync(profile, text.replace(/^ +- \{ header: \w+, field: retirementDate.*\n/m, ''));
      const refused = await night('--profile', profile);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toMatch(/does not say how.*field: retirementDate/s);
      writeFileSync(profile, text.replace('ManageCIRetirement: false', 'ManageCIRetirement: true'));
      expect(await night('--profile', profile)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/contradict/),
      });
      expect(site.server.records.logins).toHaveLength(0);
      expect(await decide('revive', 'sccm', name)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/Nothing has been published/),
      });
    },
    patience,
  );
});

describe('a device that was renamed', () => {
  it.concurrent(
    'keeps its name in the file until its CI is renamed too',
    async (context) => {
      const { expect } = context;
      const { decide, change, night, rows, files, manifest, journal } = await startNights(
        '{ renames: hold }',
        context,
      );
      await night();
      const before = files();
      for (const view of ['v_R_System', 'v_GS_COMPUTER_SYSTEM', 'v_GS_SYSTEM'])
        change(`UPDATE dbo.${view} SET Name0 = 'LOU-P-9999' WHERE Name0 = '${name}'`);
      change(`UPDATE dbo.v_R_System SET Netbios_Name0 = 'LOU-P-9999' WHERE Netbios_Name0 = '${name}'`);
      const held = await night();
      expect(held.stderr).toMatch(/keep the former name.*LOU-P-3001 → LOU-P-9999.*bridge renames confirm/);
      expect(files()).toEqual(before);
      expect(manifest().identity.renames).toMatchObject([{ former: name, name: 'LOU-P-9999', held: true }]);
      expect((await decide('renames', 'list', 'sccm')).stdout).toMatch(
        /^LOU-P-3001 → LOU-P-9999 {2}since \d{4}-/,
      );
      expect(await decide('renames', 'confirm', 'sccm')).toMatchObject({ code: 2, stdout: '' });
      expect(await decide('renames', 'confirm', 'sccm', name)).toMatchObject({ code: 0 });
      expect(journal().at(-1)).toMatchObject({ command: 'renames', counts: { renames: 1 } });
      const after = await night();
      expect(after.stderr).not.toContain('former name');
      expect(rows().join()).toContain('"LOU-P-9999"');
      expect(rows().join()).not.toContain(`"${name}"`);
    },
    patience,
  );
});
