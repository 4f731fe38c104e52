import { rename, rm } from 'node:fs/promises';
import type { Worksheet } from 'exceljs';
import type { Language } from '../../shared/text.ts';
import { fileFailure } from '../file-failure.ts';
import type { Overrides } from '../profile/override-pass.ts';
import { partPath } from '../publish.ts';
import { refuses, ruleHint, ruleText } from '../verify/rules.ts';
import type { Violation, Violations } from '../verify/violation.ts';
import { escapedForPeople, type RejectColumn, rejectColumns } from './columns.ts';
import { messages } from './messages.ts';

/** Rows of a rejects file; more are counted. */
const rowLimit = 20_000;
/** Longest value that a person is shown. */
const shownLength = 1_000;

/** What a rejects file tells. */
export interface Rejects {
  readonly violations: Violations;
  /** The asset of a violation; null where it is about no asset. */
  readonly keyOf: (violation: Violation) => string | null;
  /** The corrections that were in use, which stay in the file. */
  readonly overrides: Overrides;
  readonly language: Language;
}

type Row = Partial<Record<RejectColumn, string | number>>;

/** Writes what keeps a set from being published, for people to read and correct. Throws `OutputError`. */
export async function writeRejects(path: string, rejects: Rejects): Promise<void> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.creator = 'octopus-bridge';
  const sheet = book.addWorksheet(messages.sheet[rejects.language], {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = rejectColumns.map(({ name, header, width }) => ({ key: name, header, width }));
  for (const row of rejectRows(rejects)) sheet.addRow(row);
  dress(sheet);
  try {
    await book.xlsx.writeFile(partPath(path));
    await rename(partPath(path), path);
  } catch (cause) {
    await rm(partPath(path), { force: true }).catch(() => {});
    throw fileFailure(cause, path);
  }
}

function* rejectRows({ violations, keyOf, overrides, language }: Rejects): Generator<Row> {
  const listed = violations.kept.filter(({ code }) => refuses(code)).slice(0, rowLimit);
  const shown = new Set<string>();
  for (const violation of listed) {
    const { code, row, name, header, cell } = violation;
    const key = keyOf(violation);
    const corrected = overrides.get(key ?? '')?.get(header ?? '');
    shown.add(JSON.stringify([key, header]));
    yield {
      ...(row !== null && { row }),
      key: key ?? '',
      name: escapedForPeople(name ?? ''),
      column: header ?? '',
      rule: code,
      finding: escapedForPeople(ruleText(code, violation)[language]),
      value: escapedForPeople((cell ?? '').slice(0, shownLength)),
      suggestion: ruleHint(code)[language],
      ...(corrected !== undefined && { corrected: correction(corrected, language) }),
    };
  }
  const more = violations.refusing - listed.length;
  if (more > 0) yield { finding: messages.more(more)[language] };
  for (const [key, values] of overrides)
    for (const [header, value] of values)
      if (!shown.has(JSON.stringify([key, header])))
        yield {
          key,
          column: header,
          finding: messages.kept[language],
          corrected: correction(value, language),
        };
}

const correction = (value: string, language: Language): string =>
  value === '' ? { fr: '(vide)', en: '(empty)' }[language] : escapedForPeople(value);

/** Every cell text, so that what a person types stays as typed; the column to fill in stands out. */
function dress(sheet: Worksheet): void {
  const last = rejectColumns.length;
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rowCount, column: last } };
  sheet.eachRow((row, line) => {
    row.alignment = { vertical: 'top', wrapText: true };
    if (line === 1) row.font = { bold: true };
  });
  for (let column = 1; column <= last; column += 1) sheet.getColumn(column).numFmt = '@';
  const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
  sheet.getRow(1).fill = fill('FFD9E1F2');
  sheet.getColumn(last).eachCell({ includeEmpty: true }, (cell) => {
    cell.fill = fill('FFFFF2CC');
  });
}
