import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const devices = 100_000;
const mostMegabytes = 300;

describe('a large fleet', () => {
  it(`of ${devices} machines is read, joined and published whole in less than ${mostMegabytes} MB`, async () => {
    const folder = temporaryFolder();
    const program = join('dist', 'test', 'fakes', 'generated-run.js');
    const { stdout } = await promisify(execFile)(process.execPath, [
      program,
      'sccm',
      String(devices),
      folder,
      'assets.csv',
    ]);
    const told: { rows: number; read: number; peakMegabytes: number } = JSON.parse(stdout);
    expect(told).toMatchObject({ read: devices, rows: devices });
    expect(told.peakMegabytes).toBeLessThan(mostMegabytes);
    const lines = readFileSync(join(folder, 'assets.csv'), 'latin1').split('\r\n');
    expect(lines).toHaveLength(devices + 2);
    expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[1])).size).toBe(devices);
  }, 240_000);
});
