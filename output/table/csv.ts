import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { fileFailure, readFailure, stopIfAborted } from '../file-failure.ts';
import { escapedForPeople } from '../rejects/columns.ts';
import { type CellDigest, cellDigest } from './cell-digest.ts';
import { type CellFormat, type Cleaner, cleaner } from './clean.ts';
import { checkColumns } from './contract.ts';
import { verifyRows } from './read-back.ts';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.ts';
import type { Table, Writer, WrittenFile } from './writer.ts';

const batchLength = 65_536;

/** What tells one form of CSV from another. */
interface CsvForm {
  readonly format: CellFormat;
  /** Bytes before the first line. */
  readonly mark: Buffer;
  /** A clean cell as it is written. */
  readonly cell: (text: string) => string;
  readonly encode: (text: string) => Buffer;
  rows(path: string, signal: AbortSignal): AsyncIterable<readonly string[]>;
}

/**
 * CSV as the Microsoft text driver reads it: Windows-1252, comma, CRLF, a header row, every value between quotes.
 * An empty cell has no quotes, because the driver would take `""` for a text of no length.
 */
export const csvWriter: Writer = writerIn({
  format: 'csv',
  mark: Buffer.alloc(0),
  cell: (text) => text,
  encode: encodeWindows1252,
  rows: csvRows,
});

/**
 * CSV for people, not for the importer: UTF-8 with its mark, so that Excel shows every character, and a quote in front of
 * what a spreadsheet would take for a formula.
 */
export const peopleCsvWriter: Writer = writerIn({
  format: 'xlsx',
  mark: Buffer.from('\ufeff'),
  cell: escapedForPeople,
  encode: (text) => Buffer.from(text),
  rows: (path, signal) => parsedRows(path, { bom: true }, (cell) => cell, signal),
});

function writerIn(form: CsvForm): Writer {
  return {
    extension: '.csv',

    async write(table, path, signal) {
      checkColumns(table.columns);
      const cells = cleaner(form.format);
      const digest = cellDigest();
      const state = { rows: 0 };
      try {
        const chunks = Readable.from(csvChunks(table, form, cells, digest, state), { objectMode: false });
        await pipeline(chunks, createWriteStream(path), { signal });
      } catch (error) {
        stopIfAborted(signal);
        throw fileFailure(error, path);
      }
      return writtenFile(table, state.rows, cells, digest);
    },

    async verify(table, path, written, signal) {
      try {
        await verifyRows(form.rows(path, signal), table, written, path);
      } catch (error) {
        stopIfAborted(signal);
        throw readFailure(error, path);
      }
    },
  };
}

const writtenFile = (table: Table, rows: number, cells: Cleaner, digest: CellDigest): WrittenFile => ({
  rows,
  digest: digest.value(),
  replacements: cells.counts(),
  sheets: [table.sheet],
  // `Schema.ini` says which columns are long.
  mayBeCut: {},
});

function* csvChunks(
  table: Table,
  { mark, cell, encode }: CsvForm,
  cells: Cleaner,
  digest: CellDigest,
  state: { rows: number },
): Generator<Buffer> {
  const header = table.columns.map((column) => column.header);
  digest.add(header);
  if (mark.length > 0) yield mark;
  let batch = csvLine(header);
  for (const row of table.rows()) {
    const cleaned = row.map((text) => cell(cells.clean(text)));
    digest.add(cleaned);
    state.rows += 1;
    batch += csvLine(cleaned);
    if (batch.length < batchLength) continue;
    yield encode(batch);
    batch = '';
  }
  if (batch !== '') yield encode(batch);
}

/** A line of one empty cell would be a blank line, which readers skip: that one is quoted. */
function csvLine(row: readonly string[]): string {
  const line = row.map((cell) => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)).join(',');
  return line === '' ? '""\r\n' : `${line}\r\n`;
}

/** Reads the rows of a CSV file, header first, with a parser that knows nothing of the code above. */
export function csvRows(path: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  return parsedRows(path, { encoding: 'latin1' }, decodeWindows1252, signal);
}

async function* parsedRows(
  path: string,
  options: { readonly encoding?: 'latin1'; readonly bom?: true },
  decode: (cell: string) => string,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  const parser = parse({ ...options, record_delimiter: '\r\n' });
  const reading = pipeline(createReadStream(path), parser, { signal });
  reading.catch(() => {});
  try {
    for await (const record of parser) yield record.map(decode);
    await reading;
  } finally {
    // Whoever stops reading early still waits here until the file is closed.
    parser.destroy();
    await reading.catch(() => {});
  }
}
