import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { windows1252Text } from '../windows-1252-text.ts';
import { type Ended, type Running, runBridge, startBridge } from './command.ts';
import { applicationKey, type FakeOctopus, type OctopusOptions, startOctopus } from './octopus-api.ts';

/** What the shipped French profile calls the columns that are compared. */
export interface PublishedRow {
  readonly Type: string;
  readonly Nom: string;
  readonly NuméroSérie: string;
}

/** The embedded sample, published as a CSV and as a workbook: what every case starts from. */
export interface Published {
  readonly home: string;
  /** Folder of the published files. */
  readonly folder: string;
  readonly csv: string;
  readonly workbook: string;
  readonly rows: readonly PublishedRow[];
  close(): void;
}

/** Publishes the sample twice. */
export async function publishSample(): Promise<Published> {
  const home = mkdtempSync(join(tmpdir(), 'bridge-test-'));
  const folder = join(home, 'published');
  mkdirSync(folder);
  const [csv, workbook] = [join(folder, 'parc.csv'), join(folder, 'assets.xlsx')];
  for (const path of [csv, workbook]) {
    const { code, stderr } = await runBridge(['sccm', '--sample', '--state', home, '--out', path]);
    if (code !== 0) throw new Error(`the sample was not published: ${stderr}`);
  }
  const rows: PublishedRow[] = parse(windows1252Text(readFileSync(csv)), { columns: true });
  return { home, folder, csv, workbook, rows, close: () => rmSync(home, { recursive: true }) };
}

/** An Octopus, and the command that asks it about a published file. */
export interface OctopusSite {
  readonly octopus: FakeOctopus;
  start(...args: readonly string[]): Running;
  run(...args: readonly string[]): Promise<Ended>;
}

type Block = Readonly<Record<string, unknown>>;

/** A key that no Octopus knows. */
const wrongKey = 'wr0ng&"key';

let sites = 0;

/** Starts an Octopus, lets a test use it, and stops it. `changes` replace entries of the block `octopusApi`. */
export async function withOctopus<T>(
  published: Published,
  options: OctopusOptions,
  changes: Block,
  use: (site: OctopusSite) => Promise<T>,
): Promise<T> {
  const octopus = await startOctopus(options);
  sites += 1;
  const config = join(published.home, `bridge-${sites}.yaml`);
  // JSON is YAML too.
  writeFileSync(config, JSON.stringify({ octopusApi: { ...ordinary(octopus.url), ...changes } }));
  const start = (...args: readonly string[]) =>
    startBridge(['readback', ...args, '--config', config], {
      BRIDGE_TEST_KEY: applicationKey,
      BRIDGE_WRONG_KEY: wrongKey,
    });
  try {
    return await use({ octopus, start, run: (...args) => start(...args).ended });
  } finally {
    octopus.close();
  }
}

const ordinary = (url: string): Block => ({
  url,
  applicationKey: { env: 'BRIDGE_TEST_KEY' },
  certificateAuthority: join(process.cwd(), 'test', 'fakes', 'tds', 'certificates', 'authority.pem'),
  list: { id: 42 },
  columns: { name: 'Nom', serial: 'No de série', type: 'Type' },
});

/** The rows of a list in which Octopus holds just what was sent, under its own column names. */
export const heldRows = (rows: readonly PublishedRow[]): Record<string, string | null>[] =>
  rows.map(({ Type, Nom, NuméroSérie }) => ({ Nom, 'No de série': NuméroSérie || null, Type }));

/** The secrets that a text holds, in any spelling. */
export function secretsIn(said: string, { tokens }: FakeOctopus): string[] {
  const spellings = [applicationKey, wrongKey, ...tokens].flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
  ]);
  return spellings.filter((spelling) => said.includes(spelling));
}
