import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '../../shared/secret.ts';
import type { Notice } from '../../shared/text.ts';
import { fileFailure } from '../file-failure.ts';
import { type Argument, importArguments, pathsWithSpaces } from './command-line.ts';
import { type LogCopies, readLog } from './log.ts';
import { type LogPlace, logPath, snapshotLogs } from './log-files.ts';
import type { LogFindings } from './log-reading.ts';
import { logRedaction } from './log-redaction.ts';
import { messages } from './messages.ts';
import { askedSources, type ImportSettings } from './preparation.ts';
import { type ProgramEnd, type ProgramRun, runProgram } from './program.ts';
import { changedFile, type Published } from './published.ts';
import { judge, type Verdict } from './verdict.ts';

/** Everything that one import needs, checked beforehand. */
export interface ImportRun {
  readonly settings: ImportSettings;
  readonly password: string;
  readonly secrets: Secrets;
  readonly published: Published;
  /** Folder for working files, removed by the caller. */
  readonly folder: string;
  readonly copies: LogCopies;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Told as soon as DataImporter has a process. */
  readonly started: (pid: number) => void;
}

/** What became of an import; every text of it is redacted. */
export interface ImportResult {
  readonly verdict: Verdict;
  readonly end: ProgramEnd;
  readonly findings: LogFindings | null;
  /** The redacted log; null when there was none, or it could not be kept. */
  readonly copy: string | null;
  /** The last lines that DataImporter wrote to the console. */
  readonly said: readonly string[];
  readonly notices: readonly Notice[];
}

const saidLines = 10;

/** Runs DataImporter on published files, reads its log, and judges. Rejects only on what is wrong before the start. */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const { settings, secrets, copies, published } = run;
  const sent = askedSources(settings, published.sources);
  const place = logPlace(run);
  const args = argumentsOf(run, place);
  const before = await snapshotLogs(place).catch((error) => {
    throw fileFailure(error, place.folder);
  });
  const end = await runProgram(programRun(run, args));
  const sources = sent.map(({ name }) => name);
  const paths = args.filter(({ isPath }) => isPath).map(({ value }) => value);
  const log = await readLog({ settings, secrets, copies, place, before, end, sources, paths });
  const files = await filesAfterwards(published);
  const verdict = judge({
    program: settings.program,
    timeLimitMinutes: settings.timeLimitMinutes,
    end,
    findings: log.findings,
    sent,
    successDemanded: settings.patterns.success !== undefined,
    changed: files.changed,
  });
  return {
    verdict,
    end,
    findings: log.findings,
    copy: log.copy,
    said: lastLines(end.said, logRedaction(secrets, settings.login)),
    notices: [...spaces(args), ...log.notices, ...files.notices, ...verdict.notices],
  };
}

const argumentsOf = ({ settings, password, published }: ImportRun, place: LogPlace): Argument[] =>
  importArguments({
    login: settings.login,
    password,
    team: settings.team,
    configPath: published.configPath,
    logPath: logPath(place),
    specificSource: settings.specificSource ?? null,
  });

const programRun = (
  { settings, password, environment, signal, started }: ImportRun,
  args: readonly Argument[],
): ProgramRun => ({
  program: settings.program,
  args,
  quoting: settings.quoting,
  environment: withoutValue(environment, password),
  timeLimitMilliseconds: settings.timeLimitMinutes * 60_000,
  signal,
  started,
});

/** Whether a published file changed while it was imported; what cannot be read again is told, not presumed. */
async function filesAfterwards({ files }: Published): Promise<{ changed: string | null; notices: Notice[] }> {
  try {
    return { changed: await changedFile(files), notices: [] };
  } catch {
    return { changed: null, notices: [{ code: 'files-unverified', text: messages.unverified }] };
  }
}

/** The configured folder, or one of the run, so that the unredacted log is gone when the run ends. */
function logPlace({ settings: { log }, folder }: ImportRun): LogPlace {
  if (log.folder !== undefined) return { folder: log.folder, prefix: log.prefix };
  const own = join(folder, 'log');
  mkdirSync(own, { mode: 0o700 });
  return { folder: own, prefix: log.prefix };
}

/** The environment without the variable that holds the password: DataImporter gets it the documented way. */
const withoutValue = (environment: NodeJS.ProcessEnv, value: string): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, each]) => each !== value));

function spaces(args: readonly Argument[]): Notice[] {
  const names = pathsWithSpaces(args);
  return names.length > 0 ? [{ code: 'spaces', text: messages.spaces(names) }] : [];
}

const lastLines = (text: string, redacted: (line: string) => string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-saidLines)
    .map(redacted);
