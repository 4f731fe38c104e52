import { guid } from '../../shared/device/guid.ts';
import { readMoment } from '../../shared/instant.ts';

/**
 * Turns one JSON value or report cell into a typed value; null for unknown. Here, and nowhere else, what Intune
 * writes when it does not know becomes null. Throws `TypeError` on a value of another kind.
 */
export type Reader<T> = (value: unknown) => T | null;

/** Years outside of these are marks: 0001 for never, 9999 for no end. */
const firstYear = 1990;
const lastYear = 9000;

const unknownWords = new Set(['', 'unknown', 'unknownfuturevalue']);

/** Trimmed text; blank and `Unknown` in any case are unknown. */
export const text: Reader<string> = (value) => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new TypeError(`not a text: ${typeof value}`);
  const trimmed = value.trim();
  return unknownWords.has(trimmed.toLowerCase()) ? null : trimmed;
};

/** `true` or `false`, as JSON or as a word. */
export const flag: Reader<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  const word = text(value)?.toLowerCase() ?? null;
  if (word === null) return null;
  if (word !== 'true' && word !== 'false') throw new TypeError('neither true nor false');
  return word === 'true';
};

/** A whole number above zero: Intune writes 0 for a size or a percentage that it does not know. */
export const positiveNumber: Reader<number> = (value) => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError('not a number');
  return Number.isSafeInteger(value) && value > 0 ? value : null;
};

/** A time in UTC, from JSON (`2026-11-20T08:14:52Z`) as from a report (`2026-11-20 08:14:52.0000000`). */
export const instant: Reader<string> = (value) => {
  const written = text(value);
  const moment = written === null ? null : readMoment(written);
  if (moment === null) return null;
  const year = Number(moment.slice(0, 4));
  if (year < firstYear || year > lastYear) return null;
  return moment.endsWith('Z') ? moment : `${moment}Z`;
};

/** A calendar day, `2026-10-01`. */
export const day: Reader<string> = (value) => instant(value)?.slice(0, 10) ?? null;

/** A GUID in lower case; all zeros is none. */
export const id: Reader<string> = (value) => guid(text(value))?.toLowerCase() ?? null;

/** The known texts of a list. */
export const texts: Reader<readonly string[]> = (value) => {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) throw new TypeError('not a list');
  return value.flatMap((each) => text(each) ?? []);
};

/** Whether there is an object at all, whatever it says. */
export const present: Reader<boolean> = (value) => value !== null && value !== undefined;
