import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../shared/store/comparison.ts';
import { storedChanges } from '../shared/store/history.ts';
import { netChanges, type RunChange } from '../shared/store/net-change.ts';
import type { PlannedRow } from '../shared/store/planned-row.ts';
import { readStore } from '../shared/store/store-copy.ts';
import { compareRun, row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const about = (kind: Change['kind'], name: string, run: number, cells: Partial<Change> = {}): RunChange => ({
  run,
  kind,
  key: `sccm:${name}`,
  name,
  header: null,
  before: null,
  after: null,
  ...cells,
});
const cell = (name: string, run: number, before: string, after: string, kind: Change['kind'] = 'changed') =>
  about(kind, name, run, { header: kind === 'renamed' ? 'Nom' : 'RAM', before, after });
const short = (change: Change) =>
  [change.kind, change.name, change.header, change.before, change.after]
    .filter((part) => part !== null)
    .join(' ');
const net = (...changes: readonly RunChange[]) => [...netChanges(changes)].map(short);

describe('the changes of several runs', () => {
  it.each<readonly [string, readonly RunChange[], readonly string[]]>([
    ['created and gone is nothing', [about('created', 'A', 1), about('missing', 'A', 2)], []],
    ['created and changed is created', [about('created', 'A', 1), cell('A', 2, '8', '16')], ['created A']],
    ['gone and back is nothing', [about('missing', 'A', 1), about('returned', 'A', 2)], []],
    ['changed and gone is gone', [cell('A', 1, '8', '16'), about('missing', 'A', 2)], ['missing A']],
    ['changed and changed back is nothing', [cell('A', 1, '8', '16'), cell('A', 2, '16', '8')], []],
    [
      'changed twice is one change',
      [cell('A', 1, '8', '16'), cell('A', 2, '16', '32')],
      ['changed A RAM 8 32'],
    ],
    [
      'a CI with another key keeps its past by its name',
      [about('created', 'A', 1), { ...about('missing', 'A', 2), key: 'sccm:7' }],
      [],
    ],
    [
      'renamed under another key too',
      [cell('A', 1, '8', '16'), { ...cell('B', 2, 'A', 'B', 'renamed'), key: 'sccm:7' }],
      ['changed B RAM 8 16', 'renamed B Nom A B'],
    ],
    [
      'a name that another one took over is not the former one',
      [cell('B', 1, 'A', 'B', 'renamed'), { ...about('created', 'A', 2), key: 'sccm:9' }],
      ['renamed B Nom A B', 'created A'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(net(...changes)).toEqual(expected);
  });

  it('are what comparing the first with the last tells, whatever came between', async () => {
    const device = fc.record({ ram: fc.constantFrom('8', '16'), serial: fc.constantFrom('', 'SN') });
    const fleet = fc
      .dictionary(fc.constantFrom('1', '2', '3', '4'), device, { minKeys: 1 })
      .map((devices) =>
        Object.entries(devices).map(([key, { ram, serial }]) => row(key, [`PC-${key}`, serial, ram])),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fleet, { minLength: 2, maxLength: 3 }), async (fleets) => {
        const [first = [], last = []] = [fleets[0], fleets.at(-1)];
        expect((await netOf(fleets)).sort()).toEqual((await netOf([first, last])).sort());
      }),
      { numRuns: 25 },
    );
  });
});

/** What remains of all runs after the first one, in a store that keeps three. */
async function netOf(fleets: readonly (readonly PlannedRow[])[]): Promise<string[]> {
  const folder = temporaryFolder();
  for (const fleet of fleets) await compareRun(folder, fleet);
  const found = await readStore(folder, (database) => [
    ...netChanges(storedChanges(database, 'sccm a.xlsx', 1, fleets.length)),
  ]);
  return (found ?? []).map(short);
}
