import { SaxesParser, type SaxesTagPlain } from 'saxes';
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

/** The cell whose tags are being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: string;
  formula: string | null;
}

/** Turns the XML of a sheet into rows. A row without cells may be left out of the XML. */
class SheetParser {
  readonly #book: Workbook;
  readonly #parser = new SaxesParser();
  #ready: ReadRow[] = [];
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

  read(piece: string): readonly ReadRow[] {
    this.#parser.write(piece);
    return this.#ready.splice(0);
  }

  close(): readonly ReadRow[] {
    this.#parser.close();
    return this.#ready.splice(0);
  }

  /** What is wrong with the sheet as a whole. */
  *faults(): Generator<FileFault> {
    if (this.#merged !== null) yield { code: 'cells-merged', line: null, value: this.#merged, expected: '' };
    const covered = `A1:${columnLetters(this.#width)}${this.#line}`;
    if (this.#dimension !== null && this.#line > 0 && whole(this.#dimension) !== covered)
      yield { code: 'dimension', line: null, value: this.#dimension, expected: covered };
  }

  #open(tag: string, { attributes }: SaxesTagPlain): void {
    switch (tag) {
      case 'row': {
        const line = attributes.r === undefined ? this.#line + 1 : Number(attributes.r);
        if (!(line > this.#line)) throw new TypeError(`row ${attributes.r} out of order`);
        for (this.#line += 1; this.#line < line; this.#line += 1)
          this.#ready.push({ line: this.#line, cells: [], faults: noFaults });
        this.#cells = [];
        this.#faults = [];
        break;
      }
      case 'c': {
        const column = attributes.r === undefined ? this.#cells.length : columnOf(attributes.r);
        if (column < this.#cells.length) throw new TypeError(`cell ${attributes.r} out of order`);
        const format = this.#book.formats[Number(attributes.s ?? '0')] ?? 'General';
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
        this.#ready.push({
          line: this.#line,
          cells: this.#cells,
          faults: this.#faults.length > 0 ? this.#faults : noFaults,
        });
    }
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
    const text = this.#book.texts[Number(this.#value)];
    if (text === undefined) throw new TypeError(`text ${this.#value} is missing`);
    return text;
  }
}

/** What a type is called in a message; the others are their own name. */
const typeNames: Readonly<Record<string, string>> = { n: 'number', b: 'boolean', e: 'error', d: 'date' };

/** 0 for `A7`, 26 for `AA7`. Throws `TypeError` on what is no address. */
function columnOf(address: string): number {
  let index = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  if (index === 0 || at === address.length) throw new TypeError(`${address} is no cell`);
  return index - 1;
}

function columnLetters(width: number): string {
  let letters = '';
  for (let rest = width; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters || 'A';
}

/** A range with both corners: `A1` alone is `A1:A1`. */
const whole = (range: string): string => (range.includes(':') ? range : `${range}:${range}`);
