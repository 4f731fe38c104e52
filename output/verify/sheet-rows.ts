import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { columnLetters, columnOf, wholeRange } from './cell-address.ts';
import { type FileFault, noFaults, type ReadRow, type RowFault } from './read-row.ts';
import { plainName, unescaped, type Workbook } from './workbook.ts';

/**
 * Reads the rows of one sheet, some at a time, with what is wrong with the form of each cell; `finished` is told what is
 * wrong with the sheet itself. Throws `TypeError`, or what the XML parser throws, on a damaged sheet.
 */
export async function* readSheet(
  book: Workbook,
  entry: string,
  finished: (fault: FileFault) => unknown,
): AsyncGenerator<readonly ReadRow[]> {
  const sheet = new SheetParser(book);
  for await (const piece of book.archive.text(entry)) {
    const rows = sheet.read(piece);
    if (rows.length > 0) yield rows;
  }
  yield sheet.close();
  for (const fault of sheet.faults()) finished(fault);
}

const rowEnd = '</row>';
/** A cell that refers to a shared text, or to none, as Excel writes it. */
const plainCell = /<c r="([A-Z]+\d+)" s="(\d+)"(?:\/>| t="s"><v>(\d+)<\/v><\/c>)/y;

/** The cell whose tags are being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: string;
  formula: string | null;
}

/** Turns the XML of a sheet into rows. */
class SheetParser {
  readonly #book: Workbook;
  readonly #parser = new SaxesParser();
  #ready: ReadRow[] = [];
  #rest = '';
  #line = 0;
  #cells: string[] = [];
  #faults: RowFault[] = [];
  #cell: OpenCell | null = null;
  /** Text of the element that is being read; null outside those that hold a value. */
  #text: string | null = null;
  #value = '';
  #width = 0;
  #dimension: string | null = null;
  #merged: string | null = null;

  constructor(book: Workbook) {
    this.#book = book;
    this.#parser.on('opentag', (tag) => this.#open(plainName(tag.name), tag));
    this.#parser.on('text', (part) => {
      if (this.#text !== null) this.#text += part;
    });
    this.#parser.on('closetag', (tag) => this.#close(plainName(tag.name)));
  }

  /** Rows of shared texts alone are read here, as nearly all are; whatever else there is goes through the parser. */
  read(piece: string): readonly ReadRow[] {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<row ', at);
      const end = start < 0 ? -1 : text.indexOf(rowEnd, start) + rowEnd.length;
      // A tag that is not complete waits for the next piece.
      const next = start < 0 ? Math.max(at, text.lastIndexOf('<')) : start;
      if (next > at) this.#parser.write(text.slice(at, next));
      at = next;
      if (end < rowEnd.length) break;
      const row = text.slice(start, end);
      if (!this.#readPlainRow(row)) this.#parser.write(row);
      at = end;
    }
    this.#rest = text.slice(at);
    return this.#ready.splice(0);
  }

  close(): readonly ReadRow[] {
    this.#parser.write(this.#rest).close();
    return this.#ready.splice(0);
  }

  /** Reads a row that holds nothing but shared texts; false, and nothing is read, for any other. */
  #readPlainRow(row: string): boolean {
    const [head = '', line] = /^<row r="(\d+)"(?:[^>/]|\/(?!>))*>/.exec(row) ?? [];
    if (line === undefined) return false;
    const cells: OpenCell[] = [];
    const texts: string[] = [];
    let at = head.length;
    for (; at < row.length - rowEnd.length; at = plainCell.lastIndex) {
      plainCell.lastIndex = at;
      const [, address, style, text] = plainCell.exec(row) ?? [];
      if (address === undefined || style === undefined) return false;
      cells.push({ column: columnOf(address), type: 's', format: this.#formatOf(style), formula: null });
      texts.push(text ?? '');
    }
    this.#startRow(Number(line));
    for (const [index, cell] of cells.entries()) {
      if (cell.column < this.#cells.length) throw new TypeError(`cell in row ${line} out of order`);
      this.#value = texts[index] ?? '';
      this.#endCell(cell);
    }
    this.#endRow();
    return true;
  }

  /** What is wrong with the sheet as a whole. */
  *faults(): Generator<FileFault> {
    if (this.#merged !== null) yield { code: 'cells-merged', line: null, value: this.#merged, expected: '' };
    const covered = `A1:${columnLetters(this.#width)}${this.#line}`;
    if (this.#dimension !== null && this.#line > 0 && wholeRange(this.#dimension) !== covered)
      yield { code: 'dimension', line: null, value: this.#dimension, expected: covered };
  }

  #open(tag: string, { attributes }: SaxesTagPlain): void {
    switch (tag) {
      case 'row':
        this.#startRow(attributes.r === undefined ? this.#line + 1 : Number(attributes.r));
        break;
      case 'c': {
        const column = attributes.r === undefined ? this.#cells.length : columnOf(attributes.r);
        if (column < this.#cells.length) throw new TypeError(`cell ${attributes.r} out of order`);
        const format = this.#formatOf(attributes.s ?? '0');
        this.#cell = { column, type: attributes.t ?? 'n', format, formula: null };
        this.#value = '';
        break;
      }
      case 'f':
      case 'v':
      case 't':
        this.#text = '';
        break;
      case 'dimension':
        this.#dimension = attributes.ref ?? null;
        break;
      case 'mergeCell':
        this.#merged ??= attributes.ref ?? '';
    }
  }

  #close(tag: string): void {
    switch (tag) {
      case 'f':
        if (this.#cell) this.#cell.formula = this.#text;
        this.#text = null;
        break;
      case 'v':
      case 't':
        this.#value += this.#text ?? '';
        this.#text = null;
        break;
      case 'c':
        if (this.#cell) this.#endCell(this.#cell);
        this.#cell = null;
        break;
      case 'row':
        this.#endRow();
    }
  }

  /** Rows without cells may be left out of the XML. */
  #startRow(line: number): void {
    if (!(line > this.#line)) throw new TypeError(`row ${line} out of order`);
    for (this.#line += 1; this.#line < line; this.#line += 1)
      this.#ready.push({ line: this.#line, cells: [], faults: noFaults });
    this.#cells = [];
    this.#faults = [];
  }

  #endRow(): void {
    const faults = this.#faults.length > 0 ? this.#faults : noFaults;
    this.#ready.push({ line: this.#line, cells: this.#cells, faults });
  }

  #formatOf(style: string): string {
    return this.#book.formats[Number(style)] ?? 'General';
  }

  #endCell({ column, type, format, formula }: OpenCell): void {
    const text = this.#textOf(type);
    if (text === '' && formula === null) return;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells.push(text);
    if (this.#cells.length > this.#width) this.#width = this.#cells.length;
    const fault = (code: RowFault['code'], value: string, expected = ''): void => {
      this.#faults.push({ code, column, value, expected });
    };
    if (formula !== null) fault('cell-formula', `=${formula}`);
    else if (type !== 's' && type !== 'inlineStr') fault('cell-not-text', text, typeNames[type] ?? type);
    else if (format !== '@') fault('cell-format', format);
  }

  #textOf(type: string): string {
    if (type === 'inlineStr') return unescaped(this.#value);
    if (type !== 's' || this.#value === '') return this.#value;
    const text = this.#book.texts.at(Number(this.#value));
    if (text === undefined) throw new TypeError(`text ${this.#value} is missing`);
    return text;
  }
}

/** What a type is called in a message; the others are their own name. */
const typeNames: Readonly<Record<string, string>> = { n: 'number', b: 'boolean', e: 'error', d: 'date' };
