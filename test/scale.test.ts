import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const devices = 100_000;
const mostMegabytes = 300;

/** Runs over a generated site in a process of its own, and proves that every machine is published once. */
async function publish(bridge: string, devices: number): Promise<number> {
  const folder = temporaryFolder();
  const program = join('dist', 'test', 'fakes', 'generated-run.js');
  const args = [program, bridge, String(devices), folder, 'assets.csv'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const told: { rows: number; read: number; peakMegabytes: number } = JSON.parse(stdout);
  expect(told).toMatchObject({ read: devices, rows: devices });
  const lines = readFileSync(join(folder, 'assets.csv'), 'latin1').split('\r\n');
  expect(lines).toHaveLength(devices + 2);
  expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[1])).size).toBe(devices);
  return told.peakMegabytes;
}

describe('a large fleet', () => {
  it(`of ${devices} machines is read, joined and published whole in less than ${mostMegabytes} MB`, async () => {
    expect(await publish('sccm', devices)).toBeLessThan(mostMegabytes);
  }, 240_000);

  it('of LanSweeper is too; the share that a test can afford', async () => {
    expect(await publish('lansweeper', 4_000)).toBeLessThan(mostMegabytes);
  }, 240_000);
});
