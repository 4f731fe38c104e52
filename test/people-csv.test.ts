import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaner } from '../output/table/clean.ts';
import { peopleCsvWriter } from '../output/table/csv.ts';
import { column, tableOf } from './conformance/writer.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const never = new AbortController().signal;
const rowsOf = (path: string): string[][] => parse(readFileSync(path), { bom: true });

describe('a CSV for people', () => {
  it('begins with its mark and keeps every character, with formulas made harmless', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'p.csv');
    const cell = fc.string({ unit: 'binary', maxLength: 20 });
    const { clean } = cleaner('xlsx');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (rows) => {
        const table = tableOf([column('Nom'), column('Note')], rows);
        const written = await peopleCsvWriter.write(table, path, never);
        await peopleCsvWriter.verify(table, path, written, never);
        expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const meant = rows.map((row) => row.map((text) => clean(text).replace(/^(?=[=+\-@])/, "'")));
        expect(rowsOf(path).slice(1)).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  });

  it('is published without anything for the importer, through the command', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'fleet.csv');
    const args = ['sccm', '--sample', '--state', join(folder, 'state'), '--encoding', 'utf8'];
    expect(await runBridge([...args, '--out', out])).toMatchObject({ code: 0 });
    expect(readdirSync(folder).filter((name) => /\.(xml|ini)$/i.test(name))).toEqual([]);
    expect(rowsOf(out).length).toBeGreaterThan(60);
    expect(rowsOf(out)[0]?.slice(0, 3)).toEqual(['Type', 'Nom', 'État']);
    const before = contentsOf(folder)[out];
    await runBridge([...args, '--out', out]);
    expect(contentsOf(folder)[out]).toBe(before);
  });

  it('is refused for a workbook', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.xlsx'), 'last');
    const args = ['sccm', '--sample', '--state', join(folder, 'state'), '--encoding', 'utf8'];
    const ended = await runBridge([...args, '--out', join(folder, 'a.xlsx')]);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/for a \.csv file alone/) });
    expect(readFileSync(join(folder, 'a.xlsx'), 'utf8')).toBe('last');
  });
});
