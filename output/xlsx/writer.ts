import { OutputError } from '../../shared/errors.ts';
import { fileFailure, readFailure, stopIfAborted } from '../file-failure.ts';
import { messages } from '../messages.ts';
import { checkColumns } from '../table/contract.ts';
import { verifyRows } from '../table/read-back.ts';
import type { Table, Writer, WrittenFile } from '../table/writer.ts';
import type { TextStorage } from './shared-strings.ts';

/** Rows of one sheet in Excel, header included. */
export const sheetRowLimit = 1_048_576;

/** What a workbook can be like. */
export interface XlsxSettings {
  /** How the texts are held; `shared` and `auto` are Excel's own way. */
  readonly strings: TextStorage;
  /** Most rows of one sheet, header included; the rows after them go to further sheets. */
  readonly sheetRows: number;
}

/** The workbook as Excel itself would write it. */
export const excelSettings: XlsxSettings = { strings: 'auto', sheetRows: sheetRowLimit };

/** XLSX as Excel writes it: a header row on every sheet, every cell a text with the format `@`. */
export const xlsxWriter = ({ strings, sheetRows }: XlsxSettings): Writer => ({
  extension: '.xlsx',

  async write(table, path, signal) {
    const [written] = await writeBook([table], path, { strings, sheetRows }, signal);
    return written;
  },

  async verify(table, path, written, signal) {
    try {
      const { readBook } = await import('./reader.ts');
      const { names, rows } = await readBook(path, table.columns.length);
      if (names.join('\n') !== written.sheets.join('\n'))
        throw new OutputError(messages.readBackDiffers(path), { hint: messages.readBackHint });
      await verifyRows(stoppable(rows(), signal), table, written, path);
    } catch (error) {
      stopIfAborted(signal);
      throw readFailure(error, path);
    }
  },
});

/** One workbook for some tables, each on sheets of its own; sheet names must differ. Says what was written of each. */
export async function writeBook<Tables extends readonly [Table, ...Table[]]>(
  tables: Tables,
  path: string,
  { strings, sheetRows }: XlsxSettings,
  signal: AbortSignal,
): Promise<{ readonly [Index in keyof Tables]: WrittenFile }>;
export async function writeBook(
  tables: readonly [Table, ...Table[]],
  path: string,
  { strings, sheetRows }: XlsxSettings,
  signal: AbortSignal,
): Promise<readonly WrittenFile[]> {
  const [first, ...others] = tables;
  for (const table of tables) checkColumns(table.columns);
  const { GrowingBook } = await import('./growing-book.ts');
  const book = new GrowingBook(first, path, strings);
  const fill = async (table: Table): Promise<void> => {
    for (const row of table.rows()) {
      if (book.sheetRows === sheetRows) await book.startSheet();
      book.add(row);
      if (!book.due) continue;
      await book.handOver();
      stopIfAborted(signal);
    }
  };
  try {
    await fill(first);
    for (const table of others) {
      await book.startTable(table);
      await fill(table);
    }
    const { writeZip } = await import('./zip-file.ts');
    await writeZip(path, await book.finish(), () => stopIfAborted(signal));
    return book.written();
  } catch (error) {
    stopIfAborted(signal);
    throw fileFailure(error, path);
  } finally {
    await book.discard();
  }
}

async function* stoppable<T>(rows: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const row of rows) {
    stopIfAborted(signal);
    yield row;
  }
}
