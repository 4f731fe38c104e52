import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { csvWriter } from '../output/table/csv.ts';
import { column, tableOf, writerConforms } from './conformance/writer.ts';
import { windows1252Text } from './windows-1252-text.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'ci.csv');

const readCsv = async (file: string): Promise<string[][]> => parse(windows1252Text(readFileSync(file)));

describe('CSV writer', () => {
  writerConforms(csvWriter, readCsv);

  it('writes Windows-1252 with CRLF, quotes around values and nothing for an empty cell', async () => {
    await csvWriter.write(
      tableOf(
        [column('Nom'), column('É')],
        [
          ['a"b', ''],
          ['', '€œ'],
        ],
      ),
      path,
      never,
    );
    expect(readFileSync(path).toString('latin1')).toBe('"Nom","É"\r\n"a""b",\r\n,"\x80\x9c"\r\n');
  });

  it('writes a lone empty cell as quotes, because a blank line is no row', async () => {
    await csvWriter.write(tableOf([column('Nom')], [['']]), path, never);
    expect(readFileSync(path, 'latin1')).toBe('"Nom"\r\n""\r\n');
  });

  it('takes the base letter of what Windows-1252 lacks, else a question mark, and counts both', async () => {
    const table = tableOf([column('Nom')], [['Nguyễn Łódź 日本 😀'], ['Zoe\u0308 é']]);
    const written = await csvWriter.write(table, path, never);
    expect(await readCsv(path)).toEqual([['Nom'], ['Nguyen ?ódz ?? ?'], ['Zoë é']]);
    expect(written.replacements).toEqual({ cells: 1, characters: 6 });
  });

  it('writes the same bytes for the same rows', async () => {
    const table = tableOf([column('Nom')], [['x'], ['é\ny']]);
    await csvWriter.write(table, path, never);
    const first = readFileSync(path);
    await csvWriter.write(table, path, never);
    expect(readFileSync(path).equals(first)).toBe(true);
  });

  it.runIf(existsSync('/dev/full'))('reports a full disk (needs /dev/full)', async () => {
    await expect(
      csvWriter.write(tableOf([column('Nom')], [['x']]), '/dev/full', never),
    ).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('no room'),
    });
  });
});
