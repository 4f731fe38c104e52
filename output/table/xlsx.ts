import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { OutputError } from '../../shared/errors.ts';
import { fileFailure, readFailure, stopIfAborted } from '../file-failure.ts';
import { messages } from '../messages.ts';
import { type CellDigest, cellDigest } from './cell-digest.ts';
import { type Cleaner, cleaner } from './clean.ts';
import { checkColumns } from './contract.ts';
import { verifyRows } from './read-back.ts';
import type { Table, Writer, WrittenFile } from './writer.ts';
import { readSheetNames, readSheetRows } from './xlsx-reader.ts';

/** Rows of one sheet, header included. */
export const sheetRowLimit = 1_048_576;
/** Characters of one cell. */
export const cellLimit = 32_767;

/** Rows between two pauses that let the file catch up: the workbook itself never waits. */
const rowsPerTurn = 10;
/** Written into every workbook, so that the clock leaves no trace. */
const writtenOn = new Date('2020-01-01T00:00:00Z');

/** XLSX as Excel writes it: one sheet, a header row, every cell a shared text with the format `@`. */
export const xlsxWriter: Writer = {
  extension: '.xlsx',
  write: (table, path, signal) => writeXlsx(table, path, signal, sheetRowLimit),

  async verify(table, path, written, signal) {
    try {
      const names = await readSheetNames(path);
      if (names.join('\n') !== table.sheet)
        throw new OutputError(messages.readBackDiffers(path), { hint: messages.readBackHint });
      await verifyRows(stoppable(readSheetRows(path, table.columns.length), signal), table, written, path);
    } catch (error) {
      stopIfAborted(signal);
      throw readFailure(error, path);
    }
  },
};

/** Writes a workbook of at most `rowLimit` rows, header included; throws `OutputError` on more. */
export async function writeXlsx(
  table: Table,
  path: string,
  signal: AbortSignal,
  rowLimit: number,
): Promise<WrittenFile> {
  checkColumns(table.columns);
  const file = createWriteStream(path);
  const watch = watchFile(file, signal);
  try {
    await Promise.race([once(file, 'open'), watch.failed]);
    const pass = { cells: cleaner('xlsx'), digest: cellDigest(), rowLimit };
    const book = await openBook(file);
    const rows = await fillSheet(book, table, pass, () => watch.turn());
    await Promise.race([book.commit(), watch.failed]);
    await Promise.race([watch.closed, watch.failed]);
    return { rows, digest: pass.digest.value(), replacements: pass.cells.counts() };
  } catch (error) {
    stopIfAborted(signal);
    throw fileFailure(error, path);
  } finally {
    file.destroy();
    await watch.closed;
  }
}

/** What the rows of one file go through. */
interface Pass {
  readonly cells: Cleaner;
  readonly digest: CellDigest;
  readonly rowLimit: number;
}

async function openBook(file: WriteStream) {
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: file,
    useSharedStrings: true,
    useStyles: true,
  });
  book.creator = 'octopus-bridge';
  book.lastModifiedBy = 'octopus-bridge';
  book.created = writtenOn;
  book.modified = writtenOn;
  return book;
}

type Book = Awaited<ReturnType<typeof openBook>>;

async function fillSheet(book: Book, table: Table, pass: Pass, turn: () => Promise<void>): Promise<number> {
  const sheet = book.addWorksheet(table.sheet);
  // One object for every cell: the workbook then looks the style up instead of building it anew.
  const style = { numFmt: '@' };
  let line = 0;
  const add = (row: readonly string[]): void => {
    line += 1;
    if (line > pass.rowLimit)
      throw new OutputError(messages.sheetFull(pass.rowLimit), { hint: messages.sheetFullHint });
    pass.digest.add(row);
    const target = sheet.getRow(line);
    for (const [index, text] of row.entries()) {
      if (text === '') continue;
      const cell = target.getCell(index + 1);
      cell.value = escapedText(text, line, table.columns[index]?.header ?? '');
      cell.style = style;
    }
    // A row without cells would be left out of the file; one with a height is not.
    if (!target.hasValues) target.height = 15;
    target.commit();
  };
  add(table.columns.map((column) => column.header));
  for (const row of table.rows()) {
    add(row.map(pass.cells.clean));
    if (line % rowsPerTurn === 0) await turn();
  }
  return line - 1;
}

/** Excel reads `_x0041_` as `A`: the underscore in front is written as an escape of its own. */
function escapedText(text: string, line: number, header: string): string {
  if (text.length > cellLimit)
    throw new OutputError(messages.cellTooLong(header, line, text.length, cellLimit), {
      hint: messages.contractHint,
    });
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}

/** Watches the file beside the workbook, which would wait for ever for a file that failed. */
function watchFile(file: WriteStream, signal: AbortSignal) {
  let failure: Error | null = null;
  const failed = new Promise<never>((_, reject) => {
    file.on('error', (error) => {
      failure ??= error;
      reject(error);
    });
  });
  failed.catch(() => {});
  const closed = new Promise<void>((resolve) => {
    file.once('close', () => resolve());
  });
  addAbortSignal(signal, file);
  const turn = async (): Promise<void> => {
    await nextTurn();
    if (failure) throw failure;
    if (file.writableNeedDrain) await once(file, 'drain');
  };
  return { failed, closed, turn };
}

async function* stoppable<T>(rows: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const row of rows) {
    stopIfAborted(signal);
    yield row;
  }
}
