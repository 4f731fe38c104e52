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

/** Formats whose value means something else once a part of it is missing. */
export const wholeFormats: readonly CellFormat[] = [
  'date',
  'number',
  'gibibytes',
  'gibibytesNumber',
  'yesNo',
];

/** The ways to write a day; the first one is documented. */
export const timeForms = ['YYYY-MM-DD', 'YYYY/MM/DD', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;
/** The ways to write a decimal sign; the first one is that of nearly every article. */
export const decimalForms = ['.', ','] as const;

/** What a profile says about the writing of values. */
export interface Style {
  readonly words: {
    readonly yes: string;
    readonly no: string;
    /** Unit after a number of gibibytes, without space: `Go`. */
    readonly gibibytes: string;
  };
  readonly forms: {
    readonly date: (typeof timeForms)[number];
    readonly decimal: (typeof decimalForms)[number];
  };
}

const gibibyte = 1024 ** 3;
/** Decimals that an attribute of Octopus takes. */
const decimals = 5;

/** A function that writes a known value in one format; throws `TypeError` on a value of another kind. */
export function cellText(format: CellFormat, { words, forms }: Style): (value: unknown) => string {
  const decimal = (count: number, places: number): string =>
    String(Number(count.toFixed(places))).replace('.', forms.decimal);
  /** Whole from 10 up, else one decimal, without a final zero. */
  const gibibytes = (value: unknown): string => {
    const count = numberOf(value) / gibibyte;
    return decimal(count, count >= 10 ? 0 : 1);
  };
  const writers: Readonly<Record<CellFormat, (value: unknown) => string>> = {
    text: (value) => textOf(value),
    /** The calendar day: the zone of the hour is often not known. */
    date: (value) => dayText(dayOf(textOf(value)), forms.date),
    number: (value) => decimal(numberOf(value), decimals),
    gibibytes: (value) => `${gibibytes(value)} ${words.gibibytes}`,
    gibibytesNumber: (value) => gibibytes(value),
    yesNo: (value) => (flagOf(value) ? words.yes : words.no),
    list: (value) => listOf(value).join(', '),
  };
  return writers[format];
}

/** A day `YYYY-MM-DD` in another form. */
export function dayText(day: string, form: Style['forms']['date']): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return form.replace('YYYY', year).replace('MM', month).replace('DD', date);
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
