import type { Database } from 'node-sqlite3-wasm';
import type { ChangeKind } from './comparison.ts';

/** A run that the store remembers, or that it has forgotten. */
export interface KeptRun {
  /** As in the manifest and the journal; null for a run that is forgotten. */
  readonly runId: string | null;
  readonly startedAt: string | null;
}

/** A CI that a series has published. */
export interface KeptItem {
  readonly series: string;
  readonly key: string;
  readonly name: string;
  /** The cells of its row as last published, by header. */
  readonly cells: readonly (readonly [header: string, cell: string])[];
  readonly firstRun: KeptRun;
  /** The run from which on it was gone; null while it is there. */
  readonly missingSince: KeptRun | null;
  /** Its row is that of a retired device. */
  readonly retired: boolean;
}

/** What a run changed in a row. */
export interface KeptChange {
  readonly kind: ChangeKind;
  readonly header: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The item of a series that has a key. */
export const itemOf = (database: Database, series: string, key: string): KeptItem | null =>
  itemsWhere(database, 'i.series = :series AND i.key = :key', { ':series': series, ':key': key })[0] ?? null;

/** The items that somebody may mean, there or missing: by key, with or without the source, by name or by serial. */
export const findItems = (database: Database, source: string, asked: string): KeptItem[] =>
  itemsWhere(
    database,
    `r.source = :source AND (
       i.key = :asked COLLATE NOCASE OR i.key = :source || ':' || :asked COLLATE NOCASE
       OR i.name = :asked COLLATE NOCASE
       OR substr(i.hardware, instr(i.hardware, '|') + 1) = :asked COLLATE NOCASE)`,
    { ':source': source, ':asked': asked },
  );

/** Keys of what was renamed from a name in the runs that the store remembers. */
export function renamedFrom(database: Database, source: string, name: string): string[] {
  const rows = database.all(
    `SELECT DISTINCT c.key AS key FROM change AS c JOIN run AS r ON r.id = c.run
     WHERE r.source = ? AND c.kind = 'renamed' AND c.before = ? COLLATE NOCASE`,
    [source, name],
  );
  return rows.map(({ key }) => String(key));
}

/** What the run changed in the row of a key, cell by cell. */
export function changesOf(database: Database, run: number, key: string): KeptChange[] {
  const rows = database.all(
    'SELECT kind, header, before, after FROM change WHERE run = ? AND key = ? ORDER BY rowid',
    [run, key],
  );
  const text = (value: unknown) => (value === null ? null : String(value));
  return rows.map(({ kind, header, before, after }) => ({
    kind: kinds.find((each) => each === kind) ?? 'changed',
    header: text(header),
    before: text(before),
    after: text(after),
  }));
}

const kinds: readonly ChangeKind[] = ['created', 'changed', 'renamed', 'missing', 'returned'];

/** The run of a number. */
export function runOf(database: Database, id: number): KeptRun {
  const row = database.get('SELECT run_id, started_at FROM run WHERE id = ?', [id]);
  if (!row) return { runId: null, startedAt: null };
  return { runId: String(row.run_id), startedAt: String(row.started_at) };
}

function itemsWhere(
  database: Database,
  condition: string,
  values: Readonly<Record<string, string>>,
): KeptItem[] {
  const rows = database.all(
    `SELECT i.*, s.headers AS headers, s.unfilled AS unfilled FROM item AS i JOIN series AS s ON s.name = i.series JOIN run AS r ON r.id = s.run
     WHERE ${condition} ORDER BY i.missing_since DESC, i.id`,
    values,
  );
  return rows.map((row) => {
    const headers: readonly string[] = JSON.parse(String(row.headers));
    const unfilled: readonly string[] = JSON.parse(String(row.unfilled));
    const cells: readonly string[] = JSON.parse(String(row.cells));
    const values = headers.map((header, at) => [header, cells[at] ?? ''] as const);
    const missing = row.missing_since ?? null;
    return {
      series: String(row.series),
      key: String(row.key),
      name: String(row.name),
      cells: values.filter(([header]) => !unfilled.includes(header)),
      firstRun: runOf(database, Number(row.first_run)),
      missingSince: missing === null ? null : runOf(database, Number(missing)),
      retired: row.retired === 1,
    };
  });
}
