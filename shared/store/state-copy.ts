import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutputError } from '../errors.ts';
import { livingHolder } from '../run/lock.ts';
import { messages } from './messages.ts';

/** How long a run may be in the middle of writing. */
const patienceMilliseconds = 60_000;
const pauseMilliseconds = 100;
/** Where SQLite counts the transactions that wrote. */
const counterOffset = 24;

/**
 * Copies the databases of a state folder, each as it was between two transactions. The folder is only read and its lock
 * is not taken: neither does this keep a run from beginning, nor does a run in progress keep this from copying, unless it
 * writes without end. Throws `OutputError` then, or where a file cannot be read.
 */
export async function copyState(from: string, to: string, signal: AbortSignal): Promise<void> {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from).filter((each) => each.endsWith('.sqlite')))
    await copyDatabase(join(from, name), join(to, name), join(from, 'lock'), signal);
}

async function copyDatabase(path: string, copy: string, lock: string, signal: AbortSignal): Promise<void> {
  const begun = Date.now();
  while (!copiedAtRest(path, copy, lock)) {
    const holder = livingHolder(lock);
    if (Date.now() - begun > patienceMilliseconds)
      throw new OutputError(messages.storeBusy(path, holder), { hint: messages.storeBusyHint });
    await sleep(pauseMilliseconds, undefined, { signal });
  }
}

/** Copies a database, and says whether nobody wrote meanwhile: whether its bytes are of one transaction. */
function copiedAtRest(path: string, copy: string, lock: string): boolean {
  const journal = `${path}-journal`;
  rmSync(`${copy}-journal`, { force: true });
  try {
    const isWritten = existsSync(journal);
    // A journal that a killed process left behind goes with its database: opening the copy takes that transaction back.
    if (isWritten && livingHolder(lock) !== null) return false;
    const before = stamp(path);
    copyFileSync(path, copy);
    if (isWritten) copyFileSync(journal, `${copy}-journal`);
    return existsSync(journal) === isWritten && stamp(path) === before;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false;
    throw new OutputError(messages.storeUnreadable(path), { hint: messages.storeUnreadableHint, cause });
  }
}

/** What differs once anybody has written: size, time, and SQLite's own count. */
function stamp(path: string): string {
  const { size, mtimeNs } = statSync(path, { bigint: true });
  const file = openSync(path, 'r');
  try {
    const counter = Buffer.alloc(4);
    readSync(file, counter, 0, counter.length, counterOffset);
    return `${size} ${mtimeNs} ${counter.toString('hex')}`;
  } finally {
    closeSync(file);
  }
}
