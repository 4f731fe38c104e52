import { ofFewTexts } from './device/remembered.ts';

const wallClock = /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(Z?)$/;
/** As drivers write it, by the million: the answer already, but for its day. */
const plain = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;
const dayLength = 10;

/** Days that systems write when they mean "none". */
const noneDays = new Set([
  '1601-01-01',
  '1753-01-01',
  '1899-12-30',
  '1900-01-01',
  '1970-01-01',
  '1980-01-01',
]);

type Day = 'real' | 'none' | 'wrong';

const judgeDay = ofFewTexts((text): Day => {
  const time = dayForm.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is read as 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, dayLength) !== text) return 'wrong';
  return noneDays.has(text) ? 'none' : 'real';
});

/**
 * A time as `YYYY-MM-DDTHH:MM:SS`, with `Z` only if the text had it; null for a day that means none.
 * Throws `TypeError` on text that is not a time.
 */
export function readMoment(value: string): string | null {
  const moment = plain.test(value) ? value : spelledOut(value);
  const day = judgeDay(moment.slice(0, dayLength));
  if (day === 'wrong') throw new TypeError(`not a time: ${value.slice(0, 40)}`);
  return day === 'none' ? null : moment;
}

/** The same moment in the form of all; nothing for other text. */
function spelledOut(value: string): string {
  const [, day, time, zone] = wallClock.exec(dayForm.test(value) ? `${value}T00:00:00` : value) ?? [];
  return day === undefined ? '' : `${day}T${time}${zone}`;
}

/** The calendar day of a time. */
export const dayOf = (moment: string): string => moment.slice(0, dayLength);

const digits = (value: number, length: number) => String(value).padStart(length, '0');
const pairs = Array.from({ length: 60 }, (_, value) => digits(value, 2));

/** A driver's `Date`, which holds wall-clock time in its UTC fields, as ISO text without a zone; read by the million. */
export function wallClockText(date: Date): string {
  const day = `${digits(date.getUTCFullYear(), 4)}-${pairs[date.getUTCMonth() + 1]}-${pairs[date.getUTCDate()]}`;
  return `${day}T${pairs[date.getUTCHours()]}:${pairs[date.getUTCMinutes()]}:${pairs[date.getUTCSeconds()]}`;
}
