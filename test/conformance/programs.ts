import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';

/** One sheet as another program sees it: its cells as text, and whether each that is filled is text for it. */
export interface SeenSheet {
  readonly name: string;
  readonly rows: string[][];
  readonly allText: boolean;
}

const python = '/usr/bin/python3';
/** Programs that npm does not install; their tests say so when they are skipped. */
export const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0;
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Reads a workbook with the full reader of exceljs. */
export async function readWithExceljs(path: string): Promise<SeenSheet[]> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.map((sheet) => {
    const width = sheet.getRow(1).cellCount;
    const cells = Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: width }, (_, column) => sheet.getCell(row + 1, column + 1)),
    );
    const filled = cells.flat().filter((cell) => cell.value !== null);
    return {
      name: sheet.name,
      rows: cells.map((row) => row.map((cell) => cell.text)),
      allText: filled.every((cell) => cell.type === excel.ValueType.String && cell.numFmt === '@'),
    };
  });
}

const openpyxlCells = `
import json, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{
  'name': sheet.title,
  'rows': [[cell.value or '' for cell in row] for row in sheet.iter_rows()],
  'allText': all(cell.data_type == 's' and cell.number_format == '@' for row in sheet.iter_rows() for cell in row if cell.value is not None),
} for sheet in book.worksheets]))
`;

/** Reads a workbook with openpyxl. */
export const readWithOpenpyxl = (path: string): SeenSheet[] =>
  JSON.parse(execFileSync(python, ['-c', openpyxlCells, path], { encoding: 'utf8', maxBuffer: 1024 ** 3 }));

/** Comma, quotes, UTF-8; every text between quotes, so that a number shows; every sheet to a file of its own. */
const exported = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

/** Reads files with LibreOffice, started once; `width`: columns of a CSV, null for workbooks. */
export function readWithLibreOffice(paths: readonly string[], width: number | null): SeenSheet[][] {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const out = join(folder, 'out');
  // Windows-1252, every column text.
  const columns = Array.from({ length: width ?? 0 }, (_, index) => `${index + 1}/2`).join('/');
  const imported = width === null ? [] : [`--infilter=Text - txt - csv (StarCalc):44,34,1,1,${columns}`];
  try {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...imported,
        '--convert-to',
        exported,
        '--outdir',
        out,
        ...paths,
      ],
      { stdio: 'ignore' },
    );
    return paths.map((path) => readSheets(out, basename(path).replace(/\.\w+$/, '')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sheets of one workbook, each a file `workbook-sheet.csv`. */
function readSheets(folder: string, book: string): SeenSheet[] {
  const names = readdirSync(folder)
    .filter((file) => file.startsWith(`${book}-`))
    .map((file) => file.slice(book.length + 1, -'.csv'.length));
  return names.sort().map((name) => {
    let allText = true;
    const rows: string[][] = parse(readFileSync(join(folder, `${book}-${name}.csv`)), {
      relax_column_count: true,
      cast: (value, { quoting }) => {
        allText &&= quoting || value === '';
        return value;
      },
    });
    return { name, rows, allText };
  });
}
