import type { IntuneRules } from '../rules.ts';
import type { DeviceSpool } from './spool.ts';

const dayMilliseconds = 86_400_000;

/**
 * What can be judged only when the whole list is there: who is silent, and which names are taken. The newest sync of the
 * tenant is the clock, so that the same state of the source gives the same files on any day.
 */
export function settle(spool: DeviceSpool, { staleDays }: IntuneRules): void {
  const newest = spool.newestSync();
  if (staleDays !== undefined && newest !== null) {
    const since = new Date(Date.parse(newest) - staleDays * dayMilliseconds);
    spool.excludeSilentSince(`${since.toISOString().slice(0, 19)}Z`);
  }
  spool.markTakenNames();
}
