import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { judgedColumns, rowKeeper } from '../../bridges/judged-rows.ts';
import { assetTable } from '../../output/profile/asset-table.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import type { Asset } from '../../shared/asset.ts';
import type { IdentityFacts } from '../../shared/identity/facts.ts';
import type { IdentityRules } from '../../shared/identity/rules.ts';
import type { Loser } from '../../shared/identity/settle.ts';
import { Judgement } from '../../shared/judge/judgement.ts';
import { RunStore } from '../../shared/run/store.ts';
import { attachStore } from '../../shared/store/attach.ts';
import { keepRun, type PublishedRun } from '../../shared/store/keep.ts';
import { SiteStore, storeFileName } from '../../shared/store/site-store.ts';
import { fillStore, outcomeOf } from './filled-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What one night published, or would have. */
export interface Night {
  /** Each row as `name | serial | user | status day`, without the parts that are blank. */
  readonly rows: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly changes: readonly string[];
  readonly losers: readonly Loser[];
  /** Relations between what is published, as `from kind to`. */
  readonly ties: readonly string[];
  readonly identity: IdentityFacts;
}

const profile = loadProfile('octopus-fr');
const shown = ['NuméroSérie', 'Utilisateur principal', 'État', 'DateRetrait'];

/** A site that publishes its assets night after night; the judge and the store are the real ones, nothing is read. */
export class Nights {
  readonly folder = temporaryFolder();
  readonly series = 'sccm a.csv';
  readonly #rules: IdentityRules;
  #count = 0;
  #left: { readonly path: string; readonly run: PublishedRun } | null = null;

  constructor(rules: Partial<IdentityRules> = {}) {
    this.#rules = { renames: 'follow', retirement: null, ...rules };
  }

  /** One run on a day of November or later (`2026-11-22`, 02:00 UTC). Rejects with what the judge refuses. */
  async night(
    day: string,
    assets: readonly Asset[],
    { keep = true, killed = false, acceptDrop = false } = {},
  ): Promise<Night> {
    const now = new Date(`${day}T02:00:00Z`);
    const runFolder = temporaryFolder();
    const store = await RunStore.create(runFolder);
    try {
      await fillStore(store, assets.map(outcomeOf));
      const guard = { percent: 20, count: 20 };
      const people = 'full' as const;
      const rules = { ...this.#rules, guard, acceptDrop, keepRuns: 3, people };
      const judgement = await Judgement.open(store.database, this.folder, this.series, rules);
      store.settleDuplicates(judgement.past(now));
      store.relations.resolve();
      const content = assetTable(profile, 'sccm', store.assets(), undefined, rowKeeper(store));
      judgement.judge(judgedColumns(profile, content));
      const cells = [...content.table.rows()];
      const headers = content.table.columns.map(({ header }) => header);
      const row = (values: readonly string[]) =>
        ['Nom', ...shown]
          .map((header) => values[headers.indexOf(header)] ?? '')
          .filter(Boolean)
          .join(' | ');
      this.#count += 1;
      const at = now.toISOString();
      const about = { runId: `run-${this.#count}`, source: 'sccm', manifest: '{}', profile: '{}' };
      const run = { ...about, startedAt: at, finishedAt: at };
      const kept = { mode: 'full' as const, personal: {} };
      if (killed)
        this.#left = {
          path: join(runFolder, 'run.sqlite'),
          run: {
            ...run,
            series: this.series,
            headers: profile.ci.columns.map(({ header }) => header),
            unfilled: [],
            people: kept,
          },
        };
      else if (keep) judgement.keep(runFolder, run);
      const changes = keep && !killed ? await this.changes() : [];
      const ties = [...store.relations.relations()].map(({ from, kind, to }) => `${from} ${kind} ${to}`);
      return {
        rows: cells.map(row),
        cells,
        changes,
        ties,
        losers: store.losers(9),
        identity: store.identity(9),
      };
    } finally {
      store.close();
    }
  }

  /** Keeps the run that was killed between its publishing and its store, from the database that it left behind. */
  keepKilled(): void {
    if (!this.#left) throw new Error('no run was killed');
    const database = new sqlite.Database(this.#left.path);
    try {
      attachStore(database, join(this.folder, storeFileName));
      keepRun(database, this.#left.run, [], 3);
    } finally {
      database.close();
    }
  }

  /** Runs SQL on the store between two nights. */
  async query(sql: string): Promise<Record<string, unknown>[]> {
    const store = await SiteStore.open(this.folder);
    try {
      return store.database.all(sql);
    } finally {
      store.close();
    }
  }

  /** Changes of the last run, but for days that move on. */
  private async changes(): Promise<string[]> {
    const rows = await this.query(
      'SELECT * FROM change WHERE run = (SELECT max(id) FROM run) ORDER BY rowid',
    );
    return rows.map(({ kind, name, header, before, after }) =>
      [kind, name, ...(header === null ? [] : [`${header}: ${before} → ${after}`])].join(' '),
    );
  }
}
