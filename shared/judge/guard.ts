import type { Database } from 'node-sqlite3-wasm';
import { z } from 'zod';

/** When a difference is too large to be true; both must be passed. */
export const guardRules = z.strictObject({
  /** Share of what was last published, in percent. */
  percent: z.number().min(1).max(100).default(20),
  /** Number of assets. */
  count: z.int().min(1).default(20),
});
export type GuardRules = z.infer<typeof guardRules>;

/** One difference that the guard does not believe. */
export interface Alarm {
  /** `missing`, `retired`, `created`: assets; `changed`: assets with another value in one column; `emptied`: a column that went blank. */
  readonly kind: 'missing' | 'retired' | 'created' | 'changed' | 'emptied';
  /** What the assets have in common: all of them, a class, a site, or a column. */
  readonly scope: 'all' | 'class' | 'place' | 'header';
  readonly subject: string;
  /** Assets published last time in this scope; of a column, those with a value. */
  readonly before: number;
  /** Assets that this is about. */
  readonly count: number;
}

/** A column counts as mostly filled from this share on. */
const mostly = 0.5;

/** What the guard looks at in the run's database, with the store attached as `site` and the rows matched. */
export interface Guarded {
  readonly database: Database;
  readonly series: string;
  readonly headers: readonly string[];
  readonly formerHeaders: readonly string[];
  /** Headers whose values belong to a device for life, or nearly: a mass change there is no daily business. */
  readonly stable: ReadonlySet<string>;
  /** Headers whose values the site has asked to leave out, which is no loss. */
  readonly withheld?: ReadonlySet<string>;
}

/** Everything that is too different from the last published run to be published unseen; nothing the first time. */
export function guard(guarded: Guarded, rules: GuardRules): Alarm[] {
  const gone = goneAlarms(guarded);
  const before = gone[0]?.before ?? 0;
  if (before === 0) return [];
  const alarms = [
    ...gone,
    retiredAlarm(guarded, before),
    createdAlarm(guarded, before),
    ...columnAlarms(guarded),
  ];
  return alarms.filter(
    (alarm) => alarm.count >= rules.count && alarm.count * 100 > alarm.before * rules.percent,
  );
}

/**
 * What is gone in all, from each class and from each site; a device that moved is gone from where it was. Goes over the
 * items once, in the order of their table, in which their rows are as a rule.
 */
function goneAlarms({ database, series }: Guarded): Alarm[] {
  const rows = database.all(
    `WITH known AS MATERIALIZED (
       SELECT i.class AS class, i.place AS place, count(*) AS before, sum(row.seq IS NULL) AS gone,
         sum(row.seq IS NULL OR row.class IS NOT i.class) AS otherClass,
         sum(row.seq IS NULL OR row.place IS NOT i.place) AS otherPlace
       FROM site.item AS i NOT INDEXED LEFT JOIN row ON row.item = i.id
       WHERE i.series = ? AND i.missing_since IS NULL AND NOT i.retired GROUP BY 1, 2)
     SELECT 'all' AS scope, '' AS subject, sum(before) AS before, sum(gone) AS gone FROM known
     UNION ALL SELECT * FROM (SELECT 'class', class, sum(before), sum(otherClass) FROM known GROUP BY 2 ORDER BY 2)
     UNION ALL SELECT * FROM (SELECT 'place', place, sum(before), sum(otherPlace) FROM known GROUP BY 2 ORDER BY 2)`,
    [series],
  );
  return rows.map((row) => ({
    kind: 'missing',
    scope: row.scope === 'class' || row.scope === 'place' ? row.scope : 'all',
    subject: String(row.subject ?? ''),
    before: Number(row.before),
    count: Number(row.gone),
  }));
}

/** Those who are retired today were published once: they count as gone from among them. */
function retiredAlarm({ database }: Guarded, before: number): Alarm {
  const count = Number(
    database.get(
      'SELECT count(*) AS n FROM row JOIN site.item AS i ON i.id = row.item WHERE row.retired AND NOT i.retired',
    )?.n,
  );
  return { kind: 'retired', scope: 'all', subject: '', before: before + count, count };
}

function createdAlarm({ database }: Guarded, before: number): Alarm {
  const count = Number(database.get('SELECT count(*) AS n FROM row WHERE item IS NULL')?.n);
  return { kind: 'created', scope: 'all', subject: '', before, count };
}

/** Columns that were mostly filled and lost values, and stable columns in which values changed. */
function columnAlarms(guarded: Guarded): Alarm[] {
  const { database, series, headers, formerHeaders, stable, withheld } = guarded;
  const pairs = headers.map((header, at) => ({ header, at, was: formerHeaders.indexOf(header) }));
  const common = pairs.filter(({ header, was }) => was >= 0 && !withheld?.has(header));
  const tallies = common.map(() => ({ before: 0, emptied: 0, changed: 0 }));
  let assets = 0;
  const statement = database.prepare(
    `SELECT row.cells AS cells, i.cells AS former FROM row CROSS JOIN site.item AS i ON i.id = row.item
     WHERE i.series = ? AND i.missing_since IS NULL`,
  );
  try {
    for (const row of statement.iterate([series])) {
      assets += 1;
      const same = row.cells === row.former;
      const former: readonly string[] = JSON.parse(String(row.former));
      const cells: readonly string[] = same ? former : JSON.parse(String(row.cells));
      for (const [index, { at, was }] of common.entries()) {
        const tally = tallies[index];
        if (!tally || former[was] === '') continue;
        tally.before += 1;
        if (cells[at] === '') tally.emptied += 1;
        else if (cells[at] !== former[was]) tally.changed += 1;
      }
    }
  } finally {
    statement.finalize();
  }
  return common.flatMap(({ header }, index) => {
    const { before, emptied, changed } = tallies[index] ?? { before: 0, emptied: 0, changed: 0 };
    const about = { scope: 'header' as const, subject: header, before };
    const alarms: Alarm[] = [];
    if (before > assets * mostly) alarms.push({ kind: 'emptied', ...about, count: emptied });
    if (stable.has(header)) alarms.push({ kind: 'changed', ...about, count: changed });
    return alarms;
  });
}
