import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const program = join('dist', 'bridges', 'cli.js');

/** How a command ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is still running. */
export interface Running {
  readonly ended: Promise<Ended>;
  interrupt(signal?: 'SIGINT' | 'SIGHUP'): void;
  /** Ends it at once, without asking. */
  kill(): void;
}

/** Starts the built command as a user would; `LANG` is English unless the test says otherwise. */
export function startBridge(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, LANG: 'en_CA.UTF-8', ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { ended, interrupt: (signal = 'SIGINT') => child.kill(signal), kill: () => child.kill('SIGKILL') };
}

/** Runs the built command to its end. */
export const runBridge = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  startBridge(args, environment).ended;

/** Every file of a folder with the hash of its bytes, to prove that nothing changed. */
export function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
