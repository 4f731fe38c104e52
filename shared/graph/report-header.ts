import { SourceError } from '../errors.ts';
import { reportHeaders } from './report-columns.ts';
import { messages } from './report-messages.ts';
import type { ReportRequest } from './source.ts';

/**
 * Where each requested column stands in the lines of a report, by its name or else by the header that Intune gives it;
 * capitals, blanks and punctuation do not count. Throws `SourceError` for a column that did not come, or came twice.
 */
export function placesOf({ name, select }: ReportRequest, header: readonly string[]): readonly number[] {
  const found = header.map(bare);
  const lost: string[] = [];
  const places = select.map((column) => {
    const spelling = [column, reportHeaders[name]?.[column]]
      .map((each) => bare(each ?? ''))
      .find((each) => found.includes(each));
    const place = spelling === undefined ? -1 : found.indexOf(spelling);
    if (spelling === undefined || found.lastIndexOf(spelling) !== place) lost.push(column);
    return place;
  });
  if (lost.length > 0)
    throw new SourceError(messages.columnsMissing(name, lost.join(', ')), { hint: messages.columnsHint });
  return places;
}

const bare = (header: string): string => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
