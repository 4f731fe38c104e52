import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, runBridge } from './fakes/command.ts';
import { type KilledNights, openKilledNights, rowsPath } from './fakes/killed-nights.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

let nights: KilledNights;
const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('bridge-store-'));
const history = (...args: readonly string[]) =>
  runBridge(['history', ...args, '--state', nights.site.state, '--lang', 'en']);
const historyJson = async (...args: readonly string[]) =>
  JSON.parse((await history(...args, '--json')).stdout);

/** Three published nights, the third as the first, one that could not read, and one of the sample. */
beforeAll(async () => {
  nights = await openKilledNights();
  const { site } = nights;
  for (const state of ['A', 'B', 'A'] as const) {
    nights.become(state);
    expect((await site.run('--out', rowsPath(site))).code).toBe(0);
  }
  expect((await site.run('--sample', '--out', join(site.home, 'sample.csv'))).code).toBe(0);
  await site.server.close();
  expect((await site.run('--out', rowsPath(site))).code).toBe(4);
}, 120_000);
afterAll(() => nights.close());

describe('bridge history', () => {
  it.concurrent('lists every run, the newest first, with failed ones', async () => {
    const { code, stdout } = await history();
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^No +start +source +outcome +read +published +created +changed/);
    const outcomes = lines
      .slice(1)
      .map((line) => /^ *(\S+) +\d{4}-\d\d-\d\d \d\d:\d\d +(.+?) {2,}(.+?) {2}/.exec(line));
    expect(outcomes.map((found) => found?.slice(1))).toEqual([
      ['-', 'sccm', 'source unreachable'],
      ['-', 'sccm (sample)', 'published'],
      ['3', 'sccm', 'published'],
      ['2', 'sccm', 'published'],
      ['1', 'sccm', 'published'],
    ]);
  });

  it.concurrent('tells a program the same', async () => {
    const { runs } = await historyJson('list', '--limit', '4');
    expect(runs).toMatchObject([
      {
        run: null,
        exitCode: 4,
        published: null,
        changed: null,
        failure: expect.stringMatching(/^SourceError/),
      },
      { run: null, sample: true, published: 73 },
      { run: 3, exitCode: 0, published: 73, changed: { created: 0, missing: 0, returned: 3 } },
      { run: 2, published: 70, changed: { created: 0, missing: 3, returned: 0 } },
    ]);
    expect((await historyJson('--source', 'intune')).runs).toEqual([]);
  });

  it.concurrent('shows a run with what it left out and what it changed', async () => {
    const { code, stdout } = await history('show', '2');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Run 2 · sccm · .* · published$/m);
    expect(stdout).toMatch(/^ {2}published +70$/m);
    expect(stdout).toMatch(/^Sections\n {2}\w+ \d+, /m);
    expect(stdout).toMatch(/^Differences: changed \d+, missing 3$/m);
    expect(stdout).toMatch(/^ {2}~ \S+ {2}\S.* : ".*" -> "9\.9"$/m);
    expect(stdout.match(/^ {2}- \S+ \(missing\)$/gm)).toHaveLength(3);
    const { changes, facts, runId } = await historyJson('show', '2');
    expect(changes.filter(({ kind }: { kind: string }) => kind === 'missing')).toHaveLength(3);
    expect(facts).toMatchObject({ read: expect.any(Number), sections: expect.any(Object) });
    expect((await historyJson('show', runId)).run).toBe(2);
    expect((await historyJson('show', 'last')).run).toBe(3);
  });

  it.concurrent('shows the first differences, or all', async () => {
    const first = await history('show', '1');
    expect(first.stdout).toMatch(/\.\.\. and 33 more/);
    const all = await history('show', '1', '--all');
    expect(all.stdout.match(/^ {2}\+ \S.*\(created\)$/gm)).toHaveLength(73);
  });

  it.concurrent('shows why a run failed', async () => {
    const { runs } = await historyJson('list', '--limit', '1');
    const { code, stdout } = await history('show', runs[0].runId);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/Run without a publication · sccm .*\n.*failure +SourceError/s),
    ]);
  });

  it.concurrent('compares two runs: what came back is no difference', async () => {
    expect((await historyJson('compare', '1', '3')).changes).toEqual([]);
    const there = await historyJson('compare', '1', '2');
    expect(there).toMatchObject({ runs: 2, counts: { missing: 3, created: 0 } });
    expect(await historyJson('compare', '2', '1')).toEqual(there);
    const { stdout } = await history('compare', '1', 'last');
    expect(stdout).toBe('From run 1 to run 3 (3 in all): differences that remain\nDifferences: none\n');
  });

  it.concurrent('shows trends in plain characters', async () => {
    const { stdout } = await history('trends');
    const bars = stdout.trimEnd().split('\n').slice(2);
    expect(bars.map((line) => /#+$/.exec(line)?.[0].length)).toEqual([30, 29, 30]);
    const { runs } = await historyJson('trends', '--limit', '2');
    expect(runs).toMatchObject([
      { id: 2, published: 70 },
      { id: 3, published: 73 },
    ]);
  });

  it.concurrent.each([
    [['show', '9'], 2, 'There is no run 9.'],
    [['show', '0'], 2, 'There is no run 0.'],
    [['compare', '1', 'zero'], 2, 'There is no run zero.'],
    [['list', '--limit', '0'], 2, '--limit is a whole number'],
    [['show'], 2, 'Command line'],
  ])('%j is refused', async (args, exitCode, says) => {
    const { code, stderr } = await history(...args);
    expect([code, stderr]).toEqual([exitCode, expect.stringContaining(says)]);
  });

  it.concurrent('speaks French', async () => {
    const { stdout } = await runBridge(['history', '--state', nights.site.state, '--lang', 'fr']);
    expect(stdout).toMatch(/source injoignable/);
  });
});

describe('bridge history writes nothing', () => {
  it('neither beside the store nor into it, and leaves no copy', async () => {
    const { state } = nights.site;
    const before = [contentsOf(state), readdirSync(state), copies()];
    for (const args of [[], ['show', '2'], ['compare', '1', '3'], ['trends']])
      expect((await history(...args)).code).toBe(0);
    expect([contentsOf(state), readdirSync(state), copies()]).toEqual(before);
  });

  it('and reads a store that a run is using', async () => {
    const lock = join(nights.site.state, 'bridge.sqlite.lock');
    mkdirSync(lock);
    expect((await history('show', '2')).code).toBe(0);
    expect(existsSync(lock)).toBe(true);
    rmSync(lock, { recursive: true });
  });

  it.each(['list', 'trends'])('%s of a folder without a store answers kindly', async (action) => {
    const folder = join(temporaryFolder(), 'none');
    const { code, stdout } = await runBridge(['history', action, '--state', folder, '--lang', 'en']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('No run is known yet')]);
    expect(existsSync(folder)).toBe(false);
  });

  it('shows failed runs where nothing was ever published, and refuses a damaged store', async () => {
    const folder = temporaryFolder();
    const journal = readFileSync(join(nights.site.state, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
    writeFileSync(join(folder, 'journal.ndjson'), `{"half": \n${journal.at(-1)}\n`);
    const listed = await runBridge(['history', '--state', folder, '--json']);
    expect(JSON.parse(listed.stdout).runs).toMatchObject([{ run: null, exitCode: 4 }]);
    writeFileSync(join(folder, 'bridge.sqlite'), 'no store');
    const refused = await runBridge(['history', '--state', folder, '--lang', 'en']);
    expect([refused.code, refused.stderr]).toEqual([
      6,
      expect.stringMatching(/damaged.*What to do: Rename it/s),
    ]);
  });
});

describe.each(['README.md', 'README.fr.md'])('%s', (page) => {
  it('has a row for every action of history, and for every option of them', async () => {
    const text = readFileSync(page, 'utf8');
    const [table = ''] = text.split(/\n\n/).filter((block) => /^\| Option \w+ `history` \|/.test(block));
    const actions = ['list', 'show', 'compare', 'trends'];
    const helps = await Promise.all(actions.map((action) => runBridge(['history', action, '--help'])));
    const options = helps.flatMap(({ stdout }) =>
      [...stdout.matchAll(/^ {2,}(--[a-z-]+)/gm)].map(([, option]) => String(option)),
    );
    const rows = [...table.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option);
    const general = new Set(['--help', '--version']);
    expect(new Set(rows)).toEqual(new Set(options.filter((option) => !general.has(option))));
    for (const action of actions) expect(text).toContain(`| \`bridge history ${action}`);
  });
});
