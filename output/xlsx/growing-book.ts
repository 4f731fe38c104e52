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

/** What is known of a table whose rows go into a workbook. */
class GrowingTable {
  readonly table: Table;
  readonly header: readonly string[];
  readonly cells = cleaner('xlsx');
  readonly digest = cellDigest();
  readonly long: LongTexts;
  readonly sheets: string[] = [];
  rows = 0;

  constructor(table: Table) {
    this.table = table;
    this.header = table.columns.map((column) => column.header);
    this.long = new LongTexts(table.columns);
    this.digest.add(this.header);
  }

  /** What was written, once it has its last row. */
  written(): WrittenFile {
    const { rows, sheets } = this;
    const replacements = this.cells.counts();
    return { rows, digest: this.digest.value(), replacements, sheets, mayBeCut: this.long.mayBeCut };
  }
}

/** A workbook while its rows come, table after table; what grows with them lies in files beside `path` until `discard`. */
export class GrowingBook {
  readonly #path: string;
  readonly #strings: SharedStrings;
  readonly #sheets: Sheet[] = [];
  readonly #tables: GrowingTable[] = [];
  readonly #finished: ZipEntry[] = [];
  #table: GrowingTable;
  #sheet: Sheet;

  constructor(first: Table, path: string, storage: TextStorage) {
    this.#path = path;
    this.#strings = new SharedStrings(`${path}.strings`, storage);
    this.#table = this.#nextTable(first);
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
    const table = this.#table;
    const cleaned = row.map(table.cells.clean);
    table.digest.add(cleaned);
    this.#sheet.add(cleaned);
    table.long.add(cleaned, this.#sheet.rows);
    table.rows += 1;
  }

  /** Hands over what is gathered. Rejects when a file failed. */
  async handOver(): Promise<void> {
    if (this.#sheet.part.due) await this.#sheet.part.handOver();
    if (this.#strings.part.due) await this.#strings.part.handOver();
  }

  /** Ends the sheet and begins the next one of the same table, with the same header. */
  async startSheet(): Promise<void> {
    await this.#finishSheet();
    this.#sheet = this.#nextSheet();
  }

  /** Ends the table and begins the next one, on a sheet of its own. */
  async startTable(table: Table): Promise<void> {
    await this.#finishSheet();
    this.#table = this.#nextTable(table);
    this.#sheet = this.#nextSheet();
  }

  /** Ends the workbook: its files in Excel's order. */
  async finish(): Promise<ZipEntry[]> {
    await this.#finishSheet();
    const texts = await this.#strings.finish();
    return [...firstParts(this.#sheets), ...this.#finished, texts, ...lastParts()];
  }

  /** What was written of each table, in order, once the workbook has its last row. */
  written(): readonly WrittenFile[] {
    return this.#tables.map((table) => table.written());
  }

  /** Removes the files beside the workbook. */
  async discard(): Promise<void> {
    for (const { part } of [...this.#sheets, this.#strings]) await part.discard();
  }

  #nextTable(table: Table): GrowingTable {
    const next = new GrowingTable(table);
    this.#tables.push(next);
    return next;
  }

  #nextSheet(): Sheet {
    const { table, header, sheets, long } = this.#table;
    const name = sheetName(table.sheet, sheets.length + 1);
    const path = `${this.#path}.sheet${this.#sheets.length + 1}`;
    const sheet = new Sheet(name, header.length, this.#strings, path);
    this.#sheets.push(sheet);
    sheets.push(name);
    long.startSheet();
    sheet.add(header);
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
