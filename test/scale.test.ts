import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const few = 2_000;
const many = 12_000;
const mostMegabytes = 300;
/** What 10,000 machines more, or 50,000 rows, may cost: far less than they would take if they were held. */
const mostGrowth = 60;
/** Processes of their own, on a machine that may be busy. */
const timeout = 240_000;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  folders.push(folder);
  return folder;
}

/** Runs over a generated site in a process of its own. */
async function publish(devices: number, folder: string, file: string, bridge = 'sccm') {
  const program = join('dist', 'test', 'fakes', 'generated-run.js');
  const args = [program, bridge, String(devices), folder, file];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const told: { rows: number; read: number; peakMegabytes: number } = JSON.parse(stdout);
  expect(told).toMatchObject({ read: devices, rows: devices });
  return told;
}

describe('a large fleet', () => {
  it.concurrent(
    `of ${many} machines is published whole as CSV, in less than ${mostMegabytes} MB`,
    async () => {
      const folder = newFolder();
      const { peakMegabytes } = await publish(many, folder, 'assets.csv');
      expect(peakMegabytes).toBeLessThan(mostMegabytes);
      const lines = readFileSync(join(folder, 'assets.csv'), 'latin1').split('\r\n');
      expect(lines).toHaveLength(many + 2);
      expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[1])).size).toBe(many);
    },
    timeout,
  );

  it.concurrent(
    `of ${many} machines needs no more memory than one of ${few}, as XLSX`,
    async () => {
      const [small, large] = await Promise.all(
        [few, many].map((devices) => publish(devices, newFolder(), 'assets.xlsx')),
      );
      expect(large?.peakMegabytes).toBeLessThan(mostMegabytes);
      expect(Number(large?.peakMegabytes) - Number(small?.peakMegabytes)).toBeLessThan(mostGrowth);
    },
    timeout,
  );

  it.concurrent(
    `of ${many} assets of LanSweeper needs no more either`,
    async () => {
      const { peakMegabytes } = await publish(many, newFolder(), 'assets.csv', 'lansweeper');
      expect(peakMegabytes).toBeLessThan(mostMegabytes);
    },
    timeout,
  );
});

describe('the software of a large fleet', () => {
  it(
    `of ${many} machines, ${many * 30} rows, goes through a heap that could not hold it`,
    async () => {
      const folder = newFolder();
      const program = join('dist', 'test', 'fakes', 'generated-run.js');
      const args = [program, 'sccm', String(many), folder, 'assets.csv', 'software.csv'];
      const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=48', ...args]);
      const told: { software: object; peakMegabytes: number } = JSON.parse(stdout);
      expect(told.software).toEqual({ InstalledSoftware: many * 29 });
      expect(told.peakMegabytes).toBeLessThan(mostMegabytes);
      const lines = readFileSync(join(folder, 'software.csv'), 'latin1').split('\r\n');
      expect(lines).toHaveLength(many * 29 + 2);
      expect(new Set(lines).size).toBe(many * 29 + 2);
    },
    timeout,
  );
});

describe('a large workbook', () => {
  it(
    'is written and read back in memory that does not grow with its rows',
    async () => {
      const program = join('dist', 'test', 'bench', 'xlsx-way.js');
      const peaks: number[] = [];
      for (const rows of [10_000, 60_000]) {
        const path = join(newFolder(), 'ci.xlsx');
        const { stdout } = await promisify(execFile)(process.execPath, [program, 'auto', String(rows), path]);
        const told: { readMegabytes: number } = JSON.parse(stdout);
        peaks.push(told.readMegabytes);
      }
      expect(Math.max(...peaks)).toBeLessThan(mostMegabytes);
      expect(Number(peaks[1]) - Number(peaks[0])).toBeLessThan(mostGrowth);
    },
    timeout,
  );
});
