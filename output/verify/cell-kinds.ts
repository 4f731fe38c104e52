import { judgeSerial } from '../../shared/device/serial.ts';
import { type Language, languages } from '../../shared/text.ts';
import type { ContractColumn, Kind } from '../contract/content.ts';
import { noWords, yesWords } from '../contract/words.ts';
import type { RuleCode } from './rules.ts';

/** What the values of a source are read by. */
export interface Reading {
  /** Of the headers; null where they do not tell. */
  readonly language: Language | null;
  /** `ByComma` where the source says so. */
  readonly siteSplit: string;
}

/** The rule that a value breaks, and what was expected. */
export type Broken = readonly [code: RuleCode, expected: string];

/** A function that finds what is wrong with a value that is not empty. */
export type KindCheck = (cell: string) => Broken | null;

/** The check of what a column holds, beyond its length; null where any text will do. */
export function kindCheck(column: ContractColumn, reading: Reading): KindCheck | null {
  if (column.allowed) return allowedCheck(column.allowed, reading);
  return checks[column.kind]?.(column, reading) ?? null;
}

type Maker = (column: ContractColumn, reading: Reading) => KindCheck;

/** A check that is a pattern or a predicate. */
const simple =
  (code: RuleCode, good: (cell: string) => boolean): Maker =>
  () =>
  (cell) =>
    good(cell) ? null : [code, ''];

const checks: Readonly<Partial<Record<Kind, Maker>>> = {
  yesNo: (_, { language }) => {
    const words = wordsOf((each) => [...yesWords[each], ...noWords[each]], language);
    return oneOf('value-yes-no', words, (cell) => cell.toLowerCase());
  },
  date: simple('value-date', isDay),
  decimal: ({ most }) => {
    const broken: Broken = ['value-decimal', most === null ? '' : String(most)];
    return (cell) => {
      const fits =
        /^-?\d+(\.\d+)?$/.test(cell) && (most === null || (cell[0] !== '-' && Number(cell) <= most));
      return fits ? null : broken;
    };
  },
  integer: simple('value-integer', (cell) => /^-?\d+$/.test(cell)),
  email: simple('value-email', (cell) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell)),
  account: simple('value-several', (cell) => !cell.includes(';')),
  serial: simple('serial-placeholder', (cell) => judgeSerial(cell) !== 'placeholder'),
  department: () => levels('|'),
  site: (_, { siteSplit }) => {
    if (siteSplit !== 'ByComma') return levels('|');
    const named = levels(',');
    return (cell) => (cell.includes('|') ? ['level-separator', siteSplit] : named(cell));
  },
};

function allowedCheck(
  allowed: NonNullable<ContractColumn['allowed']>,
  { language }: Reading,
): KindCheck | null {
  const values = wordsOf((each) => allowed[each], language);
  // Where the names of one language are not known, any value may be one of them.
  const known = language ? allowed[language].length > 0 : languages.every((each) => allowed[each].length > 0);
  return known ? oneOf('value-not-allowed', values, (cell) => cell) : null;
}

const wordsOf = (of: (language: Language) => readonly string[], language: Language | null): string[] => [
  ...new Set((language ? [language] : languages).flatMap(of)),
];

function oneOf(code: RuleCode, words: readonly string[], comparable: (cell: string) => string): KindCheck {
  const known = new Set(words.map(comparable));
  const broken: Broken = [code, words.join(', ')];
  return (cell) => (known.has(comparable(cell)) ? null : broken);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && Number(year) >= 100;
}

const levels =
  (separator: string): KindCheck =>
  (cell) =>
    cell.split(separator).some((level) => level.trim() === '') ? ['level-empty', separator] : null;
