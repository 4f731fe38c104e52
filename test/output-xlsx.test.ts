import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Table } from '../output/table/writer.ts';
import { excelSettings, sheetRowLimit, xlsxWriter } from '../output/xlsx/writer.ts';
import { readWithExceljs } from './conformance/programs.ts';
import { column, tableOf, writerConforms } from './conformance/writer.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const never = new AbortController().signal;
const writer = xlsxWriter(excelSettings);
const inlineWriter = xlsxWriter({ ...excelSettings, strings: 'inline' });

const readXlsx = async (path: string): Promise<string[][]> => (await readWithExceljs(path))[0]?.rows ?? [];
/** exceljs does not undo Excel's escapes in a text that stands in its cell. */
const readInline = async (path: string): Promise<string[][]> =>
  (await readXlsx(path)).map((row) => row.map((cell) => cell.replaceAll('_x005F_', '_')));

describe('XLSX writer', () => writerConforms(writer, readXlsx));
describe('XLSX writer, each text in its cell', () => writerConforms(inlineWriter, readInline));

describe('a workbook', () => {
  it('is the same bytes for the same rows', async () => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const table = tableOf(
      [column('Nom'), column('Site')],
      [
        ['x', 'é\ny'],
        ['Łódź 日本 😀', 'x'],
      ],
    );
    await writer.write(table, path, never);
    const first = readFileSync(path);
    await writer.write(table, path, never);
    expect(readFileSync(path).equals(first)).toBe(true);
    expect((await readXlsx(path))[2]).toEqual(['Łódź 日本 😀', 'x']);
  });

  it.each([
    ['more texts', 36_000, ''],
    ['more characters', 250, 'x'.repeat(20_000)],
  ])('holds %s than it looks up again', async (_, count, long) => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const table: Table = {
      ...tableOf([column('Nom'), column('Site'), column('Numéro')], []),
      *rows() {
        for (let n = 0; n < count; n += 1)
          yield [`PC-${n}${long}`, `Site ${n % 7}`, `PC-${count - n}${long}`];
      },
    };
    const written = await writer.write(table, path, never);
    await writer.verify(table, path, written, never);
    const rows = await readXlsx(path);
    expect(rows).toHaveLength(count + 1);
    expect(rows.slice(1)).toEqual([...table.rows()]);
  });

  it('refuses a cell that Excel would cut', async () => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const table = tableOf([column('Note')], [['x'.repeat(32_767)], ['x'.repeat(32_768)]]);
    await expect(writer.write(table, path, never)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringMatching(/Line 3: .*Note/),
    });
  });
});

describe('more rows than a sheet holds', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => [name, name === 'c' ? '' : 'x']);
  const table = tableOf([column('Nom'), column('Site')], rows);

  it.each([
    [7, [['a', 'b', 'c', 'd', 'e']]],
    [6, [['a', 'b', 'c', 'd', 'e']]],
    [5, [['a', 'b', 'c', 'd'], ['e']]],
    [3, [['a', 'b'], ['c', 'd'], ['e']]],
  ])('with %i to a sheet go to further sheets, each with the header', async (sheetRows, names) => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const splitting = xlsxWriter({ ...excelSettings, sheetRows });
    const written = await splitting.write(table, path, never);
    await splitting.verify(table, path, written, never);
    const sheets = await readWithExceljs(path);
    expect(sheets.map(({ rows: [header, ...rest] }) => [header, rest.map(([name]) => name)])).toEqual(
      names.map((each) => [['Nom', 'Site'], each]),
    );
    expect(sheets.map(({ name }) => name)).toEqual(written.sheets);
    expect(written).toMatchObject({ rows: 5, sheets: { 0: 'Importation CI' } });
    expect(written.sheets.slice(1)).toEqual(
      ['Importation CI 2', 'Importation CI 3'].slice(0, names.length - 1),
    );
  });

  it('have sheet names that Excel takes, however long the first one is', async () => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const long = { ...table, sheet: 'Importation des CI du siège  AB' };
    const { sheets } = await xlsxWriter({ ...excelSettings, sheetRows: 2 }).write(long, path, never);
    expect(sheets).toHaveLength(5);
    expect(sheets[1]).toBe('Importation des CI du siège 2');
    expect(Math.max(...sheets.map((name) => name.length))).toBe(31);
    expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(5);
  });

  it('are what Excel holds unless a test says otherwise', () => {
    expect(excelSettings.sheetRows).toBe(sheetRowLimit);
    expect(sheetRowLimit).toBe(2 ** 20);
  });
});

describe('values that the driver may cut', () => {
  const short = ['x', 'x', 'x'];
  const long = 'y'.repeat(256);
  const mayBeCut = async (rows: readonly string[][], sheetRows = sheetRowLimit) => {
    const table = tableOf([column('Nom'), column('OU'), column('Note')], rows);
    const path = join(temporaryFolder(), 'ci.xlsx');
    return (await xlsxWriter({ ...excelSettings, sheetRows }).write(table, path, never)).mayBeCut;
  };
  const eight = Array.from({ length: 8 }, () => short);

  it('are those of more than 255 characters below eight rows that are shorter', async () => {
    expect(await mayBeCut([...eight, ['x', long, 'y'.repeat(255)], ['x', long, 'x']])).toEqual({ OU: 2 });
  });

  it('are none where one of the first eight rows is long too', async () => {
    expect(await mayBeCut([...eight.slice(1), ['x', long, 'x'], ['x', long, 'x']])).toEqual({});
  });

  it('are looked for on each sheet anew', async () => {
    expect(await mayBeCut([['x', long, 'x'], ...eight, ...eight, ['x', long, long]], 10)).toEqual({
      OU: 1,
      Note: 1,
    });
  });
});

describe('verify', () => {
  const table = tableOf([column('Nom')], [['Nom'], ['a']]);
  const refuses = async (change: (path: string) => Promise<void> | void, other: Table = table) => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const written = await writer.write(table, path, never);
    await change(path);
    await expect(writer.verify(other, path, written, never)).rejects.toMatchObject({ exitCode: 6 });
  };

  it('refuses another sheet name', () =>
    refuses(async (path) => void (await writer.write({ ...table, sheet: 'Other' }, path, never))));

  it('refuses a workbook with a cell that is not text', () =>
    refuses(async (path) => {
      const book = new excel.Workbook();
      // Taken for the number of a shared text, 0 would be the same text.
      book.addWorksheet(table.sheet).addRows([['Nom'], [0], ['a']]);
      await book.xlsx.writeFile(path);
    }));

  it('refuses what is damaged in any file of it', async () => {
    const path = join(temporaryFolder(), 'ci.xlsx');
    const written = await writer.write(table, path, never);
    const bytes = readFileSync(path);
    const unnoticed: number[] = [];
    let tried = 0;
    for (let at = 0; at < bytes.length; at += 41) {
      tried += 1;
      const damaged = Buffer.from(bytes);
      damaged[at] = ~Number(bytes[at]) & 0xff;
      writeFileSync(path, damaged);
      const refused = await writer.verify(table, path, written, never).then(
        () => false,
        (error) => error.exitCode === 6,
      );
      if (!refused) unnoticed.push(at);
    }
    // What is left are times and versions in the table of contents.
    expect(tried).toBeGreaterThan(80);
    expect(unnoticed.length).toBeLessThan(tried / 8);
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk (needs /dev/full)', () => {
  it.each(['', '.sheet1', '.strings'])('under ci.xlsx%s is told, and nothing is left', async (suffix) => {
    const folder = temporaryFolder();
    const path = join(folder, 'ci.xlsx');
    symlinkSync('/dev/full', path + suffix);
    await expect(writer.write(tableOf([column('Nom')], [['x']]), path, never)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('no room'),
    });
    expect(readdirSync(folder).filter((name) => name !== 'ci.xlsx')).toEqual([]);
  });
});
