import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../errors.ts';
import { messages } from './messages.ts';

/**
 * The local folder beside `bridge.yaml`: the journal, and the working files of the run in progress. One run at a time:
 * a lock names its process.
 */
export class State {
  readonly folder: string;
  /** Working files of this run; gone when the run ends. */
  readonly runFolder: string;
  readonly #lock: string;

  /** Throws `OutputError` when the folder cannot be written, or another run holds it. */
  constructor(folder: string, runId: string) {
    this.folder = folder;
    this.#lock = join(folder, 'lock');
    const runs = join(folder, 'runs');
    this.runFolder = join(runs, runId);
    try {
      mkdirSync(folder, { recursive: true });
      this.#takeLock();
      rmSync(runs, { recursive: true, force: true });
      mkdirSync(this.runFolder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      if (cause instanceof OutputError) throw cause;
      throw new OutputError(messages.stateUnwritable(folder), { hint: messages.stateUnwritableHint, cause });
    }
  }

  /** Removes the working files and lets the next run in. */
  close(): void {
    rmSync(this.runFolder, { recursive: true, force: true });
    const runs = join(this.folder, 'runs');
    if (readdirSync(runs).length === 0) rmSync(runs, { recursive: true, force: true });
    rmSync(this.#lock, { force: true });
  }

  #takeLock(): void {
    const mine = String(process.pid);
    try {
      writeFileSync(this.#lock, mine, { flag: 'wx' });
    } catch (error) {
      const holder = Number(readLock(this.#lock));
      if (Number.isInteger(holder) && isAlive(holder)) throw this.#locked(holder, error);
      writeFileSync(this.#lock, mine);
    }
  }

  #locked(holder: number, cause: unknown): OutputError {
    const hint = messages.stateLockedHint(this.#lock);
    return new OutputError(messages.stateLocked(this.folder, holder), { hint, cause });
  }
}

/** The process id in a lock file; empty when there is none, so that the caller meets the real error on writing. */
function readLock(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'none';
  } catch {
    return 'none';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
