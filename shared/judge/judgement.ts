import type { Database } from 'node-sqlite3-wasm';
import { DataError } from '../errors.ts';
import type { IdentityRules, Past } from '../identity/rules.ts';
import { messages as peopleMessages } from '../people/messages.ts';
import { isStricter, type PeopleMode, type PersonalKind } from '../people/mode.ts';
import { announce, settle } from '../run/pending.ts';
import { type Change, Comparison } from '../store/comparison.ts';
import { keepRun, type PublishedRun } from '../store/keep.ts';
import { type KeptPeople, keptPeople, withheldHeaders } from '../store/kept-people.ts';
import { SiteStore } from '../store/site-store.ts';
import type { Notice } from '../text.ts';
import { type Alarm, type GuardRules, guard } from './guard.ts';
import { messages } from './messages.ts';

/** What a run is judged by. */
export interface JudgeRules extends IdentityRules {
  readonly guard: GuardRules;
  /** Publishes in spite of the guard, once. */
  readonly acceptDrop: boolean;
  /** Runs that the store remembers for each series. */
  readonly keepRuns: number;
  /** What may be kept of people. */
  readonly people: PeopleMode;
}

/** What is known of the columns of the rows. */
export interface JudgedColumns {
  readonly headers: readonly string[];
  /** Headers that are left out of the table, as no asset has a value for them. */
  readonly unfilled: readonly string[];
  /** Headers whose values belong to a device for life, or nearly. */
  readonly stable: ReadonlySet<string>;
  /** Headers whose values tell of people, with what they tell. */
  readonly personal: ReadonlyMap<string, PersonalKind>;
}

/** What a run says of itself when it publishes. */
export type JudgedRun = Omit<PublishedRun, 'series' | 'headers' | 'unfilled' | 'people'>;

/** A run beside what its series last published: a series is one source published to one file. */
export class Judgement {
  readonly #database: Database;
  readonly #series: string;
  readonly #store: Known;
  readonly #rules: JudgeRules;
  #compared: Compared | null = null;

  private constructor(database: Database, series: string, store: Known, rules: JudgeRules) {
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
    const people = keptPeople(store.database, series, 'main');
    const known = { path: store.path, headers: store.headers(series), people };
    store.close();
    return new Judgement(database, series, known, rules);
  }

  /** What the series published before, for a run of now. */
  past(now: Date): Past {
    return { storePath: this.#store.path, series: this.#series, rules: this.#rules, now };
  }

  /**
   * Compares the rows of the run with the last published ones. Throws `DataError` when the difference is too large to be true,
   * unless it was accepted; then tells it.
   */
  judge(columns: JudgedColumns): Notice[] {
    const alarms = this.compare(columns);
    const told = this.#peopleNotices();
    if (alarms.length === 0) return told;
    if (this.#rules.acceptDrop) return [...told, { code: 'guard-accepted', text: messages.accepted(alarms) }];
    throw new DataError(messages.refused(alarms), { hint: messages.refusedHint });
  }

  /** Compares the rows of the run with the last published ones: what the guard does not believe. */
  compare({ headers, unfilled, stable, personal: now }: JudgedColumns): Alarm[] {
    const { path, headers: formerHeaders, people } = this.#store;
    const { people: mode } = this.#rules;
    const series = this.#series;
    const personal = new Map([...people.personal, ...now]);
    const left = withheldHeaders({ personal }, mode);
    const comparison = new Comparison(
      this.#database,
      { path, series, headers: formerHeaders },
      headers,
      left,
    );
    comparison.match();
    this.#compared = { comparison, headers, unfilled, people: { mode, personal } };
    const withheld = isStricter(mode, people.mode) ? new Set(personal.keys()) : left;
    const guarded = { database: this.#database, series, headers, formerHeaders, stable, withheld };
    return guard(guarded, this.#rules.guard);
  }

  /** Every difference between the rows that were compared and the last published ones. */
  changes(): Iterable<Change> {
    return this.#compared?.comparison.changes() ?? [];
  }

  /** Says in the folder of the run that it is about to publish these files, for the next run, should this one be killed. */
  announce(runFolder: string, run: JudgedRun, paths: readonly string[], manifests: number): void {
    announce(runFolder, { run: this.#published(run), paths: [...paths], manifests });
  }

  /**
   * Makes the run what its series last published, once its files are. A store that cannot be written now learns of it in
   * the next run.
   */
  keep(runFolder: string, run: JudgedRun): Notice[] {
    if (this.#compared === null) return [];
    const { comparison } = this.#compared;
    try {
      keepRun(this.#database, this.#published(run), comparison.changes(), this.#rules.keepRuns);
    } catch (error) {
      return [{ code: 'store-behind', text: messages.storeBehind(this.#store.path, String(error)) }];
    }
    settle(runFolder);
    return [];
  }

  #published(run: JudgedRun): PublishedRun {
    const { headers = [], unfilled = [], people = this.#store.people } = this.#compared ?? {};
    const personal = Object.fromEntries(people.personal);
    return { ...run, series: this.#series, headers, unfilled, people: { mode: people.mode, personal } };
  }

  /** A stricter mode than the last one empties columns, which nobody should take for a loss. */
  #peopleNotices(): Notice[] {
    const { mode, personal } = this.#compared?.people ?? this.#store.people;
    if (!isStricter(mode, this.#store.people.mode)) return [];
    const left = this.#store.headers.filter((header) => personal.has(header));
    const text = peopleMessages.modeStricter(mode, left);
    return left.length === 0 ? [] : [{ code: 'people-mode-stricter', text }];
  }
}

/** What the store knows of the series. */
interface Known {
  readonly path: string;
  readonly headers: readonly string[];
  readonly people: KeptPeople;
}

/** The rows of the run, once they were compared. */
interface Compared {
  readonly comparison: Comparison;
  readonly headers: readonly string[];
  readonly unfilled: readonly string[];
  readonly people: KeptPeople;
}
