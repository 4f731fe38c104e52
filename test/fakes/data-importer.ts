import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What this DataImporter does; all of it is known, or feared, of the real one. */
export interface Behaviour {
  /** Lines of the log; `{rows}` is the number of rows it found, `{name}` the source, `{start}` its parameters. */
  readonly log?: readonly string[] | null;
  readonly encoding?: 'utf8' | 'latin1' | 'utf16le';
  /** Time stamp in the name of the log; null for none, as older versions did. */
  readonly stamp?: string | null;
  /** Goes on with the log that is there. */
  readonly appends?: boolean;
  /** A second log, written before, with another stamp. */
  readonly earlierLog?: { readonly stamp: string; readonly lines: readonly string[] };
  /** How often the first line is repeated before the others. */
  readonly repeat?: number;
  /** The log comes this many milliseconds after the program has ended. */
  readonly lateMilliseconds?: number;
  readonly workMilliseconds?: number;
  /** Never ends; starts a child that never ends either. */
  readonly hangs?: boolean;
  /** Asks a question and waits for the answer. */
  readonly asks?: boolean;
  readonly crashes?: boolean;
  /** Changes the published rows while it reads them. */
  readonly spoils?: boolean;
  readonly exitCode?: number;
}

/** What the program was started with, for the test to look at. */
export interface Call {
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: readonly string[];
  readonly child: number | null;
}

/** The log of an import that went well, as a program of this kind may write it in French. */
export const goodLog = [
  'Démarrage {start}',
  'Source : {name}',
  'Lignes traitées : {rows}',
  'Éléments ajoutés : 1',
  'Éléments modifiés : 2',
  'Éléments ignorés : 0',
  'Éléments en erreur : 0',
  'Importation terminée',
];

/** Plays DataImporter: documented switches in, time-stamped log out. Never returns; ends the process. */
export async function playDataImporter(behaviour: Behaviour, args: readonly string[]): Promise<void> {
  const option = (name: string) =>
    args.find((arg) => arg.toLowerCase().startsWith(`/${name.toLowerCase()}:`))?.slice(name.length + 2) ?? '';
  const child = behaviour.hangs ? startChild() : null;
  const call: Call = {
    args,
    folder: process.cwd(),
    environment: Object.values(process.env).map(String),
    child,
  };
  writeFileSync(join(dirname(String(process.argv[1])), 'call.json'), JSON.stringify(call));
  const source = readSource(option('ConfigFilePath'));
  if (behaviour.spoils) appendFileSync(source.file, '"one more"\r\n');
  process.stdout.write(`DataImporter ${option('Login')} ${option('Password')}\n`);
  if (behaviour.asks) await answer();
  await pause(behaviour.workMilliseconds ?? 0);
  const fill = (line: string) =>
    line
      .replace('{rows}', String(source.rows))
      .replace('{name}', source.name)
      .replace('{start}', args.join(' '));
  const write = (stamp: string | null, lines: readonly string[]) =>
    writeLog(stampedPath(option('LogFilePath'), stamp), lines.map(fill), behaviour);
  if (behaviour.earlierLog) write(behaviour.earlierLog.stamp, behaviour.earlierLog.lines);
  const stamp = behaviour.stamp === undefined ? '20261122_020000' : behaviour.stamp;
  const log = behaviour.log === undefined ? goodLog : behaviour.log;
  if (behaviour.lateMilliseconds !== undefined) writeLater(behaviour, args);
  else if (log) write(stamp, log);
  if (behaviour.hangs) await pause(600_000);
  if (behaviour.crashes) process.kill(process.pid, 'SIGSEGV');
  process.exit(behaviour.exitCode ?? 0);
}

function stampedPath(path: string, stamp: string | null): string {
  const name = stamp === null ? basename(path) : `${basename(path, '.log')}_${stamp}.log`;
  return join(dirname(path), name);
}

function writeLog(
  path: string,
  lines: readonly string[],
  { encoding = 'utf8', repeat = 1, appends }: Behaviour,
): void {
  const [first = '', ...others] = lines;
  mkdirSync(dirname(path), { recursive: true });
  const mark = encoding === 'utf16le' ? '\ufeff' : '';
  if (!appends) writeFileSync(path, '');
  const text = `${mark}${`${first}\r\n`.repeat(repeat)}${others.map((line) => `${line}\r\n`).join('')}`;
  appendFileSync(path, Buffer.from(text, encoding));
}

/** The same program again, detached, when this one has ended. */
function writeLater(behaviour: Behaviour, args: readonly string[]): void {
  const { lateMilliseconds = 0, ...rest } = behaviour;
  const later = { ...rest, workMilliseconds: lateMilliseconds };
  const script = `import(${JSON.stringify(import.meta.url)}).then((it) => it.playDataImporter(${JSON.stringify(later)}, ${JSON.stringify(args)}))`;
  spawn(process.execPath, ['-e', script, String(process.argv[1])], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}

function startChild(): number | null {
  return spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)'], { stdio: 'ignore' }).pid ?? null;
}

function answer(): Promise<void> {
  process.stdout.write('Press Enter to continue\n');
  return new Promise((resolve) => {
    process.stdin.once('data', () => resolve()).once('end', () => resolve());
  });
}

/** The first source of a configuration and the rows that it names; a tag that is unknown is passed over in silence. */
function readSource(path: string): { name: string; file: string; rows: number } {
  const xml = readFileSync(path, 'latin1');
  const tag = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? '';
  const view = tag(/<ViewName>\[(.*?)\]/);
  const dataSource = tag(/(?:Data Source|Database)=([^;]*);/);
  const file = view.endsWith('.csv') ? join(dataSource, view) : dataSource;
  const rows = view.endsWith('.csv') ? readFileSync(file, 'latin1').trim().split('\r\n').length - 1 : 3;
  return { name: tag(/<Source Name="(.*?)"/), file, rows };
}
