import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excelSettings, xlsxWriter } from '../output/xlsx/writer.ts';
import { readZip } from '../output/xlsx/zip-reader.ts';
import { column, tableOf } from './conformance/writer.ts';

interface Element {
  readonly name: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The files of a workbook, each as the list of its elements. */
async function elementsOf(path: string): Promise<Map<string, Element[]>> {
  const zip = await readZip(path);
  const files = new Map<string, Element[]>();
  for (const name of zip.names.filter((each) => !each.endsWith('/'))) {
    const elements: Element[] = [];
    const open: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => {
      elements.push({ name: tag.name, parent: open.at(-1) ?? '', attributes: { ...tag.attributes } });
      open.push(tag.name);
    });
    parser.on('closetag', () => void open.pop());
    for await (const piece of zip.text(name)) parser.write(piece);
    parser.close();
    files.set(name, elements);
  }
  return files;
}

let ours = new Map<string, Element[]>();
let theirs = new Map<string, Element[]>();
const rows = [
  ['PC-1', '000123', ''],
  ['', '', ''],
  ['PC-2', '=1+1', 'PC-1'],
];
const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  const header = ['Nom', 'Numéro de série', 'Système'];
  const table = tableOf(
    header.map((each) => column(each)),
    rows,
  );
  const path = join(folder, 'ours.xlsx');
  await xlsxWriter({ ...excelSettings, sheetRows: 3 }).write(table, path, new AbortController().signal);
  ours = await elementsOf(path);
  const book = new excel.Workbook();
  for (const name of ['Importation CI', 'Importation CI 2']) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = header.map((each) => ({ header: each, width: 20, style: { numFmt: '@' } }));
    sheet.addRows(rows);
    sheet.autoFilter = 'A1:C4';
  }
  await book.xlsx.writeFile(join(folder, 'theirs.xlsx'));
  theirs = await elementsOf(join(folder, 'theirs.xlsx'));
});

const of = (files: Map<string, Element[]>, file: string, name: string) =>
  (files.get(file) ?? []).filter((element) => element.name === name).map(({ attributes }) => attributes);
const children = (files: Map<string, Element[]>, file: string, parent: string) =>
  (files.get(file) ?? []).filter((element) => element.parent === parent).map(({ name }) => name);
const sheet1 = 'xl/worksheets/sheet1.xml';

describe('the package', () => {
  it('has the files of a workbook, the table of contents first', () => {
    expect([...ours.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      sheet1,
      'xl/worksheets/sheet2.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'docProps/core.xml',
      'docProps/app.xml',
    ]);
    // The only one that exceljs has besides is the theme, which no cell of ours needs.
    expect([...theirs.keys()].filter((name) => !ours.has(name))).toEqual(['xl/theme/theme1.xml']);
  });

  it('gives every file the content type and relation that exceljs gives it', () => {
    const types = (files: Map<string, Element[]>) =>
      of(files, '[Content_Types].xml', 'Override').filter(({ PartName }) => !PartName?.includes('theme'));
    const byName = (list: readonly Readonly<Record<string, string>>[]) =>
      new Map(list.map(({ PartName, ContentType }) => [PartName, ContentType]));
    expect(byName(types(ours))).toEqual(byName(types(theirs)));
    for (const file of ['_rels/.rels', 'xl/_rels/workbook.xml.rels']) {
      const relations = (files: Map<string, Element[]>) =>
        of(files, file, 'Relationship')
          .filter(({ Target }) => !Target?.includes('theme'))
          .map(({ Type, Target }) => `${Type} ${Target}`);
      expect(new Set(relations(ours)), file).toEqual(new Set(relations(theirs)));
    }
  });

  it('names each sheet, its relation and the area of its filter', () => {
    expect(of(ours, 'xl/workbook.xml', 'sheet')).toEqual([
      { name: 'Importation CI', sheetId: '1', 'r:id': 'rId1' },
      { name: 'Importation CI 2', sheetId: '2', 'r:id': 'rId2' },
    ]);
    expect(of(ours, 'xl/_rels/workbook.xml.rels', 'Relationship').slice(0, 2)).toMatchObject([
      { Id: 'rId1', Target: 'worksheets/sheet1.xml' },
      { Id: 'rId2', Target: 'worksheets/sheet2.xml' },
    ]);
    expect(of(ours, 'xl/workbook.xml', 'definedName')).toMatchObject([
      { name: '_xlnm._FilterDatabase', localSheetId: '0', hidden: '1' },
      { name: '_xlnm._FilterDatabase', localSheetId: '1', hidden: '1' },
    ]);
  });
});

describe('a sheet', () => {
  it('has its elements in the order of the schema', () => {
    expect(children(ours, sheet1, 'worksheet')).toEqual([
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'pageMargins',
    ]);
    const order = children(theirs, sheet1, 'worksheet');
    const common = children(ours, sheet1, 'worksheet').filter((name) => order.includes(name));
    expect(common).toEqual(order.filter((name) => common.includes(name)));
  });

  it('says its size, keeps the header in sight and filters all columns', () => {
    expect(of(ours, sheet1, 'dimension')).toEqual([{ ref: 'A1:C3' }]);
    expect(of(ours, sheet1, 'autoFilter')).toEqual([{ ref: 'A1:C3' }]);
    expect(of(ours, sheet1, 'pane')).toEqual(of(theirs, sheet1, 'pane'));
    expect(of(ours, sheet1, 'col').map(({ width }) => Number(width))).toEqual([6, 18, 10]);
  });

  it('refers every cell to a shared text with the number format 49, text', () => {
    const formats = (ours.get('xl/styles.xml') ?? []).filter(
      ({ name, parent }) => name === 'xf' && parent === 'cellXfs',
    );
    expect(formats.map(({ attributes }) => attributes.numFmtId)).toEqual(['0', '49']);
    const cells = ['sheet1', 'sheet2'].flatMap((name) => of(ours, `xl/worksheets/${name}.xml`, 'c'));
    expect(cells.map(({ r }) => r).join(' ')).toBe('A1 B1 C1 A2 B2 A3 A1 B1 C1 A2 B2 C2');
    expect(cells.filter(({ s }) => s !== '1')).toEqual([]);
    // A3 stands for a row without any value.
    expect(cells.filter(({ t }) => t !== 's')).toEqual([{ r: 'A3', s: '1' }]);
    expect(of(ours, 'xl/sharedStrings.xml', 'sst')).toMatchObject([{ count: '11', uniqueCount: '7' }]);
    expect(of(ours, 'xl/sharedStrings.xml', 'si')).toHaveLength(7);
  });
});
