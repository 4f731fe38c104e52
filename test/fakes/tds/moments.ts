/** A wall-clock time: the day counted from 0001-01-01, and units of 100 ns since its midnight. */
export interface WallClock {
  readonly day: number;
  readonly ticks: number;
}

const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?Z?)?$/;
const dayMilliseconds = 86_400_000;
const ticksPerMillisecond = 10_000;
/** Days from 0001-01-01 to 1970-01-01. */
const unixDay = 719_162;

export const ticksPerSecond = 10_000_000;
export const ticksPerDay = 86_400 * ticksPerSecond;
/** Days from 0001-01-01 to 1900-01-01, where datetime begins to count. */
export const day1900 = 693_595;

/** Reads ISO 8601 text, or the UTC fields of a `Date`. Throws `TypeError`. */
export function wallClock(value: unknown): WallClock {
  if (value instanceof Date) return fromMilliseconds(value.getTime());
  const found = typeof value === 'string' ? form.exec(value) : null;
  if (!found) throw new TypeError(`not a time: ${String(value)}`);
  const [, date, hours, minutes, seconds, fraction] = found;
  const { day } = fromMilliseconds(Date.parse(`${date}T00:00:00Z`));
  const wholeSeconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return { day, ticks: wholeSeconds * ticksPerSecond + Number((fraction ?? '').padEnd(7, '0')) };
}

function fromMilliseconds(milliseconds: number): WallClock {
  if (!Number.isFinite(milliseconds)) throw new TypeError('not a time');
  const day = Math.floor(milliseconds / dayMilliseconds);
  return { day: day + unixDay, ticks: (milliseconds - day * dayMilliseconds) * ticksPerMillisecond };
}

/** ISO 8601 text without a zone, the fraction only where there is one. */
export function isoText({ day, ticks }: WallClock): string {
  const whole = new Date((day - unixDay) * dayMilliseconds + Math.floor(ticks / ticksPerSecond) * 1000);
  const fraction = (ticks % ticksPerSecond).toString().padStart(7, '0').replace(/0+$/, '');
  return whole.toISOString().slice(0, 19) + (fraction === '' ? '' : `.${fraction}`);
}
