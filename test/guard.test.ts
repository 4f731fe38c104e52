import { describe, expect, it } from 'vitest';
import type { PlannedRow } from '../shared/store/planned-row.ts';
import { compareRun, headers, row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const fleet = (count: number, make: (at: number) => PlannedRow): PlannedRow[] =>
  Array.from({ length: count }, (_, at) => make(at));
const laptop = (at: number) => row(String(at), [`PC-${at}`, `SN${at}`, '8 Go']);
const told = (alarms: readonly { kind: string; scope: string; subject: string; count: number }[]) =>
  alarms.map(({ kind, scope, subject, count }) =>
    [kind, scope, subject, count].filter((part) => part !== '').join(' '),
  );

async function alarmsOf(before: readonly PlannedRow[], after: readonly PlannedRow[], columns = headers) {
  const folder = temporaryFolder();
  expect((await compareRun(folder, before)).alarms).toEqual([]);
  return told((await compareRun(folder, after, columns)).alarms);
}

describe('the guard', () => {
  it.each([
    ['the same fleet', 100, []],
    ['20 % fewer', 80, []],
    ['21 % fewer', 79, ['missing all 21', 'missing class laptop 21', 'missing place QC1 21']],
    ['none left of them', 0, ['missing all 100', 'missing class laptop 100', 'missing place QC1 100']],
  ])('%s of 100', async (_, left, alarms) => {
    expect(await alarmsOf(fleet(100, laptop), fleet(left, laptop))).toEqual(alarms);
  });

  it('is silent below its number, however large the share', async () => {
    expect(await alarmsOf(fleet(30, laptop), fleet(11, laptop))).toEqual([]);
    expect(await alarmsOf(fleet(30, laptop), fleet(10, laptop))).toContain('missing all 20');
  });

  it('sees one class or one site that goes while the whole hardly moves', async () => {
    const mixed = fleet(300, (at) =>
      row(
        String(at),
        [`PC-${at}`],
        {},
        { class: at < 30 ? 'server' : 'laptop', place: at % 2 ? 'QC1' : 'MTL' },
      ),
    );
    expect(await alarmsOf(mixed, mixed.slice(25))).toEqual(['missing class server 25']);
    const moved = mixed.map((each, at) => (at < 80 ? { ...each, place: 'NEW' } : each));
    expect(await alarmsOf(mixed, moved)).toEqual(['missing place MTL 40', 'missing place QC1 40']);
  });

  it('does not believe a fleet that grows or changes at once', async () => {
    expect(await alarmsOf(fleet(100, laptop), fleet(130, laptop))).toEqual(['created all 30']);
    const shifted = fleet(100, (at) => row(String(at), [`PC-${at}`, `SN${at + 1}`, '16 Go']));
    expect(await alarmsOf(fleet(100, laptop), shifted)).toEqual(['changed header NuméroSérie 100']);
  });

  it('sees a column that goes blank, and not one that never had much', async () => {
    const blank = fleet(100, (at) => row(String(at), [`PC-${at}`, `SN${at}`, at < 50 ? '' : '8 Go']));
    expect(await alarmsOf(fleet(100, laptop), blank)).toEqual(['emptied header RAM 50']);
    const rare = fleet(100, (at) => row(String(at), [`PC-${at}`, `SN${at}`, at < 40 ? '8 Go' : '']));
    expect(
      await alarmsOf(
        rare,
        fleet(100, (at) => row(String(at), [`PC-${at}`, `SN${at}`])),
      ),
    ).toEqual([]);
  });

  it('lets a column of the profile come and go', async () => {
    const narrow = fleet(100, (at) => ({ ...laptop(at), cells: [`PC-${at}`, 'Oui'] }));
    expect(await alarmsOf(fleet(100, laptop), narrow, ['Nom', 'UEFI'])).toEqual([]);
  });
});
