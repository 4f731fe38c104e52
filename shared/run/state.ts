import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../errors.ts';
import { Lock } from './lock.ts';
import { messages } from './messages.ts';
import { isPending } from './pending.ts';

/**
 * The local folder beside `bridge.yaml`: the journal, and the working files of the run in progress. One run at a time:
 * a lock names its process.
 */
export class State {
  readonly folder: string;
  /** Working files of this run; gone when the run ends. */
  readonly runFolder: string;
  readonly lock: Lock;

  /** Throws `OutputError` when the folder cannot be written, or another run holds it. */
  constructor(folder: string, runId: string) {
    this.folder = folder;
    const runs = join(folder, 'runs');
    this.runFolder = join(runs, runId);
    try {
      mkdirSync(folder, { recursive: true });
      const lock = join(folder, 'lock');
      this.lock = Lock.take(lock, (holder, cause) => {
        const hint = messages.stateLockedHint(lock);
        return new OutputError(messages.stateLocked(folder, holder), { hint, cause });
      });
      removeLeftovers(runs);
      mkdirSync(this.runFolder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      if (cause instanceof OutputError) throw cause;
      throw new OutputError(messages.stateUnwritable(folder), { hint: messages.stateUnwritableHint, cause });
    }
  }

  /** Removes the working files, unless the next run needs them, and lets it in. */
  close(): void {
    try {
      // On Windows a virus scanner may hold a new file for a moment.
      if (!isPending(this.runFolder)) rmSync(this.runFolder, { recursive: true, force: true, maxRetries: 5 });
      const runs = join(this.folder, 'runs');
      if (readdirSync(runs).length === 0) rmSync(runs, { recursive: true, force: true });
    } finally {
      this.lock.release();
    }
  }
}

/** Removes the working files of killed runs; those of a run that may have published wait for the next of its series. */
function removeLeftovers(runs: string): void {
  if (!existsSync(runs)) return;
  for (const name of readdirSync(runs))
    if (!isPending(join(runs, name))) rmSync(join(runs, name), { recursive: true, force: true });
}
