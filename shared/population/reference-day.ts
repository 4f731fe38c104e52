import { dayNumber } from './staleness.ts';

/** Share of the devices whose clock may be ahead of all others without being believed; one device always may. */
const aheadShare = 0.05;

/**
 * The day that a source shows: the newest one that a device was heard of. It comes from the source alone, so that the
 * same source gives the same files on any day; a few devices that are more than a day ahead of all others have a wrong
 * clock, and do not make everybody else look silent.
 */
export class ReferenceDay {
  readonly #counts = new Map<string, number>();
  #devices = 0;

  /** Counts one device by the day that it was last heard of. */
  add(day: string): void {
    this.#devices += 1;
    this.#counts.set(day, (this.#counts.get(day) ?? 0) + 1);
  }

  /** The day; null when no device has one. */
  day(): string | null {
    const days = [...this.#counts.keys()].sort().reverse();
    const bearable = Math.max(1, Math.floor(this.#devices * aheadShare));
    let reference = days[0] ?? null;
    let ahead = 0;
    for (const [index, day] of days.entries()) {
      ahead += this.#counts.get(day) ?? 0;
      const next = days[index + 1];
      if (next === undefined || ahead > bearable) break;
      if (dayNumber(day) - dayNumber(next) > 1) reference = next;
    }
    return reference;
  }
}
