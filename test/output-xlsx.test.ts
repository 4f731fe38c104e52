import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { sheetRowLimit, writeXlsx, xlsxWriter } from '../output/table/xlsx.ts';
import { column, tableOf, writerConforms } from './conformance/writer.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'ci.xlsx');

/** Reads with the full reader of exceljs, which the verifier does not use. */
async function readXlsx(file: string): Promise<string[][]> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0];
  const width = sheet?.getRow(1).cellCount ?? 0;
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) =>
    Array.from({ length: width }, (_, cell) => sheet?.getCell(row + 1, cell + 1).text ?? ''),
  );
}

const python = '/usr/bin/python3';
const openpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0;
const openpyxlCells = `
import json, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([book.sheetnames, [[[c.value, c.data_type, c.number_format] for c in row] for row in book.active.iter_rows()]]))
`;

describe('XLSX writer', () => {
  writerConforms(xlsxWriter, readXlsx);

  it.runIf(openpyxl)('is read by openpyxl as text cells only (needs python3-openpyxl)', async () => {
    const cells = ['000123', '=1+1', '_x0041_', '  é œ € 😀 ', '<&>"', '2026-11-20'];
    const header = cells.map((_, index) => `Col ${index}`);
    await xlsxWriter.write(
      tableOf(
        header.map((each) => column(each)),
        [cells],
      ),
      path,
      never,
    );
    const [sheets, rows] = JSON.parse(
      execFileSync(python, ['-c', openpyxlCells, path], { encoding: 'utf8' }),
    );
    expect(sheets).toEqual(['Importation CI']);
    expect(rows).toEqual([header, cells].map((row) => row.map((cell) => [cell, 's', '@'])));
  });

  it('keeps letters outside Windows-1252', async () => {
    await xlsxWriter.write(tableOf([column('Nom')], [['Łódź 日本 😀']]), path, never);
    expect((await readXlsx(path))[1]).toEqual(['Łódź 日本 😀']);
  });

  it('names CSV as the way out when a sheet is full', async () => {
    const table = tableOf([column('Nom')], [['a'], ['b'], ['c']]);
    await expect(writeXlsx(table, path, never, 4)).resolves.toMatchObject({ rows: 3 });
    await expect(writeXlsx(table, path, never, 3)).rejects.toMatchObject({
      exitCode: 6,
      hint: { en: expect.stringContaining('.csv') },
    });
    expect(sheetRowLimit).toBe(2 ** 20);
  });

  it('refuses a cell that Excel would cut', async () => {
    const table = tableOf([column('Note')], [['x'.repeat(32_768)]]);
    await expect(xlsxWriter.write(table, path, never)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('Note'),
    });
  });

  it('refuses another sheet name', async () => {
    const table = tableOf([column('Nom')], [['a']]);
    const written = await xlsxWriter.write(table, path, never);
    await expect(xlsxWriter.verify({ ...table, sheet: 'Other' }, path, written, never)).rejects.toMatchObject(
      { exitCode: 6 },
    );
  });

  it('refuses a workbook with a cell that is not text', async () => {
    // Taken for the number of a shared text, 0 would be the same text.
    const table = tableOf([column('Nom')], [['Nom']]);
    const written = await xlsxWriter.write(table, path, never);
    const book = new excel.Workbook();
    book.addWorksheet(table.sheet).addRows([['Nom'], [0]]);
    await book.xlsx.writeFile(path);
    await expect(xlsxWriter.verify(table, path, written, never)).rejects.toMatchObject({ exitCode: 6 });
  });

  it.runIf(existsSync('/dev/full'))('reports a full disk (needs /dev/full)', async () => {
    await expect(
      xlsxWriter.write(tableOf([column('Nom')], [['x']]), '/dev/full', never),
    ).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('no room'),
    });
  });
});
