import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type KilledNights,
  openKilledNights,
  publishedState,
  rowsPath,
  storedState,
} from './fakes/killed-nights.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Two nights, of which the store knows only the first: it could not be written after the second had published. */
async function startBehind(): Promise<KilledNights & { readonly pending: string }> {
  const nights = await openKilledNights();
  onTestFinished(nights.close);
  const { site } = nights;
  expect((await site.run('--out', rowsPath(site))).code).toBe(0);
  nights.become('B');
  const running = site.start('--out', rowsPath(site), '--lang', 'en');
  // Whether it may write is tried with an empty file, long before.
  const part = join(site.folder, '.assets.csv.part');
  let isOver = false;
  running.ended.finally(() => {
    isOver = true;
  });
  while (!isOver && !statSync(part, { throwIfNoEntry: false })?.size) await sleep(1);
  const log = join(site.state, 'bridge.sqlite-wal');
  mkdirSync(log); // where SQLite would write
  expect(await running.ended).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/Warning: The files are published, but the store .* could not be written/),
  });
  rmSync(log, { recursive: true });
  const [run] = readdirSync(join(site.state, 'runs'));
  expect((await publishedState(site))?.runId).toBe(run);
  return { ...nights, pending: join(site.state, 'runs', String(run)) };
}

const next = ({ site }: KilledNights, ...args: readonly string[]) =>
  site.run('--out', rowsPath(site), '--lang', 'en', ...args);
const changesOf = async ({ site }: KilledNights) =>
  (await storedState(site))?.runs.map(({ changes }) => changes);
const toB = { changed: expect.any(Number), missing: 3 };

describe('a run that published, and that the store does not know', () => {
  it('is kept by the next run of its series, and by no other', async () => {
    const nights = await startBehind();
    expect(await changesOf(nights)).toEqual([{ created: 73 }]);
    expect((await nights.site.run('--out', join(nights.site.folder, 'other.csv'))).code).toBe(0);
    expect(existsSync(nights.pending)).toBe(true);
    const { code, stderr } = await next(nights);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/Run \S+ was cut off after it had published/)]);
    expect(await changesOf(nights)).toEqual([{ created: 73 }, { created: 70 }, toB, {}]);
    expect(existsSync(join(nights.site.state, 'runs'))).toBe(false);
  });

  it('is not, where its database is of no use: the store stays one run behind', async () => {
    const nights = await startBehind();
    truncateSync(join(nights.pending, 'run.sqlite'), 10_000);
    const { code, stderr } = await next(nights);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/what it left cannot be read: the store stays one run/),
    ]);
    expect(await changesOf(nights)).toEqual([{ created: 73 }, toB]);
  });

  it('nor where other files are published than its own', async () => {
    const nights = await startBehind();
    const path = join(nights.site.folder, 'assets.manifest.json');
    const { runId, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, runId: `${runId}-other` }));
    const { code, stderr } = await next(nights);
    expect([code, stderr.includes('cut off')]).toEqual([0, false]);
    expect(await changesOf(nights)).toEqual([{ created: 73 }, toB]);
    expect(existsSync(nights.pending)).toBe(false);
  });
});
