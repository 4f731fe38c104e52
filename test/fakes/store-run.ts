import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Alarm, guard } from '../../shared/judge/guard.ts';
import { RunStore } from '../../shared/run/store.ts';
import { type Change, Comparison } from '../../shared/store/comparison.ts';
import { keepRun } from '../../shared/store/keep.ts';
import type { Identities, PlannedRow } from '../../shared/store/planned-row.ts';
import { SiteStore } from '../../shared/store/site-store.ts';

export const headers = ['Nom', 'NuméroSérie', 'RAM'];
/** A run that takes everything, of columns that tell of nobody. */
const nobody = { mode: 'full', personal: {} } as const;
const nothing: Identities = { hardware: null, uuid: null, device: null, address: null };

/** A laptop's row; `about` changes what is not a cell. */
export const row = (
  key: string,
  cells: readonly [string, string?, string?],
  identities: Partial<Identities> = {},
  about: Partial<Pick<PlannedRow, 'class' | 'place'>> = {},
): PlannedRow => ({
  key: `sccm:${key}`,
  name: cells[0],
  class: 'laptop',
  place: 'QC1',
  identities: { ...nothing, ...identities },
  cells: [cells[0], cells[1] ?? '', cells[2] ?? ''],
  ...about,
});

/** What a run found beside the last one. */
export interface Compared {
  readonly changes: readonly string[];
  readonly matched: Readonly<Record<string, number>>;
  readonly alarms: readonly Alarm[];
}

let count = 0;

/** Compares a run with the store of a folder; keeps it unless only planned. */
export async function compareRun(
  folder: string,
  rows: readonly PlannedRow[],
  columns: readonly string[] = headers,
  keep = true,
): Promise<Compared> {
  const series = 'sccm a.xlsx';
  const store = await SiteStore.open(folder);
  const about = { path: store.path, series, headers: store.headers(series) };
  store.close();
  const working = mkdtempSync(join(tmpdir(), 'store-run-'));
  const runStore = await RunStore.create(working);
  runStore.settleDuplicates();
  const { database } = runStore;
  for (const each of rows) runStore.rows.add(each);
  runStore.rows.finish();
  const comparison = new Comparison(database, about, columns);
  const matched = comparison.match();
  const changes: Change[] = [...comparison.changes()];
  const stable = new Set(['Nom', 'NuméroSérie']);
  const guarded = { database, series, headers: columns, formerHeaders: about.headers, stable };
  const alarms = guard(guarded, { percent: 20, count: 20 });
  count += 1;
  const times = { startedAt: '2026-11-22T02:00:00Z', finishedAt: '2026-11-22T02:01:00Z', manifest: '{}' };
  const published = {
    runId: `run-${count}`,
    series,
    source: 'sccm',
    headers: columns,
    unfilled: [],
    people: nobody,
    profile: '{}',
    ...times,
  };
  if (keep) keepRun(database, published, changes, 3);
  runStore.close();
  rmSync(working, { recursive: true });
  const used = Object.entries(matched).filter(([, times]) => times > 0);
  return { changes: changes.map(short), matched: Object.fromEntries(used), alarms };
}

const short = ({ kind, name, header, before, after }: Change): string =>
  [kind, name, ...(header === null ? [] : [`${header}: ${before} → ${after}`])].join(' ');
