import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleaner } from '../output/table/clean.ts';
import { csvWriter } from '../output/table/csv.ts';
import { excelSettings, xlsxWriter } from '../output/xlsx/writer.ts';
import {
  hasLibreOffice,
  hasOpenpyxl,
  readWithExceljs,
  readWithLibreOffice,
  readWithOpenpyxl,
  type SeenSheet,
} from './conformance/programs.ts';
import { column, oddities, tableOf } from './conformance/writer.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'programs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Anything a cell may be given: all of Unicode, controls, lone surrogates, what looks like a number or a formula. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[ =+@'"_xX0-9.,;E-]{0,12}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^_x[0-9A-Fa-f]{4}_[a-z_]?$/) },
  { weight: 1, arbitrary: fc.nat({ max: 99_999_999 }).map((number) => String(number).padStart(12, '0')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', 'TRUE', '1E5', '31/12/2026', '#N/A', '{=1}', '\t', 'a\r\nb'),
  },
);
const seed = Math.floor(Math.random() * 2 ** 31);
const columns = ['Nom', 'Numéro de série', 'Note'].map((header) => column(header));
const given = [
  ...oddities.map(([name, odd]) => [`odd ${name}`, odd, odd]),
  ['long', 'é€😀'.repeat(8_000), ` ${'x'.repeat(32_765)} `],
  ...fc.sample(fc.tuple(fc.nat({ max: 9 }).map(String), cell, cell), { numRuns: 600, seed }),
  // Not empty, because a program does not know of empty rows after the last.
  ['end', 'end', 'end'],
];
const cleaned = (format: 'csv' | 'xlsx'): string[][] => {
  const { clean } = cleaner(format);
  return [columns.map(({ header }) => header), ...given.map((row) => row.map(clean))];
};

const files = ['shared', 'inline', 'split'] as const;
const pathOf = (name: string): string => join(folder, `${name}.xlsx`);
const csv = join(folder, 'ci.csv');
beforeAll(async () => {
  const table = tableOf(columns, given);
  for (const name of files) {
    const strings = name === 'inline' ? 'inline' : 'shared';
    const writer = xlsxWriter({ strings, sheetRows: name === 'split' ? 300 : excelSettings.sheetRows });
    const written = await writer.write(table, pathOf(name), never);
    await writer.verify(table, pathOf(name), written, never);
  }
  await csvWriter.write(table, csv, never);
});

type Reading = (text: string) => string;
const exact: Reading = (text) => text;
/** exceljs and openpyxl do not undo Excel's escapes in a text that stands in its cell. */
const escapesLeft: Reading = (text) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
/** openpyxl undoes the escape of an escaped underscore twice. */
const undoneTwice: Reading = (text) => text.replaceAll('_x005F_', '_');

/** The sheets that a workbook of these rows must have, for a program with this reading. */
function meant(name: (typeof files)[number], reading: Reading): SeenSheet[] {
  const [header = [], ...rows] = cleaned('xlsx').map((row) => row.map(reading));
  const size = name === 'split' ? 299 : rows.length;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => ({
    name: index === 0 ? 'Importation CI' : `Importation CI ${index + 1}`,
    rows: [header, ...rows.slice(index * size, (index + 1) * size)],
    allText: true,
  }));
}

/** Where a program sees something else, a few lines at most: whole sheets could not be read in a report. */
function differences(seen: readonly SeenSheet[], wanted: readonly SeenSheet[]): unknown[] {
  const found: unknown[] = [];
  if (seen.length !== wanted.length) found.push(`${seen.length} sheets instead of ${wanted.length}`);
  for (const [index, { name, rows, allText }] of wanted.entries()) {
    const other = seen[index];
    if (other?.name !== name) found.push([other?.name, name]);
    if (other?.allText !== allText) found.push(`cells that are not text in ${name}`);
    if (other?.rows.length !== rows.length) found.push(`${other?.rows.length} rows, not ${rows.length}`);
    for (const [line, row] of rows.entries())
      for (const [at, cell] of row.entries())
        if (other?.rows[line]?.[at] !== cell)
          found.push({ line, at, seen: other?.rows[line]?.[at]?.slice(0, 60), wanted: cell.slice(0, 60) });
  }
  return found.slice(0, 10);
}

const orSkipped = (installed: boolean, program: string) =>
  installed ? '' : ` (skipped: ${program} is not installed)`;

describe(`any text (seed ${seed})`, () => {
  it.each(files)('%s: is the same text for exceljs', async (name) => {
    const reading = name === 'inline' ? escapesLeft : exact;
    expect(differences(await readWithExceljs(pathOf(name)), meant(name, reading))).toEqual([]);
  });

  it.skipIf(!hasOpenpyxl).each(files)(
    `%s: is the same text for openpyxl${orSkipped(hasOpenpyxl, 'python3-openpyxl')}`,
    (name) => {
      const reading = name === 'inline' ? escapesLeft : undoneTwice;
      expect(differences(readWithOpenpyxl(pathOf(name)), meant(name, reading))).toEqual([]);
    },
  );

  it.skipIf(!hasLibreOffice)(
    `is the same text for LibreOffice, in every workbook${orSkipped(hasLibreOffice, 'LibreOffice Calc')}`,
    () => {
      const seen = readWithLibreOffice(files.map(pathOf), null);
      for (const [index, name] of files.entries())
        expect(differences(seen[index] ?? [], meant(name, exact)), name).toEqual([]);
    },
  );

  it.skipIf(!hasLibreOffice)(
    `is the same text for LibreOffice in a CSV${orSkipped(hasLibreOffice, 'LibreOffice Calc')}`,
    () => {
      const [seen = []] = readWithLibreOffice([csv], columns.length);
      expect(differences(seen, [{ name: 'ci', rows: cleaned('csv'), allText: true }])).toEqual([]);
    },
  );
});
