import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programName, programsOf } from '../output/software/programs.ts';
import type { InstalledSoftware } from '../shared/bridge.ts';
import { SoftwareStore } from '../shared/software/store.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const row = (sourceId: string | null, name: string | null, parts: Partial<InstalledSoftware> = {}) => ({
  sourceId,
  name,
  version: null,
  publisher: null,
  installed: null,
  ...parts,
});
const devicesOf = (count: number) =>
  new Map<string, number>(Array.from({ length: count }, (_, number) => [`d${number}`, number]));

/** What a store of these rows tells: device, name, version, publisher, day. */
function stored(
  rows: readonly InstalledSoftware[],
  devices: ReadonlyMap<string, number>,
  updates: 'exclude' | 'include' = 'exclude',
) {
  const store = new SoftwareStore(temporaryFolder(), devices, { updates });
  for (const each of rows) store.add(each);
  const told = [...store.installations()].map(({ device, title, installedOn }) => {
    const { name, version, publisher } = store.titles[title] ?? {};
    return [device, name, version, publisher, installedOn];
  });
  const counts = store.counts();
  store.close();
  return { told, counts };
}

describe('the software of a run', () => {
  it('is each program once a device, with its earliest day, and counts what is left out', () => {
    const rows = [
      row('d1', 'Notes', { version: '2', installed: '20250304' }),
      row('d1', ' Notes ', { version: '2 ' }),
      row('d1', 'Notes', { version: '2', installed: '20240304' }),
      row('d1', 'Notes', { version: '1', installed: 'hier' }),
      row('d0', 'Notes', { version: '2', publisher: ' ' }),
      row('d0', null),
      row('d0', ' \u0001 '),
      row('d0', 'Update for Notes (KB5002100)'),
      row('d9', 'Notes'),
      row(null, 'Notes'),
      row('d0', 'é'.repeat(256)),
    ];
    const { told, counts } = stored(rows, devicesOf(2));
    expect(told).toEqual([
      [0, 'Notes', '2', null, null],
      [0, 'é'.repeat(255), null, null, null],
      [1, 'Notes', '1', null, null],
      [1, 'Notes', '2', null, '2024-03-04'],
    ]);
    expect(counts).toEqual({
      kept: 4,
      dropped: { withoutName: 2, update: 1, deviceNotPublished: 1, withheld: 1, repeated: 2 },
      daysUnreadable: 1,
      titlesCut: 1,
    });
    expect(stored(rows, devicesOf(2), 'include').counts.dropped.update).toBe(0);
  });

  it('is the same whatever order it is told in, as a naive reading has it', () => {
    const part = fc.constantFrom(null, 'a', 'B', 'b', 'é', '1.0');
    const day = fc.constantFrom(null, '20240131', '2023-05-06', '31/12/2100', 'x');
    const rows = fc.array(
      fc.record({
        sourceId: fc.integer({ min: 0, max: 300 }).map((number) => `d${number}`),
        name: fc.constantFrom('a', 'B', 'b', 'é', 'zz', '=1'),
        version: part,
        publisher: part,
        installed: day,
      }),
      { maxLength: 200 },
    );
    const known = new Map([...devicesOf(301)].slice(0, 290));
    fc.assert(
      fc.property(rows, (each) => {
        const { told } = stored(each, known);
        expect(stored(each.toReversed(), known).told).toEqual(told);
        const naive = new Set(
          each
            .filter(({ sourceId }) => known.has(sourceId))
            .map(({ sourceId, name, version, publisher }) =>
              JSON.stringify([known.get(sourceId), name, version, publisher]),
            ),
        );
        expect(new Set(told.map((one) => JSON.stringify(one.slice(0, 4))))).toEqual(naive);
        expect(told).toHaveLength(naive.size);
      }),
      { numRuns: 40 },
    );
  });

  it('comes back whole when it fills many parts of its file', () => {
    const rows = Array.from({ length: 60_000 }, (_, number) => row(`d${number % 3}`, `P${number}`));
    const { told, counts } = stored(rows, devicesOf(3));
    expect(counts.kept).toBe(60_000);
    expect(new Set(told.map(([, name]) => name)).size).toBe(60_000);
  });
});

describe('programs as CI', () => {
  const title = (name: string, version: string | null = null, publisher: string | null = null) => ({
    name,
    version,
    publisher,
  });
  const store = (titles: ReturnType<typeof title>[], installs: readonly number[] = []) => ({
    titles,
    installs: (number: number) => installs[number] ?? 1,
  });

  it.each([
    ['name', title('Notes', '2'), 'Notes'],
    ['nameAndVersion', title('Notes', '2'), 'Notes 2'],
    ['nameAndVersion', title('Notes 2', '2'), 'Notes 2'],
    ['nameAndVersion', title('Notes'), 'Notes'],
  ] as const)('are named by %s', (naming, one, name) => {
    expect(programName(one, naming)).toBe(name);
  });

  it('are unique without regard to case; most installations choose the spelling and the publisher', () => {
    const titles = [
      title('notes', '1', 'A'),
      title('Notes', '2', 'B'),
      title('Archive'),
      title('NOTES', '3', 'A'),
    ];
    const { all, ofTitle } = programsOf(store(titles, [2, 5, 1, 4]), 'name', { format: 'xlsx', devices: [] });
    expect(all).toEqual([
      { name: 'Archive', publisher: null },
      { name: 'Notes', publisher: 'A' },
    ]);
    expect(ofTitle).toEqual([1, 1, 0, 1]);
  });

  it('have no name that a relation, the file or a device would not bear', () => {
    const titles = [title('x'.repeat(126)), title('輸入法'), title('pc-1'), title('What?')];
    const names = (format: 'csv' | 'xlsx') =>
      programsOf(store(titles), 'name', { format, devices: ['PC-1'] });
    expect(names('csv').all.map(({ name }) => name)).toEqual(['What?']);
    expect(names('csv').unnamed).toEqual({ nameTooLong: 1, nameUnwritable: 1, nameTaken: 1 });
    expect(names('xlsx').all.map(({ name }) => name)).toEqual(['What?', '輸入法']);
  });
});
