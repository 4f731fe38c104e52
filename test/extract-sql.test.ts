import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, TransientError } from '../shared/errors.ts';
import { extractSql } from '../shared/extract-sql.ts';
import { Join } from '../shared/join.ts';
import type { QueryFile } from '../shared/query-file.ts';
import { readQuery } from '../shared/read-only.ts';
import { integer, text } from '../shared/readers.ts';
import { many, one, type SectionSet } from '../shared/section.ts';
import type { Cell } from '../shared/sql-source.ts';
import { ScriptedSource } from './fakes/scripted-source.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const sections = {
  base: { name: 'devices', grain: 'one', required: true, columns: { name: text } },
  bios: one('bios', { serial: text }),
  disks: many('disks', { size: integer }),
} as const satisfies SectionSet;

const catalogue = {
  'dbo.v_devices': ['resourceid', 'name'],
  'dbo.v_bios': ['resourceid', 'serial'],
  'dbo.v_disks': ['resourceid', 'size'],
};

function queryFile(section: string, columns: string): QueryFile {
  const sql = `SELECT x.ResourceID AS resourceId${columns} FROM dbo.v_${section} AS x ORDER BY x.ResourceID`;
  const read = readQuery(sql);
  if ('refusal' in read) throw new Error(read.refusal.detail);
  return { section, path: `queries/test/${section}.sql`, origin: 'shipped', text: sql, tokens: read.tokens };
}

const files = {
  base: queryFile('devices', '\n, x.Name AS name'),
  bios: queryFile('bios', '\n, x.Serial AS serial'),
  disks: queryFile('disks', '\n, x.Size AS size -- optional\n'),
};

type Rows = readonly (readonly Cell[])[];
interface Fleet {
  readonly devices: Rows;
  readonly bios?: Rows;
  readonly disks?: Rows;
}

const columnsOf: Record<string, readonly string[]> = {
  devices: ['resourceId', 'name'],
  bios: ['resourceId', 'serial'],
  disks: ['resourceId', 'size'],
};

function sourceOf(fleet: Fleet, views: Record<string, readonly string[]> = catalogue): ScriptedSource {
  const rows: Record<string, Rows> = { bios: [], disks: [], ...fleet };
  return new ScriptedSource(views, ({ origin }) => {
    const section = origin.replace(/.*\/(.*)\.sql/, '$1');
    return { columns: columnsOf[section] ?? [], rows: () => rows[section] ?? [] };
  });
}

async function run(source: ScriptedSource, signal = new AbortController().signal) {
  const folder = temporaryFolder();
  const options = {
    sections,
    files,
    key: 'resourceId',
    source,
    parameters: {},
    folder,
    signal,
    progress: () => {},
    pauses: [0, 0],
  };
  const extracted = await extractSql({ ...options, catalogue: await source.catalogue() });
  const join = new Join(sections, extracted.spools, extracted.base);
  const records = [...join.records()];
  return { extracted, records, notices: [...extracted.notices, ...join.notices()], folder };
}

describe('sections joined by key', () => {
  it('puts every child row with its device and no other', async () => {
    const { records } = await run(
      sourceOf({
        devices: [
          [1, 'A'],
          [2, 'B'],
          [4, 'D'],
        ],
        bios: [
          [1, 'S1'],
          [4, 'S4'],
        ],
        disks: [
          [1, 10],
          [1, 20],
          [2, 30],
        ],
      }),
    );
    expect(
      records.map(({ key, sections: found }) => [
        key,
        found.bios?.serial ?? null,
        found.disks.map((disk) => disk.size),
      ]),
    ).toEqual([
      [1, 'S1', [10, 20]],
      [2, null, [30]],
      [4, 'S4', []],
    ]);
  });

  it('equals a join made in memory, whatever the rows', async () => {
    const keys = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), keys, async (base, children) => {
        const ordered = [...base].sort((a, b) => a - b);
        const disks = [...children].sort((a, b) => a - b).map((key, at) => [key, at] as const);
        const { records } = await run(sourceOf({ devices: ordered.map((key) => [key, `PC${key}`]), disks }));
        expect(
          records.map(({ key, sections: { disks: found } }) => [key, found.map((disk) => disk.size)]),
        ).toEqual(
          ordered.map((key) => [key, disks.filter((disk) => disk[0] === key).map((disk) => disk[1])]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('counts orphans, surplus rows and unreadable cells', async () => {
    const { notices } = await run(
      sourceOf({
        devices: [
          [2, 'B'],
          [4, 'D'],
        ],
        bios: [
          [1, 'S1'],
          [2, 'S2'],
          [2, 'S2b'],
          [9, 'S9'],
        ],
        disks: [
          [4, 'big'],
          [4, 7],
        ],
      }),
    );
    expect(notices.map(({ code, text: said }) => [code, said.en.match(/\d+/)?.[0]])).toEqual([
      ['rows-orphan', '2'],
      ['rows-extra', '1'],
      ['cells-unreadable', '1'],
    ]);
  });

  it('carries columns that a site added', async () => {
    const source = new ScriptedSource(catalogue, ({ origin }) =>
      origin.includes('devices')
        ? {
            columns: ['RESOURCEID', 'Name', 'Bureau'],
            rows: () => [
              [1, 'A', 'B-101'],
              [2, 'B', null],
            ],
          }
        : { columns: ['resourceId'], rows: () => [] },
    );
    const { records } = await run(source);
    expect(records.map(({ extra }) => extra)).toEqual([{ Bureau: 'B-101' }, {}]);
  });

  it('refuses two base rows of one device, naming the file, the key and the columns that differ', async () => {
    const wrong = run(
      sourceOf({
        devices: [
          [1, 'A'],
          [3, 'C'],
          [3, 'C2'],
          [3, 'C3'],
          [5, 'E'],
          [5, 'E'],
        ],
      }),
    );
    await expect(wrong).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringMatching(
        /devices\.sql[\s\S]*3: 3 rows, different in name[\s\S]*5: 2 rows, different in no column/,
      ),
    });
  });

  it('refuses a section that is not in order, naming the file and the fix', async () => {
    const wrong = run(
      sourceOf({
        devices: [
          [1, 'A'],
          [2, 'B'],
        ],
        disks: [
          [2, 1],
          [1, 1],
        ],
      }),
    );
    await expect(wrong).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('disks.sql'),
      hint: { en: expect.stringContaining('ORDER BY resourceId') },
    });
  });

  it.each([[null], ['abc'], [1.5]])('refuses the key %j', async (key) => {
    await expect(run(sourceOf({ devices: [[key, 'A']] }))).rejects.toMatchObject({ exitCode: 2 });
  });

  it('refuses a result without the key column', async () => {
    const source = new ScriptedSource(catalogue, () => ({ columns: ['id'], rows: () => [[1]] }));
    await expect(run(source)).rejects.toBeInstanceOf(ConfigError);
  });
});

describe('what a site lacks', () => {
  it('leaves a section empty when its view is missing, and says so', async () => {
    const { 'dbo.v_bios': _, ...views } = catalogue;
    const { extracted, records, notices } = await run(sourceOf({ devices: [[1, 'A']] }, views));
    expect(records[0]?.sections.bios).toBeNull();
    expect(extracted.rows).toEqual({ devices: 1, bios: null, disks: 0 });
    expect(notices.map((notice) => notice.code)).toEqual(['view-missing']);
  });

  it('leaves out an optional line when its column is missing, and says so', async () => {
    const views = { ...catalogue, 'dbo.v_disks': ['resourceid'] };
    const { notices } = await run(sourceOf({ devices: [[1, 'A']] }, views));
    expect(notices.map((notice) => notice.code)).toEqual(['column-missing']);
  });

  it('stops on another missing column, naming file, line and near names', async () => {
    const views = { ...catalogue, 'dbo.v_bios': ['resourceid', 'serialnumber0'] };
    await expect(run(sourceOf({ devices: [] }, views))).rejects.toMatchObject({
      exitCode: 2,
      message: 'queries/test/bios.sql, line 2: dbo.v_bios has no column Serial. Perhaps serialnumber0?',
    });
  });

  it('stops on a missing view of the base section', async () => {
    await expect(run(sourceOf({ devices: [] }, {}))).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('a section that breaks', () => {
  const failing = (times: number) => {
    let left = times;
    return new ScriptedSource(catalogue, ({ origin }) => {
      if (!origin.includes('disks')) return { columns: ['resourceId', 'name'], rows: () => [[1, 'A']] };
      const rows = function* (): Generator<Cell[]> {
        yield [1, 10];
        if (left-- > 0) throw new TransientError({ fr: 'interbloquée', en: 'deadlocked' });
        yield [1, 20];
      };
      return { columns: ['resourceId', 'size'], rows };
    });
  };

  it('is read again from its start, and nothing of the broken reading stays', async () => {
    const { extracted, records } = await run(failing(1));
    expect(records[0]?.sections.disks.map((disk) => disk.size)).toEqual([10, 20]);
    expect(extracted.retries).toBe(1);
  });

  it('stops the run after the third reading', async () => {
    const source = failing(3);
    await expect(run(source)).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('deadlocked'),
    });
    expect(source.reads.filter((origin) => origin.includes('disks'))).toHaveLength(3);
  });

  it('reports devices that came or went meanwhile', async () => {
    let readings = 0;
    const source = new ScriptedSource(catalogue, ({ origin }) => {
      const isBase = origin.includes('devices');
      if (isBase) readings += 1;
      const rows = isBase
        ? readings === 1
          ? [[1, 'A']]
          : [
              [1, 'A'],
              [2, 'B'],
            ]
        : [];
      const section = origin.replace(/.*\/(.*)\.sql/, '$1');
      return { columns: columnsOf[section] ?? [], rows: () => rows };
    });
    const { extracted, notices } = await run(source);
    expect(extracted.baseRowsAtEnd).toBe(2);
    expect(notices.map((notice) => notice.code)).toEqual(['base-moved']);
  });

  it('ends at once when the run is interrupted', async () => {
    const stopping = new AbortController();
    stopping.abort(new Error('stop'));
    await expect(run(sourceOf({ devices: [[1, 'A']] }), stopping.signal)).rejects.toThrow('stop');
  });

  it('writes nothing outside its folder', async () => {
    const { folder } = await run(sourceOf({ devices: [[1, 'A']] }));
    expect(readdirSync(folder).sort()).toEqual(['bios.ndjson', 'devices.ndjson', 'disks.ndjson']);
  });
});
