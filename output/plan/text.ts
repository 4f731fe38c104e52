import type { Language } from '../../shared/text.ts';
import { cleaner } from '../table/clean.ts';
import { messages } from './messages.ts';
import { type Cell, exitCodeOf, type Plan, type PlanCount, type PlanTable, shown } from './plan.ts';

/** Rows that a terminal, or the log of a task, is shown of each table. */
const shownRows: Readonly<Record<string, number>> = { columns: 10, differences: 100 };
const otherRows = 20;
/** Longest value in a line. */
const shownLength = 48;

/** A plan for a terminal: the numbers, then as much of the tables as can be read, the verdict last. */
export function* textPlan(plan: Plan, language: Language, isWhole: boolean): Generator<string> {
  for (const line of planLines(plan, language, isWhole)) yield harmless(line);
}

function* planLines(plan: Plan, language: Language, isWhole: boolean): Generator<string> {
  yield* headLines(plan, language);
  yield* countLines(messages.inOctopus[language], plan.octopus, language);
  yield* countLines(messages.others[language], plan.others, language);
  for (const table of plan.tables)
    if (table.count > 0 && (isWhole || isBrief(table))) yield* tableLines(table, language);
  yield* verdictLines(plan, language);
}

/** Tables that say what to do, shown even where a file holds everything. */
const isBrief = ({ code }: PlanTable): boolean =>
  ['alarms', 'violations', 'columns', 'renames'].includes(code);

function* headLines(plan: Plan, language: Language): Generator<string> {
  const { source, sample, file, publishedAt, rows } = plan;
  const say = (name: 'file' | 'compared' | 'rows') => messages[name][language];
  yield [messages.title(source.toUpperCase())[language], ...(sample ? [messages.sample[language]] : [])].join(
    ' · ',
  );
  yield messages.nothingPublished[language];
  const compared =
    publishedAt === null ? messages.comparedWithNothing : messages.comparedWith(minute(publishedAt));
  yield* aligned([
    [say('file'), file],
    [say('compared'), compared[language]],
    [say('rows'), String(rows)],
  ]);
}

/** `2026-11-22 02:00 UTC`. */
export const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

function* countLines(title: string, counts: readonly PlanCount[], language: Language): Generator<string> {
  yield '';
  yield title;
  const width = Math.max(...counts.map(({ label }) => label[language].length));
  for (const { label, count, about } of counts) {
    const remark = count > 0 && about ? `   ${about[language]}` : '';
    yield `  ${label[language].padEnd(width)} ${String(count).padStart(7)}${remark}`;
  }
}

function* tableLines(table: PlanTable, language: Language): Generator<string> {
  yield '';
  yield `${table.title[language]} (${table.count})`;
  yield `  ${table.about[language]}`;
  const most = shownRows[table.code] ?? otherRows;
  const first: (readonly Cell[])[] = [];
  for (const row of table.rows()) {
    if (first.length === most) break;
    first.push(row);
  }
  if (table.code === 'differences') yield* differenceLines(first, language);
  else {
    const headers = table.headers.map(({ text }) => text[language]);
    yield* aligned([headers, ...first.map((row) => row.map((cell) => short(shown(cell, language))))]);
  }
  if (table.count > first.length) {
    yield `  ${messages.more(table.count - first.length)[language]}`;
    yield `  ${messages.moreElsewhere[language]}`;
  }
}

/** Differences under the name of their CI. */
function* differenceLines(rows: readonly (readonly Cell[])[], language: Language): Generator<string> {
  const text = (cell: Cell | undefined) => short(shown(cell ?? null, language));
  const width = Math.max(0, ...rows.map(([, , , header]) => text(header).length));
  let last: string | null = null;
  for (const [kind, name, key, header, before, after, effect] of rows) {
    const about = `${text(name)}  (${shown(key ?? null, language)})`;
    if (header === null) yield `  ${about}  ${text(kind)}`;
    else if (about !== last) yield `  ${about}`;
    last = about;
    if (header === null) continue;
    const values = [before, after].map((cell) => text(cell) || messages.empty[language]).join(' → ');
    const remark = isPlain(effect) ? '' : `   [${text(effect)}]`;
    yield `      ${text(header).padEnd(width)}  ${values}${remark}`;
  }
}

const isPlain = (effect: Cell | undefined): boolean => typeof effect === 'object' && effect?.code === 'set';

function* verdictLines(plan: Plan, language: Language): Generator<string> {
  yield '';
  const exitCode = exitCodeOf(plan);
  const verdict = exitCode === 0 ? messages.wouldPublish(plan.rows) : messages.wouldRefuse(exitCode);
  yield `${messages.verdict[language]} : ${verdict[language]}`.replace(' :', language === 'fr' ? ' :' : ':');
  for (const { text, hint } of plan.refusals) {
    yield `  ${text[language]}`;
    yield `  ${messages.hint(hint[language])[language]}`;
  }
}

/** Rows as lines, each column as wide as it needs. */
function* aligned(rows: readonly (readonly string[])[]): Generator<string> {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  for (const row of rows)
    yield `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd();
}

/** A text on one line, without what a terminal would obey. */
const harmless = (text: string): string => cleaner('xlsx').clean(text);

function short(text: string): string {
  const clean = harmless(text);
  return clean.length > shownLength
    ? `${clean.slice(0, shownLength).replace(/[\ud800-\udbff]$/, '')}…`
    : clean;
}
