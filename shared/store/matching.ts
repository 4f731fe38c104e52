import type { Database } from 'node-sqlite3-wasm';

/** By what a row was told to be an item that was published before, the surest first. */
export const matchRules = ['key', 'hardware', 'uuid', 'device', 'address', 'name'] as const;
export type MatchRule = (typeof matchRules)[number];

/** What can be told again: the rows of a run, or before there are any the assets that stay. */
type Matched = 'row' | 'candidate';

/**
 * Finds for each row the item of the series that it continues, by the first rule that names exactly one of both. The
 * name comes last but always counts: Octopus identifies by it, so a row of that name changes that CI. Returns how often
 * each rule decided. Leaves an index of the items that the rows continue.
 */
export function matchRows(
  database: Database,
  series: string,
  table: Matched = 'row',
): Record<MatchRule, number> {
  const matched = database.run(
    `UPDATE ${table} SET item = i.id, matched = 'key' FROM site.item AS i
     WHERE i.series = ? AND i.key = ${table}.key`,
    [series],
  );
  database.exec(`CREATE INDEX IF NOT EXISTS ${table}_item ON ${table} (item)`);
  const [key, ...others] = matchRules;
  const counts = [[key, matched.changes], ...matchLoose(database, series, table, others)];
  return Object.fromEntries(counts) as Record<MatchRule, number>;
}

/** What the keys have left is little as a rule: it is found once, so that no other rule goes over all that was published. */
function matchLoose(
  database: Database,
  series: string,
  table: Matched,
  rules: readonly MatchRule[],
): (readonly [MatchRule, number])[] {
  database.exec('CREATE TEMP TABLE loose_item (id INTEGER PRIMARY KEY)');
  try {
    const { changes } = database.run(
      `INSERT INTO loose_item SELECT id FROM site.item
       WHERE series = ? AND id NOT IN (SELECT item FROM ${table} WHERE item IS NOT NULL)`,
      [series],
    );
    return rules.map((rule) => [rule, changes === 0 ? 0 : matchBy(database, rule, table)]);
  } finally {
    database.exec('DROP TABLE loose_item');
  }
}

/** A value must be unique among what is still loose on both sides. */
function matchBy(database: Database, rule: MatchRule, table: Matched): number {
  const folded = rule === 'name' ? 'COLLATE NOCASE' : '';
  const { changes } = database.run(
    `WITH loose AS MATERIALIZED (
       SELECT i.id AS id, i.${rule} ${folded} AS value FROM loose_item CROSS JOIN site.item AS i ON i.id = loose_item.id
       WHERE i.${rule} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} WHERE item = i.id)),
     pair AS (
       SELECT min(new.seq) AS seq, min(loose.id) AS id
       FROM ${table} AS new CROSS JOIN loose ON loose.value = new.${rule} ${folded}
       WHERE new.item IS NULL GROUP BY loose.value HAVING count(*) = 1)
     UPDATE ${table} SET item = pair.id, matched = ? FROM pair WHERE pair.seq = ${table}.seq`,
    [rule],
  );
  return changes;
}
