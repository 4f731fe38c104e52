import { SaxesParser } from 'saxes';
import { sheetPath, stringsPath } from './fixed-parts.ts';
import { Scanner } from './scanner.ts';
import { readText, TextReader } from './text-reader.ts';
import { readZip, type ZipContents } from './zip-reader.ts';

/** A workbook that is read back. */
export interface ReadBook {
  /** Names of the sheets. */
  readonly names: readonly string[];
  /** The rows of all sheets as if they were one, the header first and once; empty cells as empty text. */
  rows(): AsyncGenerator<readonly string[]>;
}

/**
 * Opens a workbook of ours, `width` columns wide, to read it back in flat memory. Throws `TypeError`, also while the
 * rows are read, on anything that our writer does not write: the bytes on the disk must be those that were meant.
 */
export async function readBook(path: string, width: number): Promise<ReadBook> {
  const zip = await readZip(path);
  const names = await sheetNames(zip);
  const sheets = names.map((_, index) => sheetPath(index));
  const large = new Set([...sheets, stringsPath]);
  for (const name of zip.names) if (!large.has(name)) for await (const _ of zip.text(name));
  async function* rows(): AsyncGenerator<readonly string[]> {
    const texts = new TextReader(zip.text(stringsPath));
    try {
      let header: readonly string[] | null = null;
      for (const sheet of sheets)
        for await (const { row, line } of sheetRows(zip.text(sheet), texts, width)) {
          if (line > 1 || header === null) yield row;
          else if (row.join('\n') !== header.join('\n')) throw new TypeError(`another header in ${sheet}`);
          if (line === 1) header = row;
        }
      await texts.finish();
    } finally {
      await texts.close();
    }
  }
  return { names, rows };
}

async function sheetNames(zip: ZipContents): Promise<string[]> {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'sheet') names.push(attributes.name ?? '');
  });
  for await (const piece of zip.text('xl/workbook.xml')) parser.write(piece);
  parser.close();
  return names;
}

interface Line {
  readonly row: string[];
  /** Row in the sheet, the header being 1. */
  readonly line: number;
}

async function* sheetRows(
  pieces: AsyncIterable<string>,
  texts: TextReader,
  width: number,
): AsyncGenerator<Line> {
  const scanner = new Scanner();
  let begun = false;
  let line = 0;
  for await (const piece of pieces) {
    scanner.feed(piece);
    if (!begun && scanner.sees('<sheetData>')) begun = scanner.until('<sheetData>') !== '';
    if (!begun) continue;
    const rows: Cell[][] = [];
    while (scanner.sees('</row>')) rows.push(readRow(scanner, line + rows.length + 1, width));
    const last = rows.reduce((most, row) => row.reduce<number>(larger, most), -1);
    await texts.readTo(last);
    for (const row of rows) {
      line += 1;
      yield { row: row.map((cell) => (typeof cell === 'number' ? texts.text(cell) : cell)), line };
    }
    texts.forgetTo(last);
  }
  scanner.expect('</sheetData>');
}

/** A text, or the number of a shared one. */
type Cell = string | number;

const larger = (most: number, cell: Cell): number => (typeof cell === 'number' && cell > most ? cell : most);

function readRow(scanner: Scanner, line: number, width: number): Cell[] {
  const row = new Array<Cell>(width).fill('');
  scanner.expect(`<row r="${line}" spans="1:${width}">`);
  while (scanner.takes('<c r="')) {
    const column = scanner.letters();
    if (column > width || scanner.number() !== line)
      throw new TypeError(`cell out of its place, row ${line}`);
    scanner.expect('" s="1"');
    if (!scanner.takes('/>')) row[column - 1] = readCell(scanner);
  }
  scanner.expect('</row>');
  return row;
}

function readCell(scanner: Scanner): Cell {
  if (scanner.takes(' t="s"><v>')) {
    const index = scanner.number();
    scanner.expect('</v></c>');
    return index;
  }
  scanner.expect(' t="inlineStr"><is>');
  const text = readText(scanner);
  scanner.expect('</is></c>');
  return text;
}
