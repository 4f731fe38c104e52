import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, type TestContext } from 'vitest';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { startCheckSite } from './fakes/check-site.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { openSite, password, type Site } from './fakes/source-site.ts';
import { catalogueOf, sccm } from './fakes/sql-bridge.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';

/** A site with these rules, and its nights; `missing` views are not granted. */
async function startSite({ onTestFinished }: TestContext, rules: string, missing: readonly string[] = []) {
  const { database } = await openSampleDatabase(sccm.sampleFolder);
  const types = Object.entries(catalogueOf(sccm)).filter(([view]) => !missing.includes(view));
  const site = await openSite({ answer: sqliteAnswer(database, Object.fromEntries(types)) });
  onTestFinished(async () => {
    await site.close();
    database.close();
  });
  const config = join(site.home, 'bridge.yaml');
  const ordinary = readFileSync(config, 'utf8');
  const follow = (text: string) => writeFileSync(config, `${ordinary}rules:\n${text}`);
  follow(rules);
  const out = join(site.folder, 'assets.csv');
  const night = (...args: readonly string[]) => site.run('--out', out, '--lang', 'en', ...args);
  return { site, config, out, night, follow, change: (sql: string) => database.exec(sql) };
}

const manifestOf = (site: Site) =>
  JSON.parse(readFileSync(join(site.folder, 'assets.manifest.json'), 'utf8'));
const journalOf = (site: Site) =>
  JSON.parse(readFileSync(join(site.state, 'journal.ndjson'), 'utf8').trimEnd().split('\n').at(-1) ?? '');
const asked = (site: Site) =>
  site.server.records.calls.filter(({ sql }) => sql.includes('v_FullCollectionMembership'));

/** A module that moves the clock of the process that loads it. */
function clockMovedBy(folder: string, days: number): string {
  const path = join(folder, 'clock.mjs');
  const text = `const now = Date.now; const shift = ${days} * 86400000;
    globalThis.Date = class extends Date {
      constructor(...args) { if (args.length > 0) super(...args); else super(now() + shift); }
      static now() { return now() + shift; }
    };`;
  writeFileSync(path, text);
  return `--import=${pathToFileURL(path).href}`;
}

const rules = `
  exclude:
    - { name: Serveurs, class: [server, virtualServer] }
    - { name: Laboratoires, collection: 'laboratoires [b-214*' }
    - { name: Direction, ou: CORP.EXAMPLE.ORG/POSTES/BÉCANCOUR/DIRECTION GÉNÉRALE }
  staleness: { clocks: [heartbeat, hardwareScan], flagDays: 5, retireDays: 25, dropDays: 100 }
`;

describe.concurrent('the rules of a site', () => {
  it('leave devices out with their reason, the same on any day', async (test) => {
    const { site, config, out, night } = await startSite(test, rules);
    const { code, stdout } = await night('--json');
    expect(code).toBe(0);
    const summary = JSON.parse(stdout);
    const { excluded, staleness } = manifestOf(site);
    expect(excluded).toMatchObject({ Serveurs: 9, Laboratoires: 5, Direction: 5, stale: 1 });
    expect(staleness).toMatchObject({ reference: '2026-11-20', dropped: 1, ahead: 0 });
    expect(staleness.flagged * staleness.retired).toBeGreaterThan(0);
    expect(summary).toMatchObject({ excluded, staleness });
    const { counts } = journalOf(site);
    expect(counts).toMatchObject({ 'excluded.Serveurs': 9, 'excluded.Laboratoires': 5, 'excluded.stale': 1 });
    expect(counts.written + counts.excluded + counts.duplicates).toBe(counts.read);
    expect(asked(site).map(({ parameters }) => parameters)).toEqual([{ collections: '|GH100014|' }]);
    const rowsOf = () =>
      ['assets.csv', 'assets.xml', 'Schema.ini'].map((name) => readFileSync(join(site.folder, name), 'utf8'));
    const first = rowsOf();
    expect(first[0]).not.toMatch(/LAB-B214|-S-/);
    const explain = (device: string) =>
      runBridge(['explain', 'sccm', device, '--state', site.state, '--lang', 'en']);
    const told = await Promise.all(['LAB-B214-01', 'STI-P-4011', 'BEC-P-1001'].map(explain));
    expect(told[0]?.stdout).toMatch(/excluded|left out/i);
    expect(told[0]?.stdout).toContain('Laboratoires');
    expect(told[1]?.stdout).toMatch(/silent|stale/);
    expect(told[2]?.stdout).toMatch(
      /Silence \(rules\.staleness\): kept; the clock that decides is the [^,]+,\s+2026-/,
    );
    const args = ['sccm', '--config', config, '--state', site.state, '--out', out];
    const environment = { BRIDGE_TEST_PASSWORD: password, NODE_OPTIONS: clockMovedBy(site.home, 400) };
    expect(await runBridge(args, environment)).toMatchObject({ code: 0 });
    expect(manifestOf(site).finishedAt > '2027-06').toBe(true);
    expect(rowsOf()).toEqual(first);
  });

  it('retire a silent device with the day on which it was silent for long enough', async (test) => {
    const { site, config, out } = await startSite(
      test,
      '  staleness: { clocks: [heartbeat, hardwareScan], retireDays: 25 }\n',
    );
    const profile = join(site.home, 'profile.yaml');
    const shipped = readFileSync('output/profile/octopus-en.yaml', 'utf8');
    writeFileSync(profile, shipped.replace('retired: null ', 'retired: Retired '));
    const { code, stdout } = await site.run(
      '--config',
      config,
      '--out',
      out,
      '--profile',
      profile,
      '--lang',
      'fr',
    );
    expect(code).toBe(0);
    const { retired } = manifestOf(site).staleness;
    expect(stdout).toMatch(new RegExp(`silencieux +${retired} +retirés ${retired}\n`));
    const rows = readFileSync(out, 'latin1')
      .split('\r\n')
      .filter((row) => row.includes('"Retired"'));
    // The other one gave way to the machine that has its name now.
    expect({ retired, rows: rows.length }).toEqual({ retired: 2, rows: 1 });
    // Last heard of on 2026-07-03.
    expect(rows).toEqual([expect.stringMatching(/"STI-P-4011".*"2026-07-28"/)]);
  });

  it('that speak of no collection ask for none, and need no right to', async (test) => {
    const { site, night } = await startSite(test, '  exclude: [{ name: A, class: server }]\n', [
      'v_Collection',
      'v_FullCollectionMembership',
    ]);
    expect(await night()).toMatchObject({ code: 0 });
    expect(asked(site)).toEqual([]);
    expect(manifestOf(site).sections).not.toHaveProperty('collection-member');
  });

  it('that leave nothing publish nothing', async (test) => {
    const { site, night, follow, change } = await startSite(
      test,
      "  only: [{ collection: 'Laboratoires*' }]\n",
    );
    expect(await night()).toMatchObject({ code: 0, stdout: expect.stringMatching(/published +5\n/) });
    const before = contentsOf(site.folder);
    const refused = [
      [
        "  only: [{ collection: 'Laboratoires*' }, { collection: Prêt* }]\n",
        5,
        /rule 2 of rules\.only \(collection: Prêt\*\)/,
      ],
      [
        '  only: [{ collection: Laboratoire }]\n',
        2,
        /collection “Laboratoire”, which none of the 3.*source: …/s,
      ],
      [
        "  exclude: [{ name: Tout, deviceName: '*' }]\n",
        5,
        /Nothing to publish: 80 devices read, 80 excluded/,
      ],
      ['  only: [{ ou: NULLE.PART }]\n', 5, /No device fits rule 1 of rules\.only \(ou: NULLE\.PART\)/],
    ] as const;
    for (const [text, code, message] of refused) {
      follow(text);
      expect(await night()).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
      expect(journalOf(site)).toMatchObject({ exitCode: code });
      expect(contentsOf(site.folder)).toEqual(before);
    }
    follow("  only: [{ collection: 'Laboratoires*' }]\n");
    change('DELETE FROM dbo.v_FullCollectionMembership');
    expect(await night()).toMatchObject({ code: 5, stderr: expect.stringMatching(/rule 1 of rules\.only/) });
    expect(contentsOf(site.folder)).toEqual(before);
  });

  it('that name a collection end without the right to read them', async (test) => {
    const { site, night } = await startSite(test, rules, ['v_Collection']);
    expect(await night()).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/collection\.sql.*dbo\.v_collection/),
    });
    expect(contentsOf(site.folder)).toEqual({});
  });

  it('are served by a query of the site', async (test) => {
    const { site, night } = await startSite(test, "  exclude: [{ name: Prêts, collection: 'Prêt*' }]\n");
    const list = await runBridge([
      'queries',
      'copy',
      'sccm',
      'collection-member',
      '--config',
      join(site.home, 'bridge.yaml'),
    ]);
    expect(list).toMatchObject({ code: 0 });
    const own = join(site.home, 'queries', 'sccm', 'collection-member.sql');
    writeFileSync(
      own,
      `SELECT x.ResourceID AS resourceId, 'Prêt du jour' AS name FROM dbo.v_R_System AS x
      WHERE x.ResourceID IN (16777240, 16777241) ORDER BY x.ResourceID`,
    );
    expect(await night()).toMatchObject({ code: 0 });
    expect(manifestOf(site).excluded).toMatchObject({ Prêts: 2 });
  });

  it('make their serials placeholders', async (test) => {
    const { site, out, night } = await startSite(test, '  placeholders: { serials: [" 8jd5 kz3"] }\n');
    expect(await night()).toMatchObject({ code: 0 });
    const rows = readFileSync(out, 'latin1');
    // Its board has a number of its own, which is the next choice.
    expect(rows.includes('"8JD5KZ3"')).toBe(false);
    expect(rows.includes('"8JF5KZ3"')).toBe(true);
    appendFileSync(join(site.home, 'bridge.yaml'), '  staleness: { flagDays: many }\n');
    expect(await night()).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/rules\.staleness\.flagDays/),
    });
  });
});

describe('a check', () => {
  const collections = (pattern: string) => `rules:\n  exclude: [{ name: A, collection: "${pattern}" }]\n`;

  it('looks for the collections that rules name, and counts their members', async () => {
    const report = await (await startCheckSite({ before: collections('Labo*') })).report();
    expect(report).toMatchObject({ code: 0, faults: [] });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'collections', facts: { patterns: ['Labo*'] } }),
    );
    expect(JSON.stringify(report.findings)).toContain('collection-member');
  });

  it('tells a name that no collection has, and looks at the rest', async () => {
    const report = await (await startCheckSite({ before: collections('Labo') })).report();
    expect(report).toMatchObject({ code: 2, faults: ['collection-unknown'] });
    expect(JSON.stringify(report.findings)).toContain('workstation-status');
  });

  it('tells the right that is missing', async () => {
    const site = await startCheckSite({ before: collections('Labo*'), without: { v_Collection: null } });
    const report = await site.report();
    expect(report).toMatchObject({ code: 3, faults: ['view-missing'] });
    expect(JSON.stringify(report.findings)).toContain('GRANT SELECT ON OBJECT::[dbo].[v_Collection]');
  });

  it('does not ask for collections that no rule names', async () => {
    const site = await startCheckSite({ without: { v_Collection: null, v_FullCollectionMembership: null } });
    expect(await site.report()).toMatchObject({ code: 0, faults: [] });
  });
});
