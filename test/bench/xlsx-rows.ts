import type { Table } from '../../output/table/writer.ts';

const width = 40;
const headers = Array.from({ length: width }, (_, column) => `Colonne ${column}`);

/** One row of an invented fleet: in ten cells three that no other row has, four that few have, two alike, one empty. */
function rowOf(n: number): string[] {
  return headers.map((_, column) => {
    const kind = column % 10;
    if (kind < 3) return `SN${column}-${String(n).padStart(8, '0')}`;
    if (kind < 7) return `Département ${n % (column * 50 + 3)}`;
    return kind < 9 ? `Microsoft Windows 11 Entreprise ${column}` : '';
  });
}

/** A table of these rows, made while they are read. */
export const benchTable = (rows: number): Table => ({
  sheet: 'Importation CI',
  columns: headers.map((header) => ({ header, maxLength: null, required: false, unique: false })),
  *rows() {
    for (let n = 0; n < rows; n += 1) yield rowOf(n);
  },
});

/** The same rows in Python, for the writers of that language. */
export const pythonRows = `
def rows(count):
    yield ['Colonne %d' % column for column in range(${width})]
    for n in range(count):
        row = []
        for column in range(${width}):
            kind = column % 10
            if kind < 3: row.append('SN%d-%08d' % (column, n))
            elif kind < 7: row.append('Département %d' % (n % (column * 50 + 3)))
            elif kind < 9: row.append('Microsoft Windows 11 Entreprise %d' % column)
            else: row.append('')
        yield row
`;
