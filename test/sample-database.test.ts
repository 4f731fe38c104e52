import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SourceError } from '../shared/errors.ts';
import { openSampleDatabase, type SampleDatabase } from '../shared/sample/database.ts';
import { insertRows } from '../shared/sample/tables.ts';
import type { Cell, SqlQuery } from '../shared/sql/source.ts';

const views = {
  v_Device: {
    ResourceID: 'int',
    Name0: 'nvarchar(256)',
    Seen0: 'datetime',
    Bytes0: 'bigint',
    Active0: 'bit',
  },
  v_Id: {
    ResourceID: 'int',
    GroupID: 'int',
    Guid0: 'uniqueidentifier',
    Hash0: 'varbinary(16)',
    Name0: 'varchar(20)',
  },
};
const catalogue = new Map(
  Object.entries(views).map(([view, types]) => [view, new Map(Object.entries(types))]),
);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function open(...files: readonly string[]): Promise<SampleDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  folders.push(folder);
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(views));
  files.forEach((content, index) => void writeFileSync(join(folder, `${index}.yaml`), content));
  return openSampleDatabase(folder);
}

const quiet = new AbortController().signal;

async function read(database: SampleDatabase, text: string, parameters: SqlQuery['parameters'] = {}) {
  const result: { names: string[]; rows: Cell[][] } = { names: [], rows: [] };
  const sink = {
    columns: (names: readonly string[]) => void result.names.push(...names),
    row: (cells: readonly Cell[]) => void result.rows.push([...cells]),
    restart: () => {},
  };
  await database.read({ text, parameters, origin: 'queries/x.sql' }, sink, quiet);
  return result;
}

const english = (text: string) => ({ exitCode: 2, text: { en: expect.stringContaining(text) } });

describe('the files of a sample', () => {
  it('give the rows of archetypes, later over earlier, own over all', async () => {
    const database = await open(
      `archetypes:
        base: { with: { tag: A }, v_Device: { Name0: <name>, Active0: 1 }, v_Id: [{ Name0: one }, { Name0: <tag> }] }
        quiet: { like: base, v_Device: { Active0: 0 } }
        bare: { v_Id: null }`,
      `fill: { ResourceID: <id>, GroupID: <row> }
entries:
  - { like: base, with: { id: 1, name: 'É' } }
  - { like: [base, quiet], with: { id: 2, name: null, tag: B } }
  - { like: base, with: { id: 3, name: C }, v_Device: { Seen0: 2026-11-20 }, v_Id: null }
  - { like: [base, bare], with: { id: 4, name: D } }`,
    );
    const devices = await read(database, 'SELECT * FROM dbo.v_Device ORDER BY ResourceID');
    expect(devices.names).toEqual(['ResourceID', 'Name0', 'Seen0', 'Bytes0', 'Active0']);
    expect(devices.rows).toEqual([
      [1, 'É', null, null, 1],
      [2, null, null, null, 0],
      [3, 'C', '2026-11-20T00:00:00', null, 1],
      [4, 'D', null, null, 1],
    ]);
    const ids = await read(database, 'SELECT ResourceID, GroupID, Name0 FROM dbo.v_Id ORDER BY 1, 2');
    expect(ids.rows).toEqual([
      [1, 1, 'one'],
      [1, 2, 'A'],
      [2, 1, 'one'],
      [2, 2, 'B'],
    ]);
  });

  it('give the rows of parts, without those that say nothing', async () => {
    const database = await open(`
fill: { ResourceID: <id> }
parts:
  cards: { with: { mark: none }, v_Id: { Name0: <n>-<mark>-<card> }, v_Device: { Name0: <alias> } }
entries:
  - with: { id: 7, alias: x, own: Z }
    cards: [{ card: <own>, alias: null }, { card: B, mark: '!', alias: y }]`);
    expect((await read(database, 'SELECT ResourceID, Name0 FROM v_Id')).rows).toEqual([
      [7, '1-none-Z'],
      [7, '2-!-B'],
    ]);
    expect((await read(database, 'SELECT Name0 FROM v_Device')).rows).toEqual([['y']]);
  });

  it.each([
    ['an unknown archetype', 'entries: [{ like: nobody }]', '0.yaml #1: the archetype "nobody"'],
    [
      'a circle of archetypes',
      'archetypes: { a: { like: b }, b: { like: a } }\nentries: [{ like: a }]',
      'archetype',
    ],
    [
      'an unknown value',
      'entries: [{ with: { name: A }, v_Device: { Name0: <serial> } }]',
      '0.yaml A: <serial>',
    ],
    [
      'a circle of values',
      'entries: [{ with: { a: <b>, b: <a> }, v_Device: { Name0: <a> } }]',
      'contains itself',
    ],
    ['an unknown view', 'entries: [{ v_Nothing: { Name0: A } }]', '"v_Nothing"'],
    ['an unknown column', 'entries: [{ v_Device: { Colour0: red } }]', 'v_Device has no column Colour0'],
    [
      'a number in a text column',
      'entries: [{ v_Device: { Name0: 12e500 } }]',
      'v_Device.Name0 takes the type',
    ],
    [
      'a text in a number column',
      'entries: [{ v_Device: { Bytes0: 5 GB } }]',
      'v_Device.Bytes0 takes the type bigint',
    ],
    [
      'a day that is none',
      'entries: [{ v_Device: { Seen0: 20/11/2026 } }]',
      'v_Device.Seen0 takes the type datetime',
    ],
    ['a wrong GUID', 'entries: [{ v_Id: { Guid0: 4C4C4544 } }]', 'v_Id.Guid0 takes'],
    ['half a byte', 'entries: [{ v_Id: { Hash0: abc } }]', 'v_Id.Hash0 takes'],
    ['another shape', 'machines: []', 'machines'],
  ])('are refused with %s', async (_, content, message) => {
    await expect(open(content)).rejects.toMatchObject(english(message));
  });

  it('keep every text as it is', async () => {
    const database = await open();
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (names) => {
        database.database.exec('DELETE FROM v_Device');
        const rows = names.map((Name0, ResourceID) => ({
          view: 'v_Device',
          place: 'test',
          columns: { Name0, ResourceID },
        }));
        insertRows(database.database, catalogue, rows);
        const { rows: found } = await read(database, 'SELECT Name0 FROM v_Device ORDER BY ResourceID');
        expect(found).toEqual(names.map((name) => [name]));
      }),
      { numRuns: 50 },
    );
  });

  it('keep every YAML text that has no reference', async () => {
    const text = fc.string({ maxLength: 30 }).filter((value) => !/[<\0]/.test(value));
    await fc.assert(
      fc.asyncProperty(text, async (Name0) => {
        const database = await open(stringify({ entries: [{ v_Device: { Name0 } }] }));
        expect((await read(database, 'SELECT Name0 FROM v_Device')).rows).toEqual([[Name0]]);
        await database.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('the sample as a source', () => {
  const one = `entries:
  - v_Device: { ResourceID: 1, Name0: Été, Bytes0: '9007199254740991', Active0: true }
    v_Id: { ResourceID: 1, Guid0: 4c4c4544-0042-4b10-8053-c4c0aabbccdd, Hash0: 0AFF }`;

  it('gives cells of the contract', async () => {
    const database = await open(one);
    const { rows } = await read(
      database,
      'SELECT d.Bytes0 + 2 AS big, d.Active0 AS active, i.Guid0 AS guid, i.Hash0 AS hash, d.Seen0 AS seen FROM dbo.v_Device AS d JOIN dbo.v_Id AS i ON i.ResourceID = d.ResourceID;',
    );
    expect(rows).toEqual([['9007199254740993', 1, '4C4C4544-0042-4B10-8053-C4C0AABBCCDD', '0aff', null]]);
  });

  it('knows the names of an empty result', async () => {
    const { names, rows } = await read(
      await open(),
      'SELECT ResourceID AS a, Name0 AS b FROM dbo.v_Device -- none',
    );
    expect([names, rows]).toEqual([['a', 'b'], []]);
  });

  it('lists its views and columns in lower case', async () => {
    const found = await (await open()).catalogue(quiet);
    expect([...found.keys()]).toEqual(['dbo.v_device', 'dbo.v_id']);
    expect([...(found.get('dbo.v_device') ?? [])]).toEqual([
      'resourceid',
      'name0',
      'seen0',
      'bytes0',
      'active0',
    ]);
  });

  it('compares the letters A to Z without case, as a site database does', async () => {
    const { rows } = await read(await open(one), `SELECT 1 AS found FROM v_Device WHERE Name0 = 'ÉTé'`);
    expect(rows).toEqual([[1]]);
  });

  it('binds the parameters that the text uses, in any case, and no others', async () => {
    const database = await open(one);
    const text = `SELECT '@quoted' AS a, @Site AS b -- @comment\nFROM v_Device /* @block */ WHERE ResourceID = @id`;
    const { rows } = await read(database, text, { site: 'GH1', ID: 1, unused: null });
    expect(rows).toEqual([['@quoted', 'GH1']]);
    await expect(read(database, text, { id: 1 })).rejects.toMatchObject(
      english('queries/x.sql uses the parameter @Site'),
    );
  });

  it.each([
    ['SELECT x.Name0 FROM dbo.v_Gone AS x', 'queries/x.sql reads dbo.v_Gone'],
    ['SELECT x.Colour0 FROM dbo.v_Device AS x', 'queries/x.sql reads the column x.Colour0'],
    ['SELECT Name0 AS a, Seen0 AS a FROM dbo.v_Device', 'queries/x.sql returns the column a twice'],
    ['SELECT TOP 1 Name0 FROM dbo.v_Device', 'does not understand queries/x.sql'],
    ['DELETE FROM dbo.v_Device', 'does not understand queries/x.sql'],
  ])('refuses %s and names the file', async (text, message) => {
    await expect(read(await open(one), text)).rejects.toMatchObject(english(message));
  });

  it('stops when the signal says so, with the reason of the run', async () => {
    const database = await open(`entries:\n${'  - v_Device: { ResourceID: 1 }\n'.repeat(5)}`);
    const stop = new AbortController();
    let rows = 0;
    const sink = {
      columns: () => {},
      restart: () => {},
      row: () => {
        rows += 1;
        if (rows === 2) stop.abort();
      },
    };
    const query = { text: 'SELECT ResourceID FROM v_Device', parameters: {}, origin: 'queries/x.sql' };
    await expect(database.read(query, sink, stop.signal)).rejects.toMatchObject({ exitCode: 130 });
    expect(rows).toBe(2);
    const reason = new SourceError({ fr: 'arrêt', en: 'stop' });
    await expect(database.read(query, sink, AbortSignal.abort(reason))).rejects.toBe(reason);
    await expect(database.catalogue(AbortSignal.abort())).rejects.toMatchObject({ exitCode: 130 });
  });

  it('passes an error of the sink on untouched', async () => {
    const database = await open(one);
    const error = new Error('disk full');
    const sink = {
      columns: () => {},
      restart: () => {},
      row: () => {
        throw error;
      },
    };
    const query = { text: 'SELECT ResourceID FROM v_Device', parameters: {}, origin: 'queries/x.sql' };
    await expect(database.read(query, sink, quiet)).rejects.toBe(error);
    await database.close();
    await database.close();
  });
});
