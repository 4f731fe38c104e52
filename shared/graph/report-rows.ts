import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { Cell, RowSink } from '../sql/source.ts';
import { placesOf } from './report-header.ts';
import type { ReportRequest } from './source.ts';

/** Most characters that one line of a report may have: a quote that nobody closes must not swallow the rest. */
const mostLineCharacters = 1_000_000;

/** A report's text that is no table. */
export class CsvFault extends Error {}

/**
 * Reads the CSV text of a report into a sink, as it comes. Rejects with `CsvFault` when it is no table, `SourceError` when
 * a column is missing, and with what the bytes themselves end with.
 */
export async function readReportRows(
  text: AsyncIterable<Uint8Array>,
  request: ReportRequest,
  sink: RowSink,
): Promise<void> {
  const parser = parse({ bom: true, skip_empty_lines: true, max_record_size: mostLineCharacters });
  let places: readonly number[] | null = null;
  const take = (line: readonly string[]) => {
    if (places) return sink.row(places.map((place): Cell => line[place] || null));
    places = placesOf(request, line);
    sink.columns(request.select);
  };
  parser.on('data', (line: readonly string[]) => {
    try {
      take(line);
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  await pipeline(text, parser).catch((error: unknown): never => {
    throw error instanceof Error && /^CSV_/.test(String(Object(error).code))
      ? new CsvFault(error.message.slice(0, 200), { cause: error })
      : error;
  });
  if (!places) throw new CsvFault('no header');
}
