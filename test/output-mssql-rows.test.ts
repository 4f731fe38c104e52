import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkPublished, manifestOf } from '../output/import/published.ts';
import { writeImporterFiles } from '../output/importer/files.ts';
import { cleaner } from '../output/table/clean.ts';
import type { Table } from '../output/table/writer.ts';
import { column, oddities, tableOf } from './conformance/writer.ts';
import { contentsOf } from './fakes/command.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import type { Staging } from './fakes/staging.ts';
import { fleet, publishTo, shipped, staging, targetOf } from './fakes/staging-target.ts';

const never = new AbortController().signal;
vi.setConfig({ testTimeout: 60_000 });

const path = '/any/Essai.mssql';
const columns = ['Nom', 'Numéro de série', "Système d'exploitation"].map((header) => column(header));

/** Writes, reads back with the writer's own eyes, commits, and reads as others do. */
async function roundTrip(site: Staging, table: Table) {
  const database = site.open();
  try {
    const written = await database.writer.write(table, path, never);
    await database.writer.verify(table, path, written, never);
    await database.commit();
    return { written, rows: site.rows('Essai') };
  } finally {
    await database.close();
  }
}

describe('rows of SQL Server', () => {
  it('are any text as the cleaner leaves it, an empty one NULL', async () => {
    const site = await staging();
    const cell = fc.string({ unit: 'binary', maxLength: 30 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
    const { clean } = cleaner('database');
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const found = await roundTrip(site, tableOf(columns, cells));
        expect(found.rows.slice(1)).toEqual(cells.map((row) => row.map((each) => clean(each) || null)));
      }),
      { numRuns: 25 },
    );
    const odd = oddities.map(([name, each]) => [name, each, 'x']);
    const found = await roundTrip(site, tableOf(columns, odd));
    expect(found.rows[0]).toEqual(columns.map(({ header }) => header));
    expect(found.rows.slice(1)).toEqual(odd.map((row) => row.map((each) => clean(each ?? '') || null)));
    expect(site.server.records.failures).toEqual([]);
  });

  it('say of which run they are, once they are committed', async () => {
    const site = await staging();
    const target = targetOf(site);
    const publishAs = async (runId: string) => {
      target.database.begin(runId);
      await writeImporterFiles(target, { assets: () => fleet, facts: () => outputFacts(runId) }, never);
    };
    expect(await site.open().holds('run-1', never)).toBe(false);
    await publishAs('run-1');
    await publishAs('run-2');
    expect(await site.open().holds('run-1', never)).toBe(false);
    expect(await site.open().holds('run-2', never)).toBe(true);
  });

  it('are long where a column may be, and refused where it may not', async () => {
    const site = await staging();
    const long = 'é😀'.repeat(20_000);
    const short = column('Court', { maxLength: 4_000 });
    const table = (cell: string) =>
      tableOf(
        [column('Long'), short],
        [
          ['x', 'y'],
          [long, cell],
        ],
      );
    expect((await roundTrip(site, table('x'.repeat(4_000)))).rows[2]).toEqual([long, 'x'.repeat(4_000)]);
    await expect(roundTrip(site, table('x'.repeat(4_001)))).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('Line 3: the value of column "Court" has 4001 characters'),
    });
    expect(site.rows('Essai')[2]?.[1]).toBe('x'.repeat(4_000));
  });

  it('are sent and read back in parts', async () => {
    const site = await staging();
    const count = 12_000;
    const rows = Array.from({ length: count }, (_, at) => [`PC-${at}`, at % 3 ? 'œ' : '', `é${at}`]);
    const { written, rows: found } = await roundTrip(site, tableOf(columns, rows));
    expect([written.rows, found.length, found[count]?.[0]]).toEqual([count, count + 1, `PC-${count - 1}`]);
    expect(site.server.records.calls.filter(({ kind }) => kind === 'bulk')).toHaveLength(3);
  });

  it('have the columns of the last run, whatever the former one had', async () => {
    const site = await staging();
    await roundTrip(site, tableOf(columns, [['a', 'b', 'c']]));
    const { rows } = await roundTrip(site, tableOf([column('Autre')], [['d']]));
    expect(rows).toEqual([['Autre'], ['d']]);
  });

  it('are refused when the table holds others', async () => {
    const site = await staging();
    const database = site.open();
    const table = tableOf(columns, [['a', 'b', 'c']]);
    const written = await database.writer.write(table, path, never);
    for (const change of ["Nom = 'é'", 'Nom = NULL', '[octopus-bridge row] = 7000']) {
      site.exec('SAVEPOINT before');
      site.exec(`UPDATE octopus.Essai_rows SET ${change}`);
      await expect(database.writer.verify(table, path, written, never)).rejects.toMatchObject({
        exitCode: 6,
      });
      site.exec('ROLLBACK TO before');
    }
    await database.close();
  });
});

describe('publishing to SQL Server', () => {
  it('has the columns to clear in a view of their own', async () => {
    const site = await staging();
    const clearing = { ...shipped, ci: { ...shipped.ci, clear: ['Modèle'] } };
    const { tables } = await publishTo(site, fleet, clearing);
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['[octopus].[OctopusCI]', 2],
      ['[octopus].[OctopusCI-clear]', 1],
    ]);
    expect(site.rows('OctopusCI-clear')).toEqual([
      ['Type', 'Nom', 'Modèle'],
      ['Portable', 'PC-2', null],
    ]);
  });

  it('tells an import how many rows each source has', async () => {
    const site = await staging();
    await publishTo(site);
    const xml = join(site.folder, 'OctopusCI.xml');
    const { sources } = await checkPublished(xml, manifestOf(xml), null);
    expect(sources).toEqual([{ name: 'Bridge SCCM', rows: 2 }]);
  });

  it('refuses rows that break the contract, names them, and the last rows stay', async () => {
    const site = await staging();
    await publishTo(site);
    const rows = site.rows();
    const twins = [outputAsset('PC-1'), outputAsset('pc-1')];
    await expect(publishTo(site, twins)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('value-twice, row 3, "Nom", asset sccm:pc-1'),
    });
    expect(readdirSync(site.folder)).toContain('OctopusCI.rejects.xlsx');
    expect(site.rows()).toEqual(rows);
  });

  it('leaves the last rows when the run is interrupted', async () => {
    const site = await staging();
    await publishTo(site);
    const [files, rows] = [contentsOf(site.folder), site.rows()];
    const stop = new AbortController();
    function* assets() {
      yield* fleet;
      stop.abort();
    }
    const content = { assets, facts: outputFacts };
    await expect(writeImporterFiles(targetOf(site), content, stop.signal)).rejects.toMatchObject({
      exitCode: 130,
    });
    await vi.waitFor(() => expect(site.rows()).toEqual(rows), 20_000);
    expect(contentsOf(site.folder)).toEqual(files);
  });

  it.each([
    ['view', 'CREATE TABLE octopus.x (y); CREATE VIEW octopus.OctopusCI AS SELECT y FROM octopus.x'],
    ['table', 'CREATE TABLE octopus.OctopusCI_rows (y)'],
  ])('keeps a %s of another program', async (_, sql) => {
    const site = await staging();
    site.exec(sql);
    await expect(publishTo(site)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('is not of this tool'),
    });
    expect(site.server.records.calls.filter(({ sql }) => /DROP|CREATE/.test(sql))).toEqual([]);
    expect(readdirSync(site.folder)).toEqual([]);
  });
});
