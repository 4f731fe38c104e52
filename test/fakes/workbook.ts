import excel from 'exceljs';

/** A sheet as another program sees it: texts, empty cells as empty text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Every sheet of a workbook, read by exceljs, which wrote none of our reading code. */
export async function readWorkbook(path: string): Promise<readonly Sheet[]> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.map((sheet) => {
    const rows: string[][] = [];
    const width = sheet.columnCount;
    sheet.eachRow({ includeEmpty: true }, (row) =>
      rows.push(Array.from({ length: width }, (_, at) => String(row.getCell(at + 1).value ?? ''))),
    );
    return { name: sheet.name, rows };
  });
}
