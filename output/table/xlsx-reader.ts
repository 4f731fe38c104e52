import { SaxesParser } from 'saxes';
import { readZipText } from './zip-entry.ts';

/** Reads the names of the sheets of a workbook. */
export async function readSheetNames(path: string): Promise<string[]> {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'sheet') names.push(attributes.name ?? '');
  });
  for await (const chunk of await readZipText(path, 'xl/workbook.xml')) parser.write(String(chunk));
  parser.close();
  return names;
}

/**
 * Reads the rows of the first sheet, each `width` cells wide at least, empty cells as empty text. Throws `TypeError`
 * on a cell that is not text, and whatever the parser throws on XML that is not well formed.
 */
export async function* readSheetRows(path: string, width: number): AsyncGenerator<readonly string[]> {
  const strings = await readSharedStrings(path);
  const sheet = sheetParser(strings, width);
  for await (const chunk of await readZipText(path, 'xl/worksheets/sheet1.xml'))
    yield* sheet.read(String(chunk));
  sheet.close();
}

/** The texts that cells refer to by number. A writer must write `_x0041_` as `_x005F_x0041_`; this undoes it. */
async function readSharedStrings(path: string): Promise<string[]> {
  const strings: string[] = [];
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(text.replace(/_x([0-9A-F]{4})_/g, escapedCharacter));
  });
  for await (const chunk of await readZipText(path, 'xl/sharedStrings.xml')) parser.write(String(chunk));
  parser.close();
  return strings;
}

const escapedCharacter = (_: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16));

/** Turns the XML of a sheet into rows, piece by piece. A row without cells may be left out of the XML. */
function sheetParser(strings: readonly string[], width: number) {
  const parser = new SaxesParser();
  const ready: string[][] = [];
  const blank = (): string[] => Array.from({ length: width }, () => '');
  let rows = 0;
  let row: string[] = [];
  let column = 0;
  let value: string | null = null;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') {
      for (rows += 1; rows < Number(attributes.r); rows += 1) ready.push(blank());
      row = blank();
    } else if (name === 'c') {
      if (attributes.t !== 's') throw new TypeError(`cell ${attributes.r} is not text`);
      column = columnIndex(attributes.r ?? '');
    } else if (name === 'v') value = '';
  });
  parser.on('text', (part) => {
    if (value !== null) value += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'row') ready.push(row);
    if (name !== 'v') return;
    const text = strings[Number(value)];
    if (text === undefined) throw new TypeError(`text ${value} is missing`);
    row[column] = text;
    value = null;
  });
  const read = (chunk: string): string[][] => {
    parser.write(chunk);
    return ready.splice(0);
  };
  return { read, close: () => parser.close() };
}

/** 0 for `A7`, 26 for `AA7`. */
function columnIndex(address: string): number {
  let index = 0;
  for (const letter of address.replace(/\d+$/, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
