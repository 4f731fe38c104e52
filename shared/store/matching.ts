import type { Database } from 'node-sqlite3-wasm';

/** By what a row was told to be an item that was published before, the surest first. */
export const matchRules = ['key', 'hardware', 'uuid', 'device', 'address', 'name'] as const;
export type MatchRule = (typeof matchRules)[number];

/** What can be told again: the rows of a run, or before there are any the assets that stay. */
type Matched = 'row' | 'candidate';

/**
 * Finds for each row the item of the series that it continues, by the first rule that names exactly one of both. The
 * name comes last but always counts: Octopus identifies by it, so a row of that name changes that CI. Returns how often
 * each rule decided.
 */
export function matchRows(
  database: Database,
  series: string,
  table: Matched = 'row',
): Record<MatchRule, number> {
  const counts = matchRules.map((rule) => {
    const { changes } = database.run(statementOf(rule, table), { ':series': series, ':rule': rule });
    return [rule, changes] as const;
  });
  return Object.fromEntries(counts) as Record<MatchRule, number>;
}

/** A key names one item by itself; any other rule must be unique among what is still loose on both sides. */
function statementOf(rule: MatchRule, table: Matched): string {
  if (rule === 'key')
    return `UPDATE ${table} SET item = i.id, matched = :rule FROM site.item AS i
      WHERE i.series = :series AND i.key = ${table}.key`;
  const folded = rule === 'name' ? 'COLLATE NOCASE' : '';
  return `
    WITH loose AS (
      SELECT i.id AS id, i.${rule} ${folded} AS value FROM site.item AS i
      WHERE i.series = :series AND i.${rule} IS NOT NULL AND i.id NOT IN (SELECT item FROM ${table} WHERE item IS NOT NULL)),
    pair AS (
      SELECT min(${table}.seq) AS seq, min(loose.id) AS id
      FROM ${table} JOIN loose ON loose.value = ${table}.${rule} ${folded}
      WHERE ${table}.item IS NULL GROUP BY loose.value HAVING count(*) = 1)
    UPDATE ${table} SET item = pair.id, matched = :rule FROM pair WHERE pair.seq = ${table}.seq`;
}
