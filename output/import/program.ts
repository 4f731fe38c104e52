import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Argument, argumentText, windowsArgument, windowsQuoted } from './command-line.ts';
import type { DataImporterSettings } from './settings.ts';

/** A program to run to its end. */
export interface ProgramRun {
  readonly program: string;
  readonly args: readonly Argument[];
  readonly quoting: DataImporterSettings['quoting'];
  readonly environment: NodeJS.ProcessEnv;
  readonly timeLimitMilliseconds: number;
  readonly signal: AbortSignal;
  /** Told as soon as the program has a process. */
  readonly started: (pid: number) => void;
}

/** How it ended. */
export interface ProgramEnd {
  readonly kind: 'ended' | 'notStarted' | 'timeLimit' | 'interrupted';
  /** Null when it did not end by itself. */
  readonly exitCode: number | null;
  /** Signal that ended it, or code of the error that kept it from starting. */
  readonly cause: string | null;
  /** Process that could not be stopped. */
  readonly stillRuns: number | null;
  /** The last that it wrote to the console. */
  readonly said: string;
}

const isWindows = process.platform === 'win32';
/** How long a killed process may take to go, and how long the console of one that ended may stay open. */
const goneWithinMilliseconds = 10_000;
const closedWithinMilliseconds = 2_000;
const consoleLimit = 16_384;

/**
 * Runs a program without a shell, its input at its end from the start, so that a question cannot wait for an answer.
 * When the time is up or the signal says so, it is killed with every process that it started. Rejects only with the
 * signal's reason, when it is too late to start.
 */
export async function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  const nothing = { exitCode: null, cause: null, stillRuns: null, said: '' };
  run.signal.throwIfAborted();
  const child = start(run);
  if (typeof child === 'string') return { ...nothing, kind: 'notStarted', cause: child };
  const exited = new Promise<null>((resolve) => child.once('exit', () => resolve(null)));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const said = lastOf(child);
  const refused = await startFailure(child);
  if (refused) return { ...nothing, kind: 'notStarted', cause: refused };
  const { pid = 0 } = child;
  run.started(pid);
  const stopped = await Promise.race([exited, stopAsked(run)]);
  if (stopped) {
    killTree(child, pid);
    await Promise.race([exited, pause(goneWithinMilliseconds)]);
  }
  await Promise.race([closed, pause(closedWithinMilliseconds)]);
  const isGone = child.exitCode !== null || child.signalCode !== null;
  return {
    kind: stopped ?? 'ended',
    exitCode: child.exitCode,
    cause: child.signalCode,
    stillRuns: isGone ? null : pid,
    said: said(),
  };
}

/** Resolves when the user stops the run, or its time is up. */
function stopAsked({ signal, timeLimitMilliseconds }: ProgramRun): Promise<'timeLimit' | 'interrupted'> {
  const stop = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMilliseconds)]);
  const kind = () => (signal.aborted ? 'interrupted' : 'timeLimit');
  return new Promise((resolve) => {
    if (stop.aborted) resolve(kind());
    else stop.addEventListener('abort', () => resolve(kind()), { once: true });
  });
}

/** The process, or the code of the error; never the error, which repeats the arguments. */
function start({ program, args, quoting, environment }: ProgramRun): ChildProcess | string {
  try {
    return spawn(
      program,
      args.map((argument) => (isWindows ? windowsArgument(argument, quoting) : argumentText(argument))),
      {
        cwd: dirname(program),
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        // Elsewhere than on Windows, a group of processes that can be killed as a whole.
        detached: !isWindows,
        ...(isWindows && { windowsVerbatimArguments: true, argv0: windowsQuoted(program) }),
      },
    );
  } catch (error) {
    return codeOf(error);
  }
}

function startFailure(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    // Stays: killing may fail later, and that must not end our process.
    child.on('error', (error) => resolve(codeOf(error)));
    child.once('spawn', () => resolve(null));
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** Kills a process with those that it started. */
function killTree(child: ChildProcess, pid: number): void {
  if (isWindows) {
    const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    const killing = spawn(taskkill, ['/PID', String(pid), '/T', '/F'], {
      stdio: 'ignore',
      windowsHide: true,
    });
    killing.on('error', () => child.kill());
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** The last characters that a process writes, whenever asked. */
function lastOf(child: ChildProcess): () => string {
  let bytes = Buffer.alloc(0);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]).subarray(-consoleLimit);
    });
  return () => bytes.toString('utf8');
}
