import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../shared/errors.ts';
import { catalogue, run, sourceOf } from './fakes/scripted-fleet.ts';
import { ScriptedSource } from './fakes/scripted-source.ts';

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
