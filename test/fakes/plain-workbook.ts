import { archive } from './archive.ts';

/** A sheet to put into a workbook: its name and its cells, all text. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The parts of a workbook by their path; every cell a shared text with the format `@`. */
export type Parts = Record<string, string>;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string): string =>
  text.replace(/[&<>"]|[^\x20-\x7e]/gu, (character) => `&#${character.codePointAt(0)};`);

/** The parts of a workbook, written without any code of the product. */
export function workbookParts(sheets: readonly PlainSheet[]): Parts {
  const texts: string[] = [];
  const cell = (text: string, row: number, column: number): string =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + column)}${row + 1}" s="1" t="s"><v>${texts.push(text) - 1}</v></c>`;
  const parts: Parts = {};
  for (const [index, { rows }] of sheets.entries()) {
    const lines = rows.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((text, at) => cell(text, row, at)).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
  }
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const targets = [
    ...sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`),
    'sharedStrings.xml',
    'styles.xml',
  ];
  return {
    ...parts,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${targets
      .map((target, index) => `<Relationship Id="rId${index + 1}" Target="${target}"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${texts
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
  };
}

/** The bytes of a workbook of these parts. */
export const workbookBytes = (parts: Parts): Buffer => archive(parts);
