import type { Database } from 'node-sqlite3-wasm';
import { type Change, type ChangeKind, changeKinds } from './comparison.ts';
import type { RunChange } from './net-change.ts';

/** A published run that the store remembers. */
export interface StoredRun {
  /** Number of the run in the store. */
  readonly id: number;
  readonly runId: string;
  readonly series: string;
  readonly source: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** What the run knew of itself, as JSON. */
  readonly manifest: string;
  /** CI that it changed, by what became of them. */
  readonly changed: Readonly<Record<ChangeKind, number>>;
  /** CI that it published. */
  readonly published: number;
}

/** Every run that a store remembers, the newest first. */
export function storedRuns(database: Database): StoredRun[] {
  const changed = changesByRun(database);
  const there = new Map(
    database
      .all('SELECT series, count(*) AS n FROM item WHERE missing_since IS NULL GROUP BY series')
      .map(({ series, n }) => [String(series), Number(n)]),
  );
  const rows = database.all(
    'SELECT id, run_id, series, source, started_at, finished_at, manifest FROM run ORDER BY id DESC',
  );
  return rows.map((row) => {
    const series = String(row.series);
    const counts = changed.get(Number(row.id)) ?? nothing;
    const published = there.get(series) ?? 0;
    // What was published before is what is left when the run is taken back.
    there.set(series, published - counts.created - counts.returned + counts.missing);
    return {
      id: Number(row.id),
      runId: String(row.run_id),
      series,
      source: String(row.source),
      startedAt: String(row.started_at),
      finishedAt: String(row.finished_at),
      manifest: String(row.manifest),
      changed: counts,
      published,
    };
  });
}

const nothing: StoredRun['changed'] = {
  created: 0,
  changed: 0,
  renamed: 0,
  missing: 0,
  returned: 0,
  retired: 0,
};

function changesByRun(database: Database): Map<number, StoredRun['changed']> {
  const rows = database.all('SELECT run, kind, count(DISTINCT key) AS n FROM change GROUP BY run, kind');
  const counts = new Map<number, StoredRun['changed']>();
  for (const { run, kind, n } of rows)
    counts.set(Number(run), { ...(counts.get(Number(run)) ?? nothing), [kindOf(kind)]: Number(n) });
  return counts;
}

/** What the runs of a series after `from`, up to `to`, changed, in the order of the runs. */
export function* storedChanges(
  database: Database,
  series: string,
  from: number,
  to: number,
): Generator<RunChange> {
  const statement = database.prepare(
    `SELECT change.* FROM change JOIN run ON run.id = change.run
     WHERE run.series = ? AND run.id > ? AND run.id <= ? ORDER BY change.run, change.rowid`,
  );
  const text = (value: unknown) => (value === null ? null : String(value));
  try {
    for (const row of statement.iterate([series, from, to]))
      yield {
        run: Number(row.run),
        kind: kindOf(row.kind),
        key: String(row.key),
        name: String(row.name),
        header: text(row.header),
        before: text(row.before),
        after: text(row.after),
      };
  } finally {
    statement.finalize();
  }
}

/** How many CI are of each kind among some changes. */
export function countCi(changes: readonly Change[]): Record<ChangeKind, number> {
  const keys = Object.fromEntries(changeKinds.map((kind) => [kind, new Set<string>()]));
  for (const { kind, key } of changes) keys[kind]?.add(key);
  return Object.fromEntries(changeKinds.map((kind) => [kind, keys[kind]?.size ?? 0])) as Record<
    ChangeKind,
    number
  >;
}

function kindOf(value: unknown): ChangeKind {
  const kind = changeKinds.find((each) => each === value);
  if (kind === undefined) throw new SyntaxError(`no kind of change: ${String(value)}`);
  return kind;
}
