import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../shared/package-root.ts';

/** Folder of what was measured last; it is committed, unless the environment names another. */
const folder = process.env.BENCH_RESULTS ?? join(packageRoot, 'test', 'bench', 'results');

/** Keeps what a bench measured as JSON, with the machine and the day. */
export function keepResults(name: string, measured: object): void {
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ date, machine, ...measured }, null, 2);
  writeFileSync(join(folder, `${name}.json`), `${text}\n`);
}
