import { dayOf } from '../../shared/instant.ts';
import type { FieldKind } from './asset-fields.ts';

/** How a value becomes the text of a cell. */
export const cellFormats = [
  'text',
  'date',
  'number',
  'gibibytes',
  'gibibytesNumber',
  'yesNo',
  'list',
] as const;
export type CellFormat = (typeof cellFormats)[number];

/** The formats that fit each kind of field; the first one applies when a profile names none. */
export const formatsOf = {
  text: ['text'],
  time: ['date'],
  number: ['number'],
  bytes: ['gibibytes', 'gibibytesNumber', 'number'],
  flag: ['yesNo'],
  list: ['list'],
} as const satisfies Readonly<Record<FieldKind, readonly [CellFormat, ...CellFormat[]]>>;

/** The words of a profile that formats use. */
export interface Words {
  readonly yes: string;
  readonly no: string;
  /** Unit after a number of gibibytes, without space: `Go`. */
  readonly gibibytes: string;
}

const gibibyte = 1024 ** 3;

/** A function that writes a known value in one format; throws `TypeError` on a value of another kind. */
export function cellText(format: CellFormat, words: Words): (value: unknown) => string {
  const writers: Readonly<Record<CellFormat, (value: unknown) => string>> = {
    text: (value) => textOf(value),
    /** The calendar day: the zone of the hour is often not known. */
    date: (value) => dayOf(textOf(value)),
    number: (value) => String(numberOf(value)),
    gibibytes: (value) => `${gibibytes(numberOf(value))} ${words.gibibytes}`,
    gibibytesNumber: (value) => gibibytes(numberOf(value)),
    yesNo: (value) => (flagOf(value) ? words.yes : words.no),
    list: (value) => listOf(value).join(', '),
  };
  return writers[format];
}

/** Whole from 10 up, else one decimal with a period, without a final zero. */
function gibibytes(bytes: number): string {
  const count = bytes / gibibyte;
  return String(count >= 10 ? Math.round(count) : Math.round(count * 10) / 10);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw mismatch('text', value);
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  throw mismatch('number', value);
}

function flagOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw mismatch('flag', value);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw mismatch('list', value);
}

const mismatch = (wanted: string, value: unknown): TypeError =>
  new TypeError(`expected ${wanted}, found ${typeof value}`);
