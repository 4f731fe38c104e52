import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const pollMilliseconds = 20;
/** Ticks of the processor's clock a second, as Linux counts them for programs. */
const ticks = 100;

/** What a process took. Processor time and memory are null where the system does not tell them as Linux does. */
export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  /** Most memory that it held at once. */
  readonly megabytes: number | null;
  readonly stdout: string;
}

/** Runs a program to its end, and reads from the system what it takes. Throws when it fails. */
export async function measured(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...environment } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  let taken: Taken = { cpuSeconds: null, megabytes: null };
  let running = true;
  const code = ended.finally(() => {
    running = false;
  });
  while (running) {
    taken = takenBy(child.pid) ?? taken;
    await Promise.race([code, pause(pollMilliseconds)]);
  }
  const seconds = (performance.now() - start) / 1000;
  if ((await code) !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${await code}: ${stderr.slice(-500)}`);
  return { seconds, ...taken, stdout };
}

export type Taken = Pick<Measured, 'cpuSeconds' | 'megabytes'>;

/** What a process has taken so far; null when it is gone, or on another system than Linux. */
export function takenBy(pid: number | undefined): Taken | null {
  try {
    const [, times = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = times.split(' ').slice(11, 13).map(Number);
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peak === undefined) return null; // it has ended, and is only waited for
    return {
      cpuSeconds: (Number(user) + Number(system)) / ticks,
      megabytes: Math.round(Number(peak) / 1024),
    };
  } catch {
    return null;
  }
}
