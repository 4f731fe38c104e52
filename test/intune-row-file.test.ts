import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowFile } from '../bridges/intune/extract/row-file.ts';
import type { Cell } from '../shared/sql/source.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

async function rowsOf(file: RowFile): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const row of file.rows()) rows.push(row);
  return rows;
}

it('gives back every row, whatever is in its cells', async () => {
  const path = join(temporaryFolder(), 'rows.ndjson');
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\n', '\r\n', '\u2028', '\u2029', '', 'é'.repeat(70_000), '🙂'),
    fc.constant(null),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 600 });
  await fc.assert(
    fc.asyncProperty(table, table, async (forgotten, rows) => {
      const file = new RowFile(path);
      for (const row of forgotten) file.row(row);
      file.restart();
      for (const row of rows) file.row(row);
      file.close();
      expect(await rowsOf(file)).toEqual(rows);
    }),
    { numRuns: 40 },
  );
});

it('says where it cannot be written', () => {
  expect(() => new RowFile(join(temporaryFolder(), 'missing', 'rows.ndjson'))).toThrow(
    expect.objectContaining({ exitCode: 6 }),
  );
});
