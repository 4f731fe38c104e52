import type { Text } from '../../shared/text.ts';
import { coded, exitCodeOf, type Plan, type PlanCount, type PlanTable } from './plan.ts';

/**
 * A plan for programs, as pieces of one JSON object of which each is small: stable names, both languages of every text,
 * and of each table at most `limit` rows. Documented in docs/plan.md.
 */
export function* jsonPlan(plan: Plan, limit = Number.POSITIVE_INFINITY): Generator<string> {
  const { source, sample, file, publishedAt, rows, refusals, octopus, others, notices, tables } = plan;
  const head = {
    schema: 1,
    source,
    sample,
    file,
    publishedAt,
    rows,
    exitCode: exitCodeOf(plan),
    refusals,
    counts: Object.fromEntries([...octopus, ...others].map(({ code, count }: PlanCount) => [code, count])),
    notices,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`;
  for (const [index, table] of tables.entries()) {
    yield index === 0 ? '' : ',';
    yield* tablePieces(table, limit);
  }
  yield '}}\n';
}

function* tablePieces({ code, title, about, headers, count, rows }: PlanTable, limit: number) {
  const said: { readonly title: Text; readonly about: Text } = { title, about };
  yield `${JSON.stringify(code)}:${JSON.stringify({ ...said, count }).slice(0, -1)},"rows":[`;
  let given = 0;
  for (const row of rows()) {
    if (given === limit) break;
    const cells = headers.map(({ name }, index) => [name, coded(row[index] ?? null)] as const);
    yield `${given === 0 ? '' : ','}${JSON.stringify(Object.fromEntries(cells))}`;
    given += 1;
  }
  yield ']}';
}
