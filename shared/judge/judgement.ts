import type { Database } from 'node-sqlite3-wasm';
import { DataError } from '../errors.ts';
import { type Change, Comparison } from '../store/comparison.ts';
import { keepRun, type PublishedRun } from '../store/keep.ts';
import type { PlannedRow } from '../store/planned-row.ts';
import { SiteStore } from '../store/site-store.ts';
import type { Notice } from '../text.ts';
import { type Alarm, type GuardRules, guard } from './guard.ts';
import { messages } from './messages.ts';

/** What a run is judged by. */
export interface JudgeRules {
  readonly guard: GuardRules;
  /** Publishes in spite of the guard, once. */
  readonly acceptDrop: boolean;
  /** Runs that the store remembers for each series. */
  readonly keepRuns: number;
}

/** The rows of a run as they will be written. */
export interface JudgedRows {
  readonly headers: readonly string[];
  /** Headers whose values belong to a device for life, or nearly. */
  readonly stable: ReadonlySet<string>;
  readonly rows: Iterable<PlannedRow>;
}

/** A run beside what its series last published: a series is one source published to one file. */
export class Judgement {
  readonly #database: Database;
  readonly #series: string;
  readonly #store: { readonly path: string; readonly headers: readonly string[] };
  readonly #rules: JudgeRules;
  #compared: { readonly comparison: Comparison; readonly headers: readonly string[] } | null = null;

  private constructor(
    database: Database,
    series: string,
    store: { readonly path: string; readonly headers: readonly string[] },
    rules: JudgeRules,
  ) {
    this.#database = database;
    this.#series = series;
    this.#store = store;
    this.#rules = rules;
  }

  /** `database` is that of the run, without an open transaction. Throws `OutputError` on a store that will not do. */
  static async open(
    database: Database,
    stateFolder: string,
    series: string,
    rules: JudgeRules,
  ): Promise<Judgement> {
    const store = await SiteStore.open(stateFolder);
    const known = { path: store.path, headers: store.headers(series) };
    store.close();
    return new Judgement(database, series, known, rules);
  }

  /**
   * Compares the rows with the last published ones. Throws `DataError` when the difference is too large to be true,
   * unless it was accepted; then tells it.
   */
  judge(rows: JudgedRows): Notice[] {
    const alarms = this.compare(rows);
    if (alarms.length === 0) return [];
    if (this.#rules.acceptDrop) return [{ code: 'guard-accepted', text: messages.accepted(alarms) }];
    throw new DataError(messages.refused(alarms), { hint: messages.refusedHint });
  }

  /** Compares the rows with the last published ones: what the guard does not believe. */
  compare({ headers, stable, rows }: JudgedRows): Alarm[] {
    const { path, headers: formerHeaders } = this.#store;
    const series = this.#series;
    const comparison = new Comparison(this.#database, { path, series, headers: formerHeaders }, headers);
    for (const row of rows) comparison.add(row);
    comparison.match();
    this.#compared = { comparison, headers };
    return guard({ database: this.#database, series, headers, formerHeaders, stable }, this.#rules.guard);
  }

  /** Every difference between the rows that were compared and the last published ones. */
  changes(): Iterable<Change> {
    return this.#compared?.comparison.changes() ?? [];
  }

  /** Makes the run what its series last published, once its files are. */
  keep(run: Omit<PublishedRun, 'series' | 'headers'>): void {
    if (this.#compared === null) return;
    const { comparison, headers } = this.#compared;
    const published = { ...run, series: this.#series, headers };
    keepRun(this.#database, published, comparison.changes(), this.#rules.keepRuns);
  }
}
