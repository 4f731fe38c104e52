import { declaration, mainNamespace, sheetPath } from './fixed-parts.ts';
import { GrowingPart } from './growing-part.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { ZipEntry } from './zip-file.ts';

/** Rows by which the widths of the columns are chosen. */
const measuredRows = 1_000;
/** Width of a column in characters: room for the button of the filter, and not the whole screen. */
const buttonWidth = 3;
const widest = 60;
/** Those of Excel. */
const margins = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';

/** One sheet while its rows come: a header row that stays in sight, and a filter over all columns. */
export class Sheet {
  readonly name: string;
  readonly part: GrowingPart;
  readonly #strings: SharedStrings;
  readonly #addresses: readonly string[];
  readonly #spans: string;
  readonly #widths: number[];
  #rows = 0;

  /** `width`: columns; `path`: of a file that takes the rows until the workbook is put together. */
  constructor(name: string, width: number, strings: SharedStrings, path: string) {
    this.name = name;
    this.part = new GrowingPart(path);
    this.#strings = strings;
    this.#addresses = Array.from({ length: width }, (_, index) => `<c r="${columnName(index)}`);
    this.#spans = `" spans="1:${width}">`;
    this.#widths = Array.from({ length: width }, () => 0);
  }

  get rows(): number {
    return this.#rows;
  }

  /** All cells, as `A1:C7`. */
  get area(): string {
    return `A1:${columnName(this.#addresses.length - 1)}${this.#rows}`;
  }

  add(row: readonly string[]): void {
    this.#rows += 1;
    if (this.#rows <= measuredRows) this.#measure(row);
    const line = String(this.#rows);
    const start = `<row r="${line}${this.#spans}`;
    let xml = start;
    for (let index = 0; index < row.length; index += 1) {
      const text = row[index];
      if (text) xml += this.#addresses[index] + line + this.#strings.cell(text);
    }
    // A row without any cell is not there for some readers.
    this.part.add(`${xml === start ? `${xml}<c r="A${line}" s="1"/>` : xml}</row>`);
  }

  #measure(row: readonly string[]): void {
    for (const [index, text] of row.entries()) {
      const width = text.length + (this.#rows === 1 ? buttonWidth : 1);
      this.#widths[index] = Math.min(widest, Math.max(width, this.#widths[index] ?? 0));
    }
  }

  /** The sheet as a file of the workbook, once it has its last row; `index` counts the sheets from 0. */
  async finish(index: number): Promise<ZipEntry> {
    this.part.add(`</sheetData><autoFilter ref="${this.area}"/>${margins}</worksheet>`);
    return { name: sheetPath(index), text: this.#head(index === 0), rest: await this.part.finish() };
  }

  #head(selected: boolean): string {
    const columns = this.#widths.map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
    );
    return [
      declaration,
      `<worksheet xmlns="${mainNamespace}">`,
      `<dimension ref="${this.area}"/>`,
      `<sheetViews><sheetView ${selected ? 'tabSelected="1" ' : ''}workbookViewId="0">`,
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
      '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
      '<sheetFormatPr defaultRowHeight="15"/>',
      `<cols>${columns.join('')}</cols><sheetData>`,
    ].join('');
  }
}

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
