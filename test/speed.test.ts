import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * Most processor time that a stage may take for 800 assets, as a multiple of a fixed piece of plain work: 1.6 times
 * what it took when this was written, so that twice the work fails and a busy machine does not. A stage that became faster
 * gets a lower limit.
 */
const limits = {
  join: 0.45,
  normalize: 0.85,
  store: 1.3,
  judge: 0.9,
  'write csv': 0.7,
  'write xlsx': 0.85,
};
/** Most that an asset may cost some stages in a fleet six times as large, beside one of the small fleet. */
const mostGrowth = 1.5;
const timeout = 240_000;

interface Told {
  readonly stages: Readonly<Record<string, number>>;
  readonly growth: Readonly<Record<string, number>>;
}

describe('the speed of a run, beside plain work in the same process', () => {
  let told: Told;
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join('dist', 'test', 'bench', 'gate.js'),
    ]);
    told = JSON.parse(stdout);
  }, timeout);

  it.each(Object.entries(limits))('%s takes at most %d times as long', (stage, limit) => {
    expect(told.stages[stage]).toBeLessThan(limit);
  });

  it('has a limit for every stage', () => {
    expect(Object.keys(told.stages)).toEqual(Object.keys(limits));
  });

  it.each(['read', 'store', 'judge', 'write'])(
    '%s does not slow down in a fleet six times as large',
    (group) => {
      expect(told.growth[group]).toBeLessThan(mostGrowth);
    },
  );
});
