import type { Database } from 'node-sqlite3-wasm';
import { z } from 'zod';
import { dayOf } from '../instant.ts';
import { renamesOf } from './renames.ts';

const count = z.int().nonnegative();

/** What became of identities in a run, for its manifest; lists hold the first ones, the counts all. */
export const identityFacts = z.strictObject({
  /** Keys that assets lack, by reason. */
  keyGaps: z.record(z.string(), count),
  /** Assets whose serial is no key because their maker is not known. */
  withoutMaker: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  /** Assets that nothing but their name identifies. */
  unidentifiedCount: count,
  /** Why, as far as it is not the same for all of them. */
  unidentifiedReasons: z.record(z.string(), count),
  unidentified: z.array(z.strictObject({ key: z.string(), name: z.string(), reasons: z.array(z.string()) })),
  /** Devices whose name is no longer that of their CI; `held` ones still have its name in the rows. */
  renames: z.array(
    z.strictObject({ key: z.string(), former: z.string(), name: z.string(), held: z.boolean() }),
  ),
  /** Retired devices with a row, and those of this run. */
  retiredCount: count,
  retiredNow: z.array(z.strictObject({ key: z.string(), name: z.string(), absentOn: z.string() })),
  /** Devices that are retired and that the source lists again; they have no row of their own. */
  leftOutCount: count,
  leftOut: z.array(z.strictObject({ key: z.string(), name: z.string(), since: z.string() })),
  /** Retirements that ended in this run: `expired`, or `replaced` by another device of that name. */
  retiredEnded: z.array(z.strictObject({ name: z.string(), how: z.string() })),
});
export type IdentityFacts = z.infer<typeof identityFacts>;

/** A run in which nothing is to be told. */
export const noIdentityFacts: IdentityFacts = {
  keyGaps: {},
  withoutMaker: [],
  unidentifiedCount: 0,
  unidentifiedReasons: {},
  unidentified: [],
  renames: [],
  retiredCount: 0,
  retiredNow: [],
  leftOutCount: 0,
  leftOut: [],
  retiredEnded: [],
};

/** What the database of a run says once its duplicates are settled. */
export function identityFactsOf(database: Database, limit: number): IdentityFacts {
  const stays = 'verdict IS NULL AND NOT retired';
  const list = (where: string) =>
    database.all(
      `SELECT key, source_name AS name, gaps FROM asset WHERE ${stays} AND ${where} ORDER BY seq LIMIT ?`,
      [limit],
    );
  const isBesidePast = database.get("SELECT 1 AS known FROM sqlite_master WHERE name = 'identity_rules'");
  return {
    ...noIdentityFacts,
    keyGaps: gapCounts(database, stays),
    withoutMaker: list("gaps LIKE '%makerUnknown%'").map(about),
    unidentifiedCount: countOf(database, `${stays} AND unidentified`),
    unidentifiedReasons: withoutCommon(gapCounts(database, `${stays} AND unidentified`)),
    unidentified: list('unidentified').map((row) => ({
      ...about(row),
      reasons: String(row.gaps).split(' '),
    })),
    ...(isBesidePast && retirementFacts(database, limit)),
  };
}

function retirementFacts(database: Database, limit: number) {
  const began = database.all('SELECT key, name, absent_on FROM new_tombstone ORDER BY item');
  const leftOut = database.all(
    `SELECT a.key AS key, a.source_name AS name, t.since AS since FROM asset AS a
       JOIN candidate AS c ON c.seq = a.seq JOIN site.tombstone AS t ON t.item = c.item AND t.ended_at IS NULL
     WHERE a.verdict = 'retiredHere' ORDER BY a.seq LIMIT ?`,
    [limit],
  );
  const ended = database.all('SELECT name, how FROM ended_tombstone ORDER BY id');
  return {
    renames: renamesOf(database),
    retiredCount: countOf(database, 'retired'),
    retiredNow: began.map((row) => ({ ...about(row), absentOn: dayOf(String(row.absent_on)) })),
    leftOutCount: countOf(database, "verdict = 'retiredHere'"),
    leftOut: leftOut.map((row) => ({ ...about(row), since: dayOf(String(row.since)) })),
    retiredEnded: ended.map(({ name, how }) => ({ name: String(name), how: String(how) })),
  };
}

/** Nothing that is unidentified has a UUID or an id of Entra or of a client. */
const withoutCommon = ({
  uuidMissing: _uuid,
  deviceIdMissing: _device,
  ...reasons
}: Record<string, number>): Record<string, number> => reasons;

const about = ({ key, name }: Readonly<Record<string, unknown>>) => ({
  key: String(key),
  name: String(name),
});

const countOf = (database: Database, where: string): number =>
  Number(database.get(`SELECT count(*) AS n FROM asset WHERE ${where}`)?.n);

function gapCounts(database: Database, stays: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { gaps, n } of database.all(
    `SELECT gaps, count(*) AS n FROM asset WHERE ${stays} AND gaps <> '' GROUP BY gaps`,
  ))
    for (const gap of String(gaps).split(' ')) counts.set(gap, (counts.get(gap) ?? 0) + Number(n));
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
