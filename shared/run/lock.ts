import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * A file that names the processes for which something is reserved, one a line. Processes that are gone count no
 * longer, so that a run that died stands in nobody's way.
 */
export class Lock {
  readonly path: string;
  #mine: readonly number[] = [process.pid];

  private constructor(path: string) {
    this.path = path;
    try {
      writeFileSync(path, this.#content(), { flag: 'wx' });
    } catch (error) {
      if (livingHolder(path) !== null) throw error;
      writeFileSync(path, this.#content());
    }
  }

  /** Takes the lock. Throws what `refused` makes of the process that holds it, or the error of the file system. */
  static take(path: string, refused: (holder: number, cause: unknown) => Error): Lock {
    try {
      return new Lock(path);
    } catch (error) {
      const holder = livingHolder(path);
      throw holder === null ? error : refused(holder, error);
    }
  }

  /** Keeps it for a child process too, should that one outlive us. */
  shareWith(pid: number): void {
    this.#mine = [...this.#mine, pid];
    try {
      writeFileSync(this.path, this.#content());
    } catch {
      // It still holds for us; the child is already at work, and is watched.
    }
  }

  /** Lets the next one in, unless a process that shares it still lives. */
  release(): void {
    this.#mine = this.#mine.filter((pid) => pid !== process.pid && isAlive(pid));
    if (this.#mine.length > 0) writeFileSync(this.path, this.#content());
    else rmSync(this.path, { force: true });
  }

  #content(): string {
    return this.#mine.join('\n');
  }
}

/** The first living process that a lock file names; null when there is none, or no such file. */
function livingHolder(path: string): number | null {
  try {
    const pids = readFileSync(path, 'utf8').split('\n').map(Number);
    return pids.find((pid) => Number.isInteger(pid) && pid > 0 && isAlive(pid)) ?? null;
  } catch {
    return null; // the caller meets the real error on writing
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
