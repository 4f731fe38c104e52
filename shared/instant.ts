const wallClock = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(Z?)$/;
const dayOnly = /^\d{4}-\d\d-\d\d$/;

/** Days that systems write when they mean "none". */
const noneDays = new Set([
  '1601-01-01',
  '1753-01-01',
  '1899-12-30',
  '1900-01-01',
  '1970-01-01',
  '1980-01-01',
]);

/**
 * A time as `YYYY-MM-DDTHH:MM:SS`, with `Z` only if the text had it; null for a day that means none.
 * Throws `TypeError` on text that is not a time.
 */
export function readMoment(value: string): string | null {
  const text = dayOnly.test(value) ? `${value}T00:00:00` : value;
  const found = wallClock.exec(text);
  if (!found || Number.isNaN(Date.parse(text.replace(' ', 'T'))))
    throw new TypeError(`not a time: ${value.slice(0, 40)}`);
  const [, day, time, , zone] = found;
  return noneDays.has(String(day)) ? null : `${day}T${time}${zone}`;
}

/** The calendar day of a time. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

const digits = (value: number, length: number) => String(value).padStart(length, '0');
const pairs = Array.from({ length: 60 }, (_, value) => digits(value, 2));

/** A driver's `Date`, which holds wall-clock time in its UTC fields, as ISO text without a zone; read by the million. */
export function wallClockText(date: Date): string {
  const day = `${digits(date.getUTCFullYear(), 4)}-${pairs[date.getUTCMonth() + 1]}-${pairs[date.getUTCDate()]}`;
  return `${day}T${pairs[date.getUTCHours()]}:${pairs[date.getUTCMinutes()]}:${pairs[date.getUTCSeconds()]}`;
}
