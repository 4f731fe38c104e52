import { join } from 'node:path';
import { removeOldCopies } from '../output/import/log-copy.ts';
import { forgetJournal } from '../shared/run/journal.ts';
import { forgetPending } from '../shared/run/pending.ts';

const dayMilliseconds = 86_400_000;

/** Folder in the state folder with the logs of imports. */
export const importLogs = (stateFolder: string): string => join(stateFolder, 'imports');

/**
 * Drops what is older than so many days: lines of the journal, logs of imports, and what killed runs left whose series
 * never ran again. The caller holds the state; what cannot be dropped now is dropped by the next run.
 */
export function forgetOldLogs(stateFolder: string, days: number, now: Date): void {
  const before = new Date(now.getTime() - days * dayMilliseconds);
  for (const forget of [
    () => forgetJournal(stateFolder, before),
    () => removeOldCopies(importLogs(stateFolder), before),
    () => forgetPending(stateFolder, before),
  ])
    try {
      forget();
    } catch {
      // another day
    }
}
