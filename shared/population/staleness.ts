import { z } from 'zod';
import { type Clock, clocks, type Life, type Staleness, type Tier } from '../asset/life.ts';
import { dayOf } from '../instant.ts';
import { messages } from './messages.ts';

const days = z.int().min(1);
const limits = ['flagDays', 'retireDays', 'dropDays'] as const;

/** Block `rules.staleness` of the configuration: what becomes of a device after so many days of silence. */
export const stalenessRules = z
  .strictObject({
    /** The clocks that count; the newest of them tells when a device was last heard of. */
    clocks: z
      .array(z.enum(clocks))
      .min(1)
      .default([...clocks]),
    /** Marked in `life.staleness.tier`, and nothing else. */
    flagDays: days.optional(),
    /** Published with the status `retired`, and the day of it. */
    retireDays: days.optional(),
    /** Left out, with the reason `stale`. */
    dropDays: days.optional(),
  })
  .superRefine((rules, context) => {
    const set = limits.filter((name) => rules[name] !== undefined);
    for (const [index, name] of set.entries()) {
      const before = set[index - 1];
      if (before === undefined || Number(rules[name]) > Number(rules[before])) continue;
      context.addIssue({
        code: 'custom',
        path: [name],
        params: { text: messages.daysDescend(name, before) },
      });
    }
  });
export type StalenessRules = z.infer<typeof stalenessRules>;

/** Where an asset holds each clock. */
const fields = {
  heartbeat: 'lastHeartbeatAt',
  hardwareScan: 'lastInventoryAt',
  directoryLogon: 'lastDirectoryLogonAt',
  mdmSync: 'lastMdmSyncAt',
} as const satisfies Readonly<Record<Clock, keyof Life>>;

/** When a device was last heard of, and by which clock; null when no clock is known. */
export type Sign = Pick<Staleness, 'clock' | 'since'>;

/**
 * The newest day of the clocks that count, the first clock among equals. `latest`: a clock that shows a later day goes
 * wrong, and does not count.
 */
export function newestSign(life: Life, counting: readonly Clock[], latest: string | null): Sign | null {
  let newest: Sign | null = null;
  for (const clock of counting) {
    const moment = life[fields[clock]];
    if (moment === null) continue;
    const since = dayOf(moment);
    if ((latest === null || since <= latest) && (newest === null || since > newest.since))
      newest = { clock, since };
  }
  return newest;
}

/** Somebody put it away: that it is silent says nothing. */
const putAway: ReadonlySet<Life['status']> = new Set(['stock', 'inRepair', 'broken', 'missing']);

/**
 * What becomes of a device that was last heard of on a day, on the day that the source shows now. One that somebody put
 * away is marked at most.
 */
export function tierOf(
  status: Life['status'],
  since: string,
  reference: string,
  rules: StalenessRules,
): Tier {
  const silent = dayNumber(reference) - dayNumber(since);
  const reached = (limit: number | undefined) => limit !== undefined && silent >= limit;
  if (putAway.has(status)) return limits.some((name) => reached(rules[name])) ? 'flag' : 'keep';
  if (reached(rules.dropDays)) return 'drop';
  if (reached(rules.retireDays)) return 'retire';
  return reached(rules.flagDays) ? 'flag' : 'keep';
}

/** Days of silence after which anything happens at all; null when nothing ever does. */
export const firstLimit = (rules: StalenessRules): number | null =>
  rules.flagDays ?? rules.retireDays ?? rules.dropDays ?? null;

const dayMilliseconds = 86_400_000;

/** A calendar day as a number that days can be counted with. */
export const dayNumber = (day: string): number => Date.parse(day) / dayMilliseconds;

/** The calendar day so many days after another one. */
export const daysAfter = (day: string, count: number): string =>
  dayOf(new Date((dayNumber(day) + count) * dayMilliseconds).toISOString());
