import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleaner } from '../../output/table/clean.ts';
import type { Column, Table, Writer } from '../../output/table/writer.ts';

/** Reads all rows of a file, header first, with code that the writer does not use. */
export type ReadFile = (path: string) => Promise<string[][]>;

const never = new AbortController().signal;

export const column = (header: string, rules: Partial<Column> = {}): Column => ({
  header,
  maxLength: null,
  required: false,
  unique: false,
  ...rules,
});

export const tableOf = (columns: readonly Column[], rows: readonly (readonly string[])[]): Table => ({
  sheet: 'Importation CI',
  columns,
  rows: () => rows,
});

export const oddities: readonly (readonly [name: string, cell: string])[] = [
  ['accents', 'Éléonore à l’œuvre, ça coûte 5 €'],
  ['quotes', 'un "deux" \'trois\' ""'],
  ['separators', 'a,b;c\td'],
  ['leading zeros', '000123'],
  ['a long number', '12345678901234567890'],
  ['a formula', '=1+1'],
  ['other formula signs', '+A1'],
  ['an at sign', '@SUM(A1)'],
  ['a minus', '-2'],
  ['markup', '<&>&amp;<![CDATA[x]]>'],
  ['an Excel escape', '_x0041_ _x005F_ _x00e9_ _x0041_x0042_'],
  ['edge spaces', '  padded  '],
  ['a truth value', 'false'],
  ['a date', '2026-11-20'],
  ['a back-slash', 'CORP\\adele.tremblay'],
  ['a single quote first', "'quoted"],
  ['empty', ''],
  ['a property of every object', '__proto__'],
];

/** What every writer must do, whatever its format. */
export function writerConforms(writer: Writer, readFile: ReadFile): void {
  const format = writer.extension === '.csv' ? 'csv' : 'xlsx';
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'writer-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const target = (): string => join(folder, `t${writer.extension}`);

  /** Writes, verifies with the writer's own eyes, and reads with other eyes. */
  async function roundTrip(table: Table): Promise<string[][]> {
    const written = await writer.write(table, target(), never);
    await writer.verify(table, target(), written, never);
    return readFile(target());
  }

  const names = [column('Nom'), column('Numéro de série'), column('Système')];

  describe('cells', () => {
    it('writes an empty table as its header row', async () => {
      expect(await roundTrip(tableOf(names, []))).toEqual([['Nom', 'Numéro de série', 'Système']]);
    });

    it.each(oddities)('keeps %s', async (_, cell) => {
      const rows = await roundTrip(tableOf(names, [['PC-1', cell, 'x']]));
      expect(rows[1]).toEqual(['PC-1', cell.replace('\t', ' '), 'x']);
    });

    it('makes one space of line breaks and tabs, without counting a replacement', async () => {
      const table = tableOf([column('Note')], [['a\r\nb\n\nc\td\u2028e']]);
      const written = await writer.write(table, target(), never);
      expect((await readFile(target()))[1]).toEqual(['a b c d e']);
      expect(written.replacements).toEqual({ cells: 0, characters: 0 });
    });

    it('replaces and counts what XML cannot hold', async () => {
      const table = tableOf(names, [['a\u0000b\u007fc', 'd\ufffee\ud800', 'f']]);
      const written = await writer.write(table, target(), never);
      await writer.verify(table, target(), written, never);
      expect((await readFile(target()))[1]).toEqual(['a?b?c', 'd?e?', 'f']);
      expect(written.replacements).toEqual({ cells: 2, characters: 4 });
    });

    it('keeps rows without any value, the last one too', async () => {
      const rows = await roundTrip(
        tableOf(names, [
          ['', '', ''],
          ['PC', '', ''],
          ['', '', ''],
        ]),
      );
      expect(rows).toHaveLength(4);
      expect(rows[2]).toEqual(['PC', '', '']);
    });

    it('keeps a long text whole', async () => {
      const text = 'é'.repeat(32_767);
      expect((await roundTrip(tableOf(names, [['PC', text, '']])))[1]?.[1]).toBe(text);
    });

    it('gives back any text as the cleaner leaves it', async () => {
      const cell = fc.string({ unit: 'binary', maxLength: 30 });
      const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(rows, async (cells) => {
          const { clean } = cleaner(format);
          const found = await roundTrip(tableOf(names, cells));
          expect(found.slice(1)).toEqual(cells.map((row) => row.map(clean)));
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('size', () => {
    it('writes and verifies 100,000 rows, accents at every chunk border', async () => {
      const count = 100_000;
      const table: Table = {
        sheet: 'Grand parc',
        columns: names,
        *rows() {
          for (let row = 0; row < count; row += 1) yield [`PC-${row}`, `Éà-${row}`, row % 3 ? 'œ' : ''];
        },
      };
      const written = await writer.write(table, target(), never);
      expect(written.rows).toBe(count);
      await writer.verify(table, target(), written, never);
    }, 60_000);
  });

  describe('verify', () => {
    const table = tableOf(
      [column('Nom', { required: true, unique: true, maxLength: 8 })],
      [['PC-1'], ['PC-2']],
    );
    const refuses = async (other: Table): Promise<void> => {
      const written = await writer.write(other, target(), never);
      await expect(writer.verify(other, target(), written, never)).rejects.toMatchObject({ exitCode: 6 });
    };
    const withRows = (...cells: string[]): Table => ({ ...table, rows: () => cells.map((cell) => [cell]) });

    it('refuses another content, another header and another number of rows', async () => {
      const written = await writer.write(table, target(), never);
      for (const other of [
        withRows('PC-1', 'PC-3'),
        withRows('PC-1'),
        { ...table, columns: [column('Name')] },
      ]) {
        await writer.write(other, target(), never);
        await expect(writer.verify(table, target(), written, never)).rejects.toMatchObject({ exitCode: 6 });
      }
    });

    it('refuses a file that was cut short or is something else', async () => {
      const written = await writer.write(table, target(), never);
      truncateSync(target(), Math.floor(statSync(target()).size / 2));
      await expect(writer.verify(table, target(), written, never)).rejects.toMatchObject({ exitCode: 6 });
      writeFileSync(target(), 'not a table');
      await expect(writer.verify(table, target(), written, never)).rejects.toMatchObject({ exitCode: 6 });
    });

    it('refuses an empty required cell', () => refuses(withRows('PC-1', ' ')));
    it('refuses two names that differ in case only', () => refuses(withRows('pc-é', 'PC-É')));
    it('refuses a value that is too long', () => refuses(withRows('123456789')));
  });

  describe('failures', () => {
    it('refuses headers that the importer cannot read', async () => {
      for (const headers of [
        [],
        ['a', 'A'],
        ['a.b'],
        ['[x]'],
        ['a!'],
        ['a`'],
        ['a"'],
        [' a'],
        ['日本'],
        ['x'.repeat(65)],
      ])
        await expect(
          writer.write(
            tableOf(
              headers.map((each) => column(each)),
              [],
            ),
            target(),
            never,
          ),
        ).rejects.toMatchObject({ exitCode: 6 });
      const many = Array.from({ length: 255 }, (_, index) => column(`c${index}`));
      await expect(writer.write(tableOf(many, []), target(), never)).rejects.toMatchObject({ exitCode: 6 });
    });

    it('says so when the folder is missing', async () => {
      const path = join(folder, 'missing', `t${writer.extension}`);
      await expect(writer.write(tableOf(names, []), path, never)).rejects.toMatchObject({ exitCode: 6 });
      await expect(
        writer.verify(
          tableOf(names, []),
          path,
          { rows: 0, digest: '', replacements: { cells: 0, characters: 0 }, sheets: [], mayBeCut: {} },
          never,
        ),
      ).rejects.toMatchObject({ exitCode: 6 });
    });

    it('passes on what the rows throw', async () => {
      const failure = new Error('rows failed');
      const table: Table = {
        sheet: 's',
        columns: names,
        *rows() {
          yield ['a', 'b', 'c'];
          throw failure;
        },
      };
      await expect(writer.write(table, target(), never)).rejects.toBe(failure);
    });

    it('stops when it is told to', async () => {
      const stop = new AbortController();
      const table: Table = {
        sheet: 's',
        columns: names,
        *rows() {
          for (let row = 0; ; row += 1) {
            if (row === 50_000) stop.abort();
            yield [`PC-${row}`, 'serial', 'x'];
          }
        },
      };
      await expect(writer.write(table, target(), stop.signal)).rejects.toMatchObject({ exitCode: 130 });
      await expect(writer.write(table, target(), AbortSignal.abort())).rejects.toMatchObject({
        exitCode: 130,
      });
    });

    it('leaves the rows as they were', async () => {
      const row = Object.freeze(['a\tb', 'c', 'd']);
      await writer.write(tableOf(names, [row]), target(), never);
      expect(row).toEqual(['a\tb', 'c', 'd']);
      expect(readFileSync(target()).length).toBeGreaterThan(0);
    });

    it('leaves no other file beside the one that it was to write', () => {
      expect(readdirSync(folder)).toEqual([`t${writer.extension}`]);
    });
  });
}
