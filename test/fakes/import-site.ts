import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeImporterFiles } from '../../output/importer/files.ts';
import type { RunFacts } from '../../output/manifest.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { noIdentityFacts } from '../../shared/identity/facts.ts';
import { contentsOf, type Ended, type Running, startBridge } from './command.ts';
import type { Behaviour, Call } from './data-importer.ts';
import { outputAsset } from './output-asset.ts';

/** The login and the password of the invented system account: characters that every quoting must survive. */
export const login = 'svc_octopus';
export const password = 'Hunter"2 & <é>\\';
const spellings = [
  password,
  JSON.stringify(password).slice(1, -1),
  encodeURIComponent(password),
  'Hunter"2',
  'Hunter&quot;2',
];

/** How a site differs from the ordinary one. */
export interface ImportSiteOptions {
  readonly behaviour?: Behaviour;
  readonly facts?: Partial<RunFacts>;
  readonly extension?: 'csv' | 'xlsx' | 'db';
  /** More lines of the block `dataImporter`. */
  readonly settings?: readonly string[];
  /** Name of a folder in which everything is. */
  readonly inFolder?: string;
}

/** A published file, a configuration and a DataImporter that behaves as told. */
export interface ImportSite {
  readonly home: string;
  readonly folder: string;
  readonly file: string;
  readonly state: string;
  readonly program: string;
  /** The hash of every published file. */
  published(): Record<string, string>;
  start(...args: string[]): Running;
  run(...args: string[]): Promise<Ended>;
  /** The result as an object, with the exit code. */
  json(...args: string[]): Promise<{ code: number | null; stderr: string; result: ImportJson }>;
  /** Whether the process that DataImporter has started is at work; one that is dead but not yet buried is not. */
  childRuns(): boolean;
  /** What DataImporter was started with; null when it was not. */
  call(): Call | null;
  journal(): { exitCode: number; failure: string | null; counts: Record<string, number> | null }[];
  /** Every place where a spelling of the password, or the login, is found. */
  leaks(ended: Pick<Ended, 'stdout' | 'stderr'>): string[];
}

/** The parts of the result that tests look at. */
export interface ImportJson {
  readonly outcome: string;
  readonly failure: { readonly code: string } | null;
  readonly sources: readonly Record<string, number | string | null>[];
  readonly differences: readonly object[];
  readonly log: {
    readonly lines: number;
    readonly copy: string | null;
    readonly errors: { readonly count: number; readonly first: readonly string[] };
    readonly warnings: { readonly count: number };
  } | null;
  readonly notices: readonly { readonly code: string }[];
}

const facts: RunFacts = {
  tool: { name: 'octopus-bridge', version: '0.1.0' },
  runId: 'run-1',
  source: { name: 'sccm', sample: false, facts: {} },
  startedAt: '2026-11-22T02:00:00Z',
  finishedAt: '2026-11-22T02:01:00Z',
  complete: true,
  read: 3,
  readAtEnd: 3,
  retries: 0,
  sections: { system: 3 },
  duplicates: {},
  gaveWay: [],
  identity: noIdentityFacts,
  decisions: {},
  excluded: {},
  notices: [],
};

const roots: string[] = [];

/** Removes every site: tests that run side by side have no end of their own to do it at. */
export function removeImportSites(): void {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** Publishes three invented machines and puts a DataImporter beside them. */
export async function importSite(options: ImportSiteOptions = {}): Promise<ImportSite> {
  const root = mkdtempSync(join(tmpdir(), 'bridge-test-'));
  roots.push(root);
  const home = join(root, options.inFolder ?? '');
  const [folder, octopus, state] = ['published', 'Octopus_test', 'state'].map((name) => join(home, name));
  for (const each of [folder, octopus]) mkdirSync(String(each), { recursive: true });
  const file = join(String(folder), `assets.${options.extension ?? 'csv'}`);
  await publish(file, { ...facts, ...options.facts });
  const program = writeProgram(String(octopus), options.behaviour ?? {});
  const config = join(home, 'bridge.yaml');
  const block = [`program: ${program}`, `login: ${login}`, 'password: { env: OCTOPUS_PASSWORD }', 'team: 7'];
  const lines = [...block, ...(options.settings ?? ['log: { waitSeconds: 3 }'])];
  writeFileSync(config, ['dataImporter:', ...lines.map((line) => `  ${line}`), ''].join('\n'));
  const start = (...args: string[]) =>
    startBridge(['import', file, '--config', config, '--state', String(state), ...args], {
      OCTOPUS_PASSWORD: password,
      TMPDIR: root, // for the lock of the program
    });
  const site: ImportSite = {
    home,
    folder: String(folder),
    file,
    state: String(state),
    program,
    published: () => contentsOf(String(folder)),
    start,
    run: (...args) => start(...args).ended,
    json: async (...args) => {
      const { code, stdout, stderr } = await start('--json', ...args).ended;
      return { code, stderr, result: JSON.parse(stdout) };
    },
    call: () => {
      const name = readdirSync(String(octopus)).find((each) => each === 'call.json');
      return name ? JSON.parse(readFileSync(join(String(octopus), name), 'utf8')) : null;
    },
    childRuns: () => isRunning(site.call()?.child ?? null),
    journal: () =>
      readFileSync(join(String(state), 'journal.ndjson'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    leaks: ({ stdout, stderr }) => {
      const places = Object.entries({ stdout, stderr, ...textsOf(String(state)) });
      return places
        .filter(([, text]) => [...spellings, login].some((secret) => text.includes(secret)))
        .map(([place]) => place);
    },
  };
  return site;
}

async function publish(path: string, runFacts: RunFacts): Promise<void> {
  const assets = [outputAsset('PC-é1', {}), outputAsset('PC-2', {}), outputAsset('PC-3', {})];
  const profile = loadProfile('octopus-fr');
  const target = { path, dataImporterFolder: null, profile, bridgeName: 'sccm' };
  const content = { assets: () => assets, facts: () => runFacts };
  await writeImporterFiles(target, content, new AbortController().signal);
}

/** An executable file, started the way an .exe is. */
function writeProgram(folder: string, behaviour: Behaviour): string {
  const program = join(folder, 'ESI.Octopus.DataImporterApp.exe');
  const module = pathToFileURL(resolve('dist', 'test', 'fakes', 'data-importer.js')).href;
  const lines = [
    `#!${process.execPath}`,
    `import(${JSON.stringify(module)}).then((it) =>`,
    `  it.playDataImporter(${JSON.stringify(behaviour)}, process.argv.slice(2)));`,
  ];
  writeFileSync(program, lines.join('\n'));
  chmodSync(program, 0o755);
  return program;
}

/** The text of every file of a folder, as bytes and as UTF-16. */
function textsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return [entry.name, `${bytes.toString('utf8')}\n${bytes.toString('utf16le')}`];
    }),
  );
}

function isRunning(pid: number | null): boolean {
  try {
    process.kill(pid ?? 0, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) Z/.test(readFileSync(status, 'utf8'));
}
