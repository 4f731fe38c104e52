import { constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OutputError } from '../errors.ts';
import { messages } from './messages.ts';
import { SiteStore, storeFileName } from './site-store.ts';

/** Even a read lock of SQLite is a folder beside the file, which would stand in the way of a run. */
const files = [storeFileName, `${storeFileName}-journal`] as const;
const attempts = 100;
const pauseMilliseconds = 300;
/** A file that was written less long ago may be written again without a later time. */
const calmMilliseconds = 50;

/**
 * Reads the store of a state folder without touching that folder, even while a run writes to it: `read` gets a private
 * copy of what was last committed, which is gone afterwards. Null where there is no store. Rejects with `OutputError` for
 * a store that will not do, or that is being written for too long.
 */
export async function readStore<T>(
  stateFolder: string,
  read: (store: SiteStore) => T | Promise<T>,
  signal: AbortSignal,
): Promise<T | null> {
  const path = join(stateFolder, storeFileName);
  if (signatureOf(stateFolder) === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bridge-store-'));
  try {
    for (let attempt = 1; !copyCalm(stateFolder, folder); attempt += 1) {
      if (attempt === attempts)
        throw new OutputError(messages.storeBusy(path), { hint: messages.storeBusyHint });
      await pause(pauseMilliseconds, null, { signal });
    }
    const store = await SiteStore.open(folder, path);
    try {
      return await read(store);
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the store and the journal of a transaction that has not ended, by which the copy goes back to before it. False
 * when they changed meanwhile.
 */
function copyCalm(from: string, to: string): boolean {
  const before = signatureOf(from);
  if (before === null || Math.abs(Date.now() - before.changed) < calmMilliseconds) return false;
  for (const name of files) rmSync(join(to, name), { force: true });
  for (const name of before.present)
    try {
      copyFileSync(join(from, name), join(to, name), constants.COPYFILE_FICLONE);
    } catch (error) {
      if (isMissing(error)) return false; // the journal of a transaction that has just ended
      throw error;
    }
  return signatureOf(from)?.text === before.text;
}

/** Sizes and times of the files; null without a store. */
function signatureOf(folder: string): { text: string; changed: number; present: string[] } | null {
  const stats = files.map((name) => ({
    name,
    stat: statSync(join(folder, name), { throwIfNoEntry: false }),
  }));
  const known = stats.flatMap(({ name, stat }) => (stat ? [{ name, stat }] : []));
  if (known[0]?.name !== storeFileName) return null;
  return {
    text: known.map(({ name, stat }) => `${name} ${stat.size} ${stat.mtimeMs}`).join(),
    changed: Math.max(...known.map(({ stat }) => stat.mtimeMs)),
    present: known.map(({ name }) => name),
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
