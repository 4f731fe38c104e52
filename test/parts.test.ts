import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, sourceOf } from './fakes/scripted-fleet.ts';

const program = join('dist', 'test', 'fakes', 'parts-run.js');
const devices = 4_500;

/** What reading a large fleet by threads gave. */
async function parts(harm = ''): Promise<Readonly<Record<string, unknown>>> {
  const args = [program, String(devices), harm];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

describe('a large fleet is read in parts', () => {
  it('which together are the whole, wherever rows and orphans are', async () => {
    const disksOf = fc.array(fc.nat({ max: 3 }), { minLength: 2_500, maxLength: 4_000 });
    await fc.assert(
      fc.asyncProperty(disksOf, fc.integer({ min: 2, max: 5 }), async (counts, gap) => {
        const disks = counts.flatMap((count, key) => Array.from({ length: count }, (_, at) => [key, at]));
        const keys = counts.map((_, key) => key).filter((key) => key % gap !== 0);
        const bios = keys.map((key) => [key, `S${key}`]);
        const { records, notices } = await run(
          sourceOf({ devices: keys.map((key) => [key, `PC${key}`]), bios, disks }),
        );
        const found = records.map(({ key, sections }) => [key, sections.bios?.serial, sections.disks.length]);
        expect(found).toEqual(keys.map((key) => [key, `S${key}`, counts[key]]));
        const orphans = counts.reduce((sum, count, key) => sum + (key % gap === 0 ? count : 0), 0);
        expect(notices.map(({ text }) => text.en)).toEqual(
          orphans === 0 ? [] : [`Section disks: rows of unknown devices, dropped: ${orphans}.`],
        );
      }),
      { numRuns: 5 },
    );
  }, 120_000);

  it.concurrent('by threads as without any: the same blocks, cells and counts in the same order', async () => {
    const { read, threaded, here, told, parts: count } = await parts();
    expect({ read, told }).toEqual({ read: devices, told: null });
    expect(threaded).toBe(here);
    expect(count).toBeGreaterThan(4);
  }, 120_000);

  it.concurrent('and a device that is listed twice is told as it is of a small one', async () => {
    expect((await parts('twice')).told).toMatch(
      /^queries\/sccm\/system\.sql returns several rows for one device:\n {2}\d+: 2 rows, different in no column$/,
    );
  }, 120_000);

  it.concurrent('and a spool that lost rows on the disk is missed', async () => {
    expect((await parts('short')).told).toMatch(
      /^The local copy of section bios has \d+ rows instead of 4500\.$/,
    );
  }, 120_000);

  it.concurrent('and an interruption ends the threads', async () => {
    const { read, told } = await parts('stop');
    expect(told).toBe('Error: stopped');
    expect(read).toBeLessThan(devices);
  }, 120_000);
});
