import { describe, it } from 'vitest';
import type { RuleCode } from '../output/verify/rules.ts';
import type { ImporterSet } from './fakes/importer-set.ts';
import type { Parts } from './fakes/plain-workbook.ts';
import { expectSeed, put, type Seed, sourceOf } from './fakes/seed.ts';

type Place = Seed['place'];

/** A change of the sheet of CI, which is the fourth one. */
const sheet = (rule: RuleCode, what: string, from: RegExp | string, to: string, place: Place): Seed =>
  part(rule, what, (parts) => replaceIn(parts, 'xl/worksheets/sheet4.xml', from, to), place);

const part = (rule: RuleCode, what: string, parts: (parts: Parts) => Parts, place: Place): Seed => ({
  rule,
  what,
  kind: 'xlsx',
  change: (set) => {
    set.parts = parts;
  },
  place,
});

function replaceIn(parts: Parts, name: string, from: RegExp | string, to: string): Parts {
  const text = parts[name] ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${name}`);
  return { ...parts, [name]: changed };
}

const found = ['ci.xlsx', 2, 'Manufacturier'] as const;
const cellE2 = /<c r="E2" s="1" t="s"><v>(\d+)<\/v><\/c>/;

const workbooks: readonly Seed[] = [
  sheet('cell-formula', 'a formula', cellE2, '<c r="E2" s="1" t="str"><f>1+1</f><v>2</v></c>', found),
  sheet('cell-not-text', 'a number', cellE2, '<c r="E2" s="1"><v>12</v></c>', found),
  sheet('cell-not-text', 'a date', cellE2, '<c r="E2" s="2"><v>45000</v></c>', found),
  sheet('cell-not-text', 'a truth value', cellE2, '<c r="E2" s="1" t="b"><v>1</v></c>', found),
  sheet('cell-not-text', 'an error', cellE2, '<c r="E2" s="1" t="e"><v>#N/A</v></c>', found),
  sheet('cell-format', 'the format General', 'r="E2" s="1"', 'r="E2" s="0"', found),
  sheet('cell-format', 'a header with a date format', 'r="B1" s="1"', 'r="B1" s="2"', ['ci.xlsx', 1, 'Nom']),
  sheet(
    'cells-merged',
    'two cells',
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
    ['ci.xlsx', null, null],
  ),
  sheet('dimension', 'too few rows', '<sheetData>', '<dimension ref="A1:M3"/><sheetData>', [
    'ci.xlsx',
    null,
    null,
  ]),
  sheet(
    'cell-without-header',
    'beside the table',
    '</row></sheetData>',
    '<c r="P4" s="1" t="s"><v>0</v></c></row></sheetData>',
    ['ci.xlsx', 4, null],
  ),
  part(
    'sheet-unused',
    'a sheet more',
    (parts) => {
      const named = replaceIn(
        parts,
        'xl/workbook.xml',
        '</sheets>',
        '<sheet name="Brouillon" sheetId="9" r:id="rId1"/></sheets>',
      );
      return named;
    },
    ['ci.xlsx', null, null],
  ),
];

const missing: Seed = {
  ...part(
    'sheet-missing',
    'a sheet of another name',
    (parts) => replaceIn(parts, 'xl/workbook.xml', 'Feuille CIUser', 'Autre'),
    ['ci.xml', 36, 'ViewName'],
  ),
};

const damaged = ['ci.xlsx', null, null] as const;
/** Damage keeps the rows of the source from being counted. */
const damages: readonly (readonly [what: string, parts: (parts: Parts) => Parts])[] = [
  [
    'a text is missing',
    (parts) => replaceIn(parts, 'xl/worksheets/sheet1.xml', cellE2, '<c r="E2" s="1" t="s"><v>9999</v></c>'),
  ],
  [
    'rows out of order',
    (parts) => replaceIn(parts, 'xl/worksheets/sheet1.xml', '<row r="3">', '<row r="2">'),
  ],
  ['cells out of order', (parts) => replaceIn(parts, 'xl/worksheets/sheet1.xml', 'r="E2"', 'r="A2"')],
  [
    'a sheet that is cut short',
    (parts) => replaceIn(parts, 'xl/worksheets/sheet1.xml', '</sheetData></worksheet>', ''),
  ],
  ['no list of sheets', ({ 'xl/workbook.xml': _, ...parts }) => parts],
];

const csv = (
  rule: RuleCode,
  what: string,
  file: 'csv' | 'schema',
  from: RegExp | string,
  to: string,
  place: Place,
): Seed => ({
  rule,
  what,
  kind: 'csv',
  change: (set) => {
    set[file] = (text) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing to change for ${what}`);
      return changed;
    };
  },
  place,
});
const schema = (
  rule: RuleCode,
  what: string,
  from: RegExp | string,
  to: string,
  row: number | null,
  header: string | null = null,
): Seed => csv(rule, what, 'schema', from, to, ['Schema.ini', row, header]);

const csvs: readonly Seed[] = [
  csv('csv-bom', 'a byte order mark', 'csv', /^/, '\xef\xbb\xbf', ['ci.csv', 1, null]),
  {
    ...csv('csv-encoding', 'UTF-8', 'csv', '', '', ['ci.csv', null, null]),
    change: (set) => {
      sourceOf(set, 'CI').rows.splice(0, 9, ['Type', 'Nom'], ['Portable', 'PC-é']);
      set.csv = (text) => Buffer.from(text).toString('latin1');
    },
  },
  csv('csv-encoding', 'a byte that Windows-1252 lacks', 'csv', 'Hublot', 'Hub\x81ot', [
    'ci.csv',
    2,
    'Manufacturier',
  ]),
  csv('csv-line-end', 'a lone line feed', 'csv', /\r\n("Serveur)/, '\n$1', ['ci.csv', 3, null]),
  csv('csv-line-end', 'none at the end', 'csv', /\r\n$/, '', ['ci.csv', 4, null]),
  csv('csv-quoting', 'a quotation mark that is not doubled', 'csv', '"Hublot"', '"Hub"lot"', [
    'ci.csv',
    2,
    'Manufacturier',
  ]),
  csv('csv-quoting', 'a quotation mark inside a bare value', 'csv', '"Hublot"', 'Hub"lot', [
    'ci.csv',
    2,
    'Manufacturier',
  ]),
  csv('csv-field-count', 'a field too many', 'csv', '"Hublot"', '"Hublot",""', ['ci.csv', 2, null]),
  csv('row-empty', 'a blank line', 'csv', /"Portable","PC-2".*/, '', ['ci.csv', 3, null]),
  schema('schema-ini-missing', 'a section of another file', '[ci.csv]', '[autre.csv]', null),
  schema('schema-ini-encoding', 'a byte order mark', /^/, '\xef\xbb\xbf', null),
  schema('schema-ini-setting', 'another encoding', 'CharacterSet=ANSI', 'CharacterSet=OEM', 4),
  schema('schema-ini-setting', 'another separator', 'CSVDelimited', 'TabDelimited', 3),
  schema('schema-ini-setting', 'no decimal symbol', 'DecimalSymbol=.\r\n', '', null),
  schema(
    'schema-ini-column',
    'a number type',
    '"NuméroSérie" Text',
    '"NuméroSérie" Integer',
    12,
    'NuméroSérie',
  ),
  schema('schema-ini-column', 'another name', 'Col1="Type"', 'Col1="Genre"', 6, 'Type'),
  schema('schema-ini-column', 'a column is missing', /Col13=.*\r\n/, '', null, 'Version du BIOS'),
  schema('schema-ini-column', 'a column too many', /$/, 'Col14="Autre" Text\r\n', 19),
  {
    ...csv('schema-ini-memo', 'a long value in a column of short ones', 'csv', 'Ça va ?', 'x'.repeat(256), [
      'ci.csv',
      2,
      'Note',
    ]),
  },
  {
    ...schema(
      'schema-ini-memo',
      'a column that the profile says is long',
      '"Nom" Memo',
      '"Nom" Text',
      7,
      'Nom',
    ),
    profile: 'octopus-fr',
  },
];

describe('a violation in a workbook', () => {
  it.each([...workbooks, missing])('$rule: $what', expectSeed);

  it.each(damages)('workbook-unreadable: %s', (what, parts) =>
    expectSeed({ ...part('workbook-unreadable', what, parts, damaged), change: onlyCi(parts) }),
  );
});

describe('a violation in a CSV or its Schema.ini', () => {
  it.each(csvs)('$rule: $what', expectSeed);
});

/** A set whose first source is the CI, with this change of its parts. */
const onlyCi = (parts: (parts: Parts) => Parts) => (set: ImporterSet) => {
  set.sources = [sourceOf(set, 'CI')];
  put(set, 'CI', 2, 'Note', '');
  set.parts = parts;
};
