import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** Size of one copy, in characters; the rest of a longer log is read, but not kept. */
export const copyLimit = 20_000_000;

/** The log of one import as it may be kept: its lines are written when they are redacted. UTF-8, for Notepad. */
export class LogCopy {
  readonly path: string;
  readonly #stream;
  #left = copyLimit;

  /** `folder` holds the copies of all imports, `name` is that of this one. */
  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.path = join(folder, name);
    this.#stream = createWriteStream(this.path, { mode: 0o600 });
    this.#stream.on('error', () => {}); // close() tells
    this.#stream.write('\ufeff');
  }

  /** The log was longer than what is kept. */
  get isCut(): boolean {
    return this.#left <= 0;
  }

  async add(line: string): Promise<void> {
    if (this.isCut) return;
    this.#left -= line.length + 2;
    const isFull = !this.#stream.write(`${line}\r\n`);
    if (isFull && !this.#stream.errored) await once(this.#stream, 'drain').catch(() => {});
  }

  /** Resolves with true when the copy is on the disk: an import is judged even where its log cannot be kept. */
  async close(): Promise<boolean> {
    this.#stream.end();
    return finished(this.#stream).then(
      () => true,
      () => false,
    );
  }
}

/** Removes the copies written before a moment; one that cannot be removed now is removed by the next run. */
export function removeOldCopies(folder: string, before: Date): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    try {
      if (statSync(path).mtimeMs < before.getTime()) rmSync(path, { force: true });
    } catch {
      // another day
    }
  }
}
