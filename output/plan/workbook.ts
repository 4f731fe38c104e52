import type { Language } from '../../shared/text.ts';
import type { Column, Table } from '../table/writer.ts';
import { excelSettings, writeBook } from '../xlsx/writer.ts';
import { headerMessages, messages } from './messages.ts';
import { exitCodeOf, type Plan, type PlanTable, shown } from './plan.ts';
import { minute } from './text.ts';

/** Longest text of a cell in Excel, less what may be added to it. */
const cellLength = 32_000;

/** Writes a plan as a workbook, a sheet for each table, in flat memory. Throws `OutputError`, or `Interrupted`. */
export async function writeWorkbook(
  plan: Plan,
  path: string,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const tables = plan.tables.map((table) => sheetOf(table, language));
  await writeBook([summarySheet(plan, language), ...tables], path, excelSettings, signal);
}

const column = (header: string): Column => ({ header, maxLength: null, required: false, unique: false });

const sheetOf = ({ title, headers, rows }: PlanTable, language: Language): Table => ({
  sheet: title[language],
  columns: headers.map(({ text }) => column(text[language])),
  *rows() {
    for (const row of rows()) yield row.map((cell) => cut(shown(cell, language)));
  },
});

/** What the plan says in all, then how many rows each sheet has and what they are. */
function summarySheet(plan: Plan, language: Language): Table {
  const { source, file, publishedAt, octopus, others, refusals, notices, tables } = plan;
  const say = (name: 'verdict' | 'file' | 'compared' | 'rows') => messages[name][language];
  const exitCode = exitCodeOf(plan);
  const verdict = exitCode === 0 ? messages.wouldPublish(plan.rows) : messages.wouldRefuse(exitCode);
  const compared =
    publishedAt === null ? messages.comparedWithNothing : messages.comparedWith(minute(publishedAt));
  const counted = [...octopus, ...others].map(({ label, count, about }) => [
    label[language],
    String(count),
    about?.[language] ?? '',
  ]);
  const rows = [
    [messages.title(source.toUpperCase())[language], '', messages.nothingPublished[language]],
    [say('verdict'), String(exitCode), verdict[language]],
    ...refusals.flatMap(({ text, hint }) => [
      ['', '', text[language]],
      ['', '', messages.hint(hint[language])[language]],
    ]),
    [say('file'), '', file],
    [say('compared'), '', compared[language]],
    [say('rows'), String(plan.rows), ''],
    ...counted,
    ...tables.map(({ title, count, about }) => [title[language], String(count), about[language]]),
    ...notices.map(({ code, text }) => [code, '', text[language]]),
  ];
  return {
    sheet: messages.summary[language],
    columns: (['label', 'count', 'about'] as const).map((name) => column(headerMessages[name][language])),
    rows: () => rows.map((row) => row.map(cut)),
  };
}

const cut = (text: string): string =>
  text.length > cellLength ? `${text.slice(0, cellLength).replace(/[\ud800-\udbff]$/, '')}…` : text;
