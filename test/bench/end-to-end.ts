import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, percent, shown, write, writeTable } from './figures.ts';
import { type FleetSite, openFleetSite, type WireEncryption } from './fleet-site.ts';
import { type Measured, measured } from './measured.ts';
import { keepResults } from './results.ts';
import { missingRivals, pymssqlDrain, pythonCsv, pythonXlsx, type Rival, tsql } from './rivals.ts';

/**
 * The built command beside scripts that do the same job, and beside programs that only read: `end-to-end.js [DEVICES
 * [ROUNDS [ENCRYPTION]]]`. All of them in turn, each in a process of its own, from the same server.
 */
const [devices = 100_000, rounds = 3] = process.argv.slice(2, 4).map(Number);
const encryption: WireEncryption = process.argv[4] === 'none' ? 'none' : 'required';
const planName = 'bridge plan, after two nights';
const drain = fileURLToPath(new URL('drain.js', import.meta.url));
const program = join('dist', 'bridges', 'cli.js');

/** What is measured together, one after the other; a later night of the command needs the first one. */
type Way = readonly (readonly [name: string, ...command: string[]])[];

const site = await openFleetSite(devices, encryption);
const scratch = join(site.folder, 'scratch');
const rivals: readonly Rival[] = [pymssqlDrain, tsql, pythonCsv, ...pythonXlsx];
const rivalFile = (index: number) => join(scratch, index === 2 ? 'rival.csv' : `rival-${index}`);
const ways: readonly Way[] = [
  [['server alone, bytes only', process.execPath, drain, 'raw', String(site.port), 'none']],
  [['bare mssql stream', process.execPath, drain, 'mssql', String(site.port), encryption]],
  ...rivals.flatMap((rival, index): Way[] =>
    rival.present ? [[[rival.name, ...rival.command(site, rivalFile(index))]]] : [],
  ),
  nights('csv'),
  nights('xlsx'),
];

const figures = new Map<string, (Measured & { readonly server: number | null })[]>();
for (let round = 0; round < rounds; round += 1) {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  for (const [name = '', command = '', ...args] of (round % 2 === 0 ? ways : ways.toReversed()).flat()) {
    const before = site.serverSeconds();
    const taken = await measured(command, args, site.environment);
    const after = site.serverSeconds();
    const server = before === null || after === null ? null : after - before;
    figures.set(name, [...(figures.get(name) ?? []), { ...taken, server }]);
  }
  if (pythonCsv.present) checkSameCells(site);
}
site.close();

const middle = (name: string, figure: 'seconds' | 'cpuSeconds' | 'megabytes' | 'server'): number =>
  median((figures.get(name) ?? []).map((each) => each[figure] ?? Number.NaN));
const names = ways.flat().map(([name]) => name);
const headers = ['', 'seconds', 'processor s', 'k rows/s', 'assets/s', 'peak MB', 'server s'];
const rows = names.map((name) => [
  name,
  shown(middle(name, 'seconds')),
  shown(middle(name, 'cpuSeconds')),
  shown(site.rows / middle(name, 'seconds') / 1000, 0),
  shown(devices / middle(name, 'seconds'), 0),
  shown(middle(name, 'megabytes'), 0),
  shown(middle(name, 'server')),
]);
writeTable(
  `End to end: SCCM, ${devices} machines, ${site.rows} rows, encryption ${encryption}, medians of ${rounds} rounds`,
  headers,
  rows,
);
const missing = missingRivals(rivals);
if (missing.length > 0) write(`  not installed, left out: ${missing.join('; ')}\n`);
const ratios = ['seconds', 'cpuSeconds'] as const;
const targets = [
  ...['first night', 'later night'].flatMap((night) => [
    target(`csv, ${night}`, [pythonCsv], 1),
    target(`xlsx, ${night}`, pythonXlsx, 2),
  ]),
].filter((each) => each !== null);
for (const { name, rival, wanted, seconds, cpuSeconds } of targets)
  write(
    `  bridge ${name}: ${shown(seconds, 2)} times as fast as ${rival} (processor time ${shown(cpuSeconds, 2)}), wanted ${wanted}\n`,
  );
const driver = middle('bare mssql stream', 'seconds');
write(
  `  the bare driver takes ${percent(driver / middle('bridge csv, first night', 'seconds'))} of the whole run\n`,
);
keepResults('end-to-end', {
  devices,
  rows: site.rows,
  encryption,
  rounds,
  missing,
  targets,
  medians: Object.fromEntries(
    names.map((name) => [
      name,
      {
        seconds: middle(name, 'seconds'),
        cpuSeconds: middle(name, 'cpuSeconds'),
        megabytes: middle(name, 'megabytes'),
      },
    ]),
  ),
  rawSeconds: Object.fromEntries(
    [...figures].map(([name, all]) => [name, all.map(({ seconds }) => seconds)]),
  ),
});

/** The command on a new state folder, then as on the next night, beside what it published before; then the plan of a third. */
function nights(extension: string): Way {
  const file = join(scratch, `bridge.${extension}`);
  const book = join(scratch, 'plan.xlsx');
  const state = ['--state', join(scratch, `state-${extension}`)];
  const bridge = [process.execPath, program];
  const command = [...bridge, 'sccm', '--config', site.config, '--out', file, ...state];
  const plan = [...bridge, 'plan', 'sccm', '--config', site.config, '--for', file, '--out', book, ...state];
  return [
    [`bridge ${extension}, first night`, ...command],
    [`bridge ${extension}, later night`, ...command],
    ...(extension === 'csv' ? [[planName, ...plan] as const] : []),
  ];
}

/** Ours beside the fastest of some rivals, as ratios of time; null where none of them is here. */
function target(name: string, beside: readonly Rival[], wanted: number) {
  const [rival] = beside
    .filter(({ present }) => present)
    .toSorted((a, b) => middle(a.name, 'seconds') - middle(b.name, 'seconds'));
  if (!rival) return null;
  const [seconds, cpuSeconds] = ratios.map(
    (figure) => middle(rival.name, figure) / middle(`bridge ${name}`, figure),
  );
  return { name, rival: rival.name, wanted, seconds, cpuSeconds };
}

/** The script does the same job only if it writes the same cells; ours leaves empty ones without quotes. */
function checkSameCells({ folder }: FleetSite): void {
  const [ours = '', theirs = ''] = ['bridge.csv', 'rival.csv'].map((name) =>
    readFileSync(join(folder, 'scratch', name), 'latin1').replaceAll(/(?<=^|,)""(?=,|\r?$)/gm, ''),
  );
  if (ours !== theirs) throw new Error('the bridge and the script write different cells');
}
