import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { percent, shown, write, writeTable } from './figures.ts';
import { generatedBridges } from './generated-bridge.ts';
import { keepResults } from './results.ts';

/**
 * Memory and constancy: every bridge and format at several sizes, a first night and a later one, each in a process of its
 * own: `fleets.js [DEVICES…]`. The rows of SCCM and LanSweeper are made in that process; Intune is read from a server.
 */
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [10_000, 100_000];
const formats = ['csv', 'xlsx'] as const;
const program = (name: string) => fileURLToPath(new URL(`${name}.js`, import.meta.url));
/** The server of a large tenant holds all of it. */
const serverHeap = '--max-old-space-size=8192';
/** Most memory at a size; what a size may cost beside the smallest one. */
const mostMegabytes = (devices: number) => (devices <= 100_000 ? 300 : 350);
const mostDifference = 0.15;

/** What one night took. */
interface Night {
  readonly rows: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}
interface Cell {
  readonly bridge: string;
  readonly format: string;
  readonly devices: number;
  readonly first: Night;
  readonly later: Night;
}

const cells: Cell[] = [];
for (const devices of sizes)
  for (const bridge of generatedBridges) {
    const server = bridge === 'intune' ? await graphServer(devices) : null;
    for (const format of formats) cells.push(await measuredCell(bridge, format, devices, server?.root ?? ''));
    server?.close();
  }

const rows = cells.map((cell) => {
  const { bridge, format, devices, first, later } = cell;
  const difference = differenceOf(cell);
  return [
    `${bridge} ${format}, ${devices}`,
    ...[first, later].flatMap(({ seconds, cpuSeconds, megabytes }) => [
      shown(seconds),
      shown((cpuSeconds / devices) * 1e6, 0),
      `${megabytes}${megabytes > mostMegabytes(devices) ? ' !' : ''}`,
    ]),
    difference === null ? '–' : `${difference > 0 ? '+' : ''}${percent(difference)}`,
  ];
});
writeTable(
  'Whole runs: a first night, a later night with its processor time an asset beside that of the smallest fleet; ! is too much',
  ['', 'seconds', 'µs/asset', 'peak MB', 'seconds', 'µs/asset', 'peak MB', 'beside'],
  rows,
);
write(
  `  at most ${sizes.map((size) => `${mostMegabytes(size)} MB at ${size}`).join(', ')}; at most ${percent(mostDifference)} more\n`,
);
keepResults('fleets', {
  cells: cells.map((cell) => ({
    ...cell,
    difference: differenceOf(cell),
    mostMegabytes: mostMegabytes(cell.devices),
  })),
  mostDifference,
});

/** Processor time of each asset beside that of the smallest fleet of the same kind, on a later night; null for that one. */
function differenceOf({ bridge, format, devices, later }: Cell): number | null {
  const smallest = cells.find((each) => each.bridge === bridge && each.format === format);
  if (!smallest || smallest.devices >= devices) return null;
  return later.cpuSeconds / devices / (smallest.later.cpuSeconds / smallest.devices) - 1;
}

async function measuredCell(bridge: string, format: string, devices: number, root: string): Promise<Cell> {
  const folder = mkdtempSync(join(tmpdir(), 'bridge-bench-'));
  const night = async (): Promise<Night> => {
    const args = [program('fleet-run'), bridge, String(devices), folder, `assets.${format}`, root];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const told: Night = JSON.parse(stdout);
    if (told.rows !== devices) throw new Error(`${bridge} wrote ${told.rows} of ${devices} rows`);
    return told;
  };
  try {
    return { bridge, format, devices, first: await night(), later: await night() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function graphServer(devices: number) {
  const child = fork(program('intune-server'), [String(devices)], { execArgv: [serverHeap] });
  const [root] = await once(child, 'message');
  return { root: String(root), close: () => child.disconnect() };
}
