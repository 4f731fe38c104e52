import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sql from 'mssql';
import { SpoolWriter } from '../../shared/extract/spool.ts';
import { packageRoot } from '../../shared/package-root.ts';
import { Secrets } from '../../shared/secret.ts';
import { driverConfig } from '../../shared/sql/driver-config.ts';
import type { QueryFile } from '../../shared/sql/query-file.ts';
import { SqlServerSource } from '../../shared/sql/server.ts';
import { sqlServerSettings } from '../../shared/sql/settings.ts';
import type { RowSink } from '../../shared/sql/source.ts';
import { keepResults } from './results.ts';

/** Least part of the bare driver's rate that our streaming must reach; what the spool costs besides is told. */
const leastShare = 0.8;
const rowCount = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 11);
const encryptions = ['none', 'required'] as const;
const write = (text: string) => void process.stdout.write(text);

/** Rows a second of one way to read, round by round. */
interface Way {
  readonly name: string;
  read(): Promise<void>;
  readonly rates: number[];
  /** Processor time of this process, in µs a row. */
  readonly cpu: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'bridge-bench-'));
const child = fork(fileURLToPath(new URL('row-server.js', import.meta.url)));
const [port] = await once(child, 'message');
const secrets = new Secrets({ BENCH_PASSWORD: 'bench' });
const results: Record<string, unknown>[] = [];
for (const encryption of encryptions) results.push(await compare(encryption));
child.disconnect();
rmSync(folder, { recursive: true });
keepResults('stream', { rowCount, rounds, results });
process.exit(results.every(({ share }) => Number(share) >= leastShare) ? 0 : 1);

/** Reads in turn by the bare driver and by ours, the same rows from the same server, and prints a table. */
async function compare(encryption: 'none' | 'required') {
  const settings = sqlServerSettings.parse({
    server: 'localhost',
    port,
    database: 'CM_BENCH',
    login: { kind: 'sql', user: 'bench', password: { env: 'BENCH_PASSWORD' } },
    encryption,
    certificateAuthority: join(packageRoot, 'test', 'fakes', 'tds', 'certificates', 'authority.pem'),
  });
  const text = `SELECT x.resourceId FROM dbo.v_bench AS x WHERE x.n = ${rowCount} ORDER BY x.resourceId`;
  const source = new SqlServerSource(settings, secrets, folder);
  const pool = await new sql.ConnectionPool(driverConfig(settings, secrets, folder)).connect();
  const bare: Way = { name: 'bare mssql stream', read: () => readBare(pool, text), rates: [], cpu: [] };
  const ours: Way = { name: 'our stream', read: () => readCounted(source, text), rates: [], cpu: [] };
  const spool: Way = { name: 'into a spool', read: () => readSpooled(source, text), rates: [], cpu: [] };
  const ways = [bare, ours, spool];
  for (const way of ways) await way.read(); // connections and compilers warm up
  for (let round = 0; round < rounds; round += 1)
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      await way.read();
      const { user, system } = process.cpuUsage(cpu);
      way.rates.push(Math.round((rowCount / (performance.now() - start)) * 1000));
      way.cpu.push(Math.round(((user + system) / rowCount) * 10) / 10);
    }
  await source.close();
  await pool.close();
  const [share, spooled] = [shareOf(ours, bare), shareOf(spool, bare)];
  write(`\nencryption: ${encryption}, ${rowCount} rows of 25 columns, ${rounds} rounds, thousand rows/s\n`);
  for (const way of ways) write(line(way));
  write(`  our stream ${percent(share)} of the bare driver, at least ${percent(leastShare)} is asked for; `);
  write(`with the spool ${percent(spooled)}\n`);
  return { encryption, bare, ours, spool, share, spooled };
}

/** By the best round of each: the one that nothing else on the machine disturbed. */
function shareOf(way: Way, bare: Way): number {
  return Math.max(...way.rates) / Math.max(...bare.rates);
}

async function readCounted(source: SqlServerSource, text: string): Promise<void> {
  let count = 0;
  const sink: RowSink = {
    columns: () => {},
    row: () => {
      count += 1;
    },
    restart: () => {
      count = 0;
    },
  };
  await source.read({ text, parameters: {}, origin: 'bench.sql' }, sink, new AbortController().signal);
  if (count !== rowCount) throw new Error(`${count} rows`);
}

function readBare(pool: sql.ConnectionPool, text: string): Promise<void> {
  const request = pool.request();
  request.stream = true;
  request.arrayRowMode = true;
  let count = 0;
  request.on('row', () => {
    count += 1;
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('done', () => (count === rowCount ? resolve() : reject(new Error(`${count} rows`))));
    void request.query(text);
  });
}

async function readSpooled(source: SqlServerSource, text: string): Promise<void> {
  const file: QueryFile = { section: 'bench', path: 'bench.sql', origin: 'shipped', text, tokens: [] };
  const writer = new SpoolWriter(file, 'resourceId', folder);
  await source.read({ text, parameters: {}, origin: file.path }, writer, new AbortController().signal);
  const { rowCount: spooled } = writer.finish();
  if (spooled !== rowCount) throw new Error(`${spooled} rows`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function line({ name, rates, cpu }: Way): string {
  const thousands = (rate: number) => (rate / 1000).toFixed(0).padStart(5);
  const least = Math.min(...cpu).toFixed(1);
  return `  ${name.padEnd(18)}${rates.map(thousands).join('')}   best${thousands(Math.max(...rates))}, processor ${least} µs a row\n`;
}
