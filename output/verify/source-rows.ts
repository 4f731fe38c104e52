import { stopIfAborted } from '../file-failure.ts';
import type { ContentDigest } from './content-digest.ts';
import { type HeaderRow, type Report, readHeaders } from './headers.ts';
import { profileHeaders } from './profile-rules.ts';
import type { ReadRow } from './read-row.ts';
import { type RowCheck, type RowContext, rowCheck } from './row-checks.ts';
import { textLimit } from './schema-ini.ts';
import type { Place, Violations } from './violation.ts';

/** Rows from which the driver guesses whether a column of a workbook holds long texts. */
const guessedRows = 8;

/** A source whose rows are about to be read. */
export interface RowsSource extends RowContext {
  readonly at: Place;
  /** Goes over the rows of all sources of the content. */
  readonly digest: ContentDigest;
  /** Checks `Schema.ini` against the headers; gives the columns that hold at most 255 characters. */
  readonly textColumns: (headers: readonly string[]) => ReadonlySet<number>;
}

/** What was read of a source. */
export interface SourceRows {
  readonly hasHeader: boolean;
  /** Rows below the header. */
  readonly rows: number;
}

/** Reads all rows of a source once, and reports every rule that one of them breaks. */
export async function checkRows(
  batches: AsyncIterable<readonly ReadRow[]>,
  source: RowsSource,
  violations: Violations,
  signal: AbortSignal,
): Promise<SourceRows> {
  let pass: RowPass | null = null;
  let rows = 0;
  for await (const batch of batches) {
    stopIfAborted(signal);
    for (const row of batch) {
      if (pass) {
        pass.check(row);
        rows += 1;
      } else pass = new RowPass(row, source, violations);
    }
  }
  return { hasHeader: pass !== null, rows };
}

/** One pass over the rows below a header row. */
export class RowPass {
  readonly #source: RowsSource;
  readonly #violations: Violations;
  readonly #headers: HeaderRow;
  readonly #check: RowCheck;
  readonly #nameColumn: number;
  readonly #textColumns: ReadonlySet<number>;
  /** Columns of a workbook in which the driver has seen a long text. */
  readonly #long = new Set<number>();
  #row: ReadRow = { line: 1, cells: [], faults: [] };

  constructor(header: ReadRow, source: RowsSource, violations: Violations) {
    this.#source = source;
    this.#violations = violations;
    this.#row = header;
    const { content, profile } = source;
    this.#headers = readHeaders(header.cells, content, profile && profileHeaders(profile), this.#report);
    this.#reportFaults(header);
    source.digest.addHeader(header.cells);
    this.#check = rowCheck(this.#headers, source);
    this.#nameColumn = content?.name === 'CI' ? this.#columnOf('Name') : 0;
    this.#textColumns = source.textColumns(this.#headers.names);
  }

  check(row: ReadRow): void {
    this.#row = row;
    const { cells, line } = row;
    const width = this.#headers.names.length;
    while (cells.length < width && this.#source.kind === 'xlsx') cells.push('');
    this.#source.digest.add(cells);
    if (row.faults.length > 0) this.#reportFaults(row);
    // Where a field is missing or too many, the others are not in their columns.
    if (cells.length !== width && !this.#hasWidth(cells, width)) return;
    this.#checkLengths(cells);
    this.#check(cells, line, this.#report);
  }

  /** The place of a column is made only for what is reported. */
  readonly #report: Report = (code, column, value, expected) => {
    const { line, cells } = this.#row;
    const header = column === null ? null : this.#headers?.names[column] || cells[column] || null;
    const place = { ...this.#source.at, row: line, header };
    const subject = {
      name: line === 1 ? null : cells[this.#nameColumn] || null,
      cell: column === null ? null : (cells[column] ?? ''),
    };
    this.#violations.add(code, place, value, expected, subject);
  };

  #reportFaults({ faults }: ReadRow): void {
    for (const { code, column, value, expected } of faults) this.#report(code, column, value, expected);
  }

  #columnOf(header: string): number {
    return this.#headers.columns.findIndex((column) => column?.header.en === header);
  }

  /** Reports a row that is not as wide as the header; false where its cells cannot be told apart. */
  #hasWidth(cells: readonly string[], width: number): boolean {
    if (this.#source.kind === 'csv') {
      const isBlank = cells.length === 1 && cells[0] === '';
      if (!isBlank) this.#report('csv-field-count', null, String(cells.length), String(width));
      return isBlank;
    }
    this.#report(
      'cell-without-header',
      null,
      cells.slice(width).find((cell) => cell !== ''),
    );
    return true;
  }

  #checkLengths(cells: readonly string[]): void {
    for (let index = 0; index < cells.length; index += 1) {
      const length = cells[index]?.length ?? 0;
      if (length <= textLimit) continue;
      if (this.#source.kind === 'csv') {
        if (this.#textColumns.has(index)) this.#report('schema-ini-memo', index, String(length));
      } else if (this.#source.kind !== 'xlsx') continue;
      else if (this.#row.line <= guessedRows + 1) this.#long.add(index);
      else if (!this.#long.has(index)) this.#report('long-text', index, String(length));
    }
  }
}
