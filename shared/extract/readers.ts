import { dayOf, readMoment } from '../instant.ts';
import type { Reader } from './section.ts';

/** Trimmed text; blank is unknown. */
export const text: Reader<string | null> = (cell) => {
  if (cell === null) return null;
  const trimmed = (typeof cell === 'string' ? cell : String(cell)).trim();
  return trimmed === '' ? null : trimmed;
};

/** A finite number; `bigint` columns arrive as text. */
export const number: Reader<number | null> = (cell) => {
  if (cell === null || cell === '') return null;
  const value = typeof cell === 'string' ? Number(cell) : cell;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new TypeError(`not a number: ${show(cell)}`);
  return value;
};

/** A whole number. */
export const integer: Reader<number | null> = (cell) => {
  const value = number(cell);
  if (value !== null && !Number.isSafeInteger(value))
    throw new TypeError(`not a whole number: ${show(cell)}`);
  return value;
};

/** 0 or 1, a bit, or unknown; any other number (such as 2, "unknown") is unknown. */
export const flag: Reader<boolean | null> = (cell) => {
  if (typeof cell === 'boolean') return cell;
  const value = integer(cell);
  return value === 0 ? false : value === 1 ? true : null;
};

/** Wall-clock time of a place that the source does not name. */
export const moment: Reader<string | null> = (cell) => {
  const value = text(cell);
  return value === null ? null : readMoment(value);
};

/** A calendar day. */
export const day: Reader<string | null> = (cell) => {
  const value = moment(cell);
  return value === null ? null : dayOf(value);
};

const show = (cell: unknown): string => JSON.stringify(cell).slice(0, 40);
