import { createWriteStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import excel from 'exceljs';
import type { TextStorage } from '../../output/xlsx/shared-strings.ts';
import { excelSettings, xlsxWriter } from '../../output/xlsx/writer.ts';
import { benchTable } from './xlsx-rows.ts';

/**
 * Writes a workbook in one way, in a process of its own: `xlsx-way.js WAY ROWS FILE`. Prints seconds and peak memory as
 * one JSON object; our own ways read the file back too, as every run does.
 */
const [way = '', rows = '', path = ''] = process.argv.slice(2);
const table = benchTable(Number(rows));
const signal = new AbortController().signal;
const start = performance.now();
const elapsed = (since: number) => (performance.now() - since) / 1000;
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
const tell = (figures: object) => process.stdout.write(`${JSON.stringify(figures)}\n`);

if (way === 'exceljs') {
  await writeWithExceljs(false);
  tell({ seconds: elapsed(start), megabytes: peak() });
} else if (way === 'exceljs-shared') {
  await writeWithExceljs(true);
  tell({ seconds: elapsed(start), megabytes: peak() });
} else {
  const writer = xlsxWriter({ ...excelSettings, strings: way as TextStorage });
  const written = await writer.write(table, path, signal);
  const figures = { seconds: elapsed(start), megabytes: peak() };
  const since = performance.now();
  await writer.verify(table, path, written, signal);
  tell({ ...figures, readSeconds: elapsed(since), readMegabytes: peak() });
}

/** `shared`: with shared strings and the text format, as our files are; else the fastest that exceljs has. */
async function writeWithExceljs(shared: boolean): Promise<void> {
  const file = createWriteStream(path);
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: file,
    useSharedStrings: shared,
    useStyles: shared,
  });
  const sheet = book.addWorksheet(table.sheet);
  const style = { numFmt: '@' };
  sheet.addRow(table.columns.map(({ header }) => header)).commit();
  let line = 1;
  for (const row of table.rows()) {
    line += 1;
    const target = sheet.getRow(line);
    for (const [index, text] of row.entries()) {
      if (text === '') continue;
      const cell = target.getCell(index + 1);
      cell.value = text;
      if (shared) cell.style = style;
    }
    target.commit();
    if (line % 10 === 0) await nextTurn();
    if (file.writableNeedDrain) await new Promise((resolve) => file.once('drain', () => resolve(null)));
  }
  await book.commit();
}
