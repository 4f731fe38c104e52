import { cellDigest } from '../table/cell-digest.ts';
import { cleaner } from '../table/clean.ts';
import type { Table, WrittenFile } from '../table/writer.ts';
import { firstParts, lastParts } from './fixed-parts.ts';
import { LongTexts } from './long-texts.ts';
import { SharedStrings, type TextStorage } from './shared-strings.ts';
import { Sheet } from './sheet.ts';
import type { ZipEntry } from './zip-file.ts';

/** Characters of the name of a sheet. */
const nameLimit = 31;

/** A workbook while its rows come; what grows with them lies in files beside `path` until `discard`. */
export class GrowingBook {
  readonly #table: Table;
  readonly #path: string;
  readonly #header: readonly string[];
  readonly #strings: SharedStrings;
  readonly #sheets: Sheet[] = [];
  readonly #finished: ZipEntry[] = [];
  readonly #cells = cleaner('xlsx');
  readonly #digest = cellDigest();
  readonly #long: LongTexts;
  #sheet: Sheet;
  #rows = 0;

  constructor(table: Table, path: string, storage: TextStorage) {
    this.#table = table;
    this.#path = path;
    this.#header = table.columns.map((column) => column.header);
    this.#strings = new SharedStrings(`${path}.strings`, storage);
    this.#long = new LongTexts(table.columns);
    this.#digest.add(this.#header);
    this.#sheet = this.#nextSheet();
  }

  /** Rows of the sheet that is being filled, header included. */
  get sheetRows(): number {
    return this.#sheet.rows;
  }

  /** Whether enough is gathered for `handOver`. */
  get due(): boolean {
    return this.#sheet.part.due || this.#strings.part.due;
  }

  /** Adds a row to the sheet. Throws `OutputError` on a text that Excel would cut. */
  add(row: readonly string[]): void {
    const cleaned = row.map(this.#cells.clean);
    this.#digest.add(cleaned);
    this.#sheet.add(cleaned);
    this.#long.add(cleaned, this.#sheet.rows);
    this.#rows += 1;
  }

  /** Hands over what is gathered. Rejects when a file failed. */
  async handOver(): Promise<void> {
    if (this.#sheet.part.due) await this.#sheet.part.handOver();
    if (this.#strings.part.due) await this.#strings.part.handOver();
  }

  /** Ends the sheet and begins the next one, with the same header. */
  async startSheet(): Promise<void> {
    await this.#finishSheet();
    this.#sheet = this.#nextSheet();
  }

  /** Ends the workbook: its files in Excel's order. */
  async finish(): Promise<ZipEntry[]> {
    await this.#finishSheet();
    const texts = await this.#strings.finish();
    return [...firstParts(this.#sheets), ...this.#finished, texts, ...lastParts()];
  }

  /** What was written, once the workbook has its last row. */
  written(): WrittenFile {
    return {
      rows: this.#rows,
      digest: this.#digest.value(),
      replacements: this.#cells.counts(),
      sheets: this.#sheets.map((sheet) => sheet.name),
      mayBeCut: this.#long.mayBeCut,
    };
  }

  /** Removes the files beside the workbook. */
  async discard(): Promise<void> {
    for (const { part } of [...this.#sheets, this.#strings]) await part.discard();
  }

  #nextSheet(): Sheet {
    const number = this.#sheets.length + 1;
    const name = sheetName(this.#table.sheet, number);
    const sheet = new Sheet(name, this.#header.length, this.#strings, `${this.#path}.sheet${number}`);
    this.#sheets.push(sheet);
    this.#long.startSheet();
    sheet.add(this.#header);
    return sheet;
  }

  async #finishSheet(): Promise<void> {
    this.#finished.push(await this.#sheet.finish(this.#finished.length));
  }
}

/** The name of the first sheet as given, of the next ones with their number, within Excel's length. */
function sheetName(name: string, number: number): string {
  if (number === 1) return name;
  const suffix = ` ${number}`;
  return name.slice(0, nameLimit - suffix.length).trimEnd() + suffix;
}
