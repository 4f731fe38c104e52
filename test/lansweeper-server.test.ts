import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readQuery } from '../shared/sql/read-only.ts';
import { runBridge } from './fakes/command.ts';
import { type Site, startSite } from './fakes/source-server.ts';
import { lansweeper } from './fakes/sql-bridge.ts';
import { isHousekeeping } from './fakes/tds/housekeeping.ts';

const golden = join('test', 'golden', 'lansweeper');
const sent = ({ server }: Site) =>
  server.records.calls.map(({ sql }) => sql).filter((sql) => !isHousekeeping(sql));

/** Every cell of a workbook's first sheet. */
async function cellsOf(path: string): Promise<string[][]> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0];
  const rows: string[][] = [];
  const width = sheet?.columnCount ?? 0;
  sheet?.eachRow((row) =>
    rows.push(Array.from({ length: width }, (_, at) => String(row.getCell(at + 1).value ?? ''))),
  );
  return rows;
}

describe('LanSweeper on SQL Server over a real connection', () => {
  it('gives the very files of the sample', async () => {
    const site = await startSite({}, {}, lansweeper);
    const ended = await site.run('--out', join(site.folder, 'assets.csv'));
    expect(ended).toMatchObject({ code: 0 });
    for (const name of ['assets.csv', 'Schema.ini', 'assets.xml'])
      expect(readFileSync(join(site.folder, name)).equals(readFileSync(join(golden, name))), name).toBe(true);
    expect(site.server.records.failures).toEqual([]);
    expect(sent(site).filter((sql) => 'refusal' in readQuery(sql))).toEqual([]);
    expect(sent(site).filter((sql) => /password|productkey|tsyscredentials/i.test(sql))).toEqual([]);
  });

  it('gives the very cells of the sample in a workbook', async () => {
    const site = await startSite({}, {}, lansweeper);
    const sample = join(site.home, 'sample.xlsx');
    const out = join(site.folder, 'assets.xlsx');
    const args = ['--sample', '--out', sample, '--state', join(site.home, 'sample-state')];
    const [first, second] = await Promise.all([runBridge(['lansweeper', ...args]), site.run('--out', out)]);
    expect([first.code, second.code]).toEqual([0, 0]);
    const cells = await cellsOf(out);
    expect(cells.length).toBeGreaterThan(40);
    expect(cells).toEqual(await cellsOf(sample));
  });
});
