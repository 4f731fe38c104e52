import { OutputError } from '../../shared/errors.ts';
import type { Column } from '../table/writer.ts';
import { messages } from './messages.ts';
import type { Session } from './session.ts';

/** Longest value of a column that is not `max`, in UTF-16 units. */
export const shortLength = 4_000;
/** The column that numbers the rows; a table that has it is of this tool. */
export const rowColumn = 'octopus-bridge row';
/** What the text of a view of this tool begins with, and the run that made it. */
const viewMark = /\/\* octopus-bridge(?: run ([\w-]+))? \*\//;

/** The view that DataImporter reads, and the table under it, which knows the order of the rows too. */
export interface Names {
  readonly view: string;
  readonly rows: string;
}

export const namesOf = (schema: string, table: string): Names => ({
  view: `[${schema}].[${table}]`,
  rows: `[${schema}].[${table}_rows]`,
});

/** Whether a column may hold more than the ordinary type. */
export const isLong = ({ maxLength }: Column): boolean => maxLength === null || maxLength > shortLength;

const stateQuery = `SELECT OBJECT_ID(@view) AS viewId, OBJECT_DEFINITION(OBJECT_ID(@view)) AS viewText,
  OBJECT_ID(@rows) AS rowsId, COL_LENGTH(@rows, @mark) AS markLength`;

/**
 * Puts an empty table in the place of the former one. Throws `OutputError` on a view or table of that name which is not
 * of this tool, before anything has changed.
 */
export async function replaceTable(
  session: Session,
  names: Names,
  columns: readonly Column[],
  runId: string | null,
): Promise<void> {
  const { hasView, hasRows } = await stateOf(session, names);
  const statements = [
    ...(hasView ? [`DROP VIEW ${names.view}`] : []),
    ...(hasRows ? [`DROP TABLE ${names.rows}`] : []),
    `CREATE TABLE ${names.rows} (${['int NOT NULL PRIMARY KEY', ...columns.map(typeOf)]
      .map((type, at) => `[${at === 0 ? rowColumn : columns[at - 1]?.header}] ${type}`)
      .join(', ')})`,
    `CREATE VIEW ${names.view} AS /* octopus-bridge${runId === null ? '' : ` run ${runId}`} */
SELECT ${columns.map(({ header }) => `[${header}]`).join(', ')} FROM ${names.rows}`,
  ];
  for (const statement of statements) await session.ask((request) => request.batch(statement));
}

/** What there is of a view and its table. Throws `OutputError` on one that is not of this tool. */
export async function stateOf(
  session: Session,
  { view, rows }: Names,
): Promise<{ readonly hasView: boolean; readonly hasRows: boolean; readonly runId: string | null }> {
  const found: unknown[] = await session.ask(async (request) => {
    request.arrayRowMode = true;
    request.input('view', view).input('rows', rows).input('mark', rowColumn);
    const { recordset } = await request.query(stateQuery);
    return recordset[0];
  });
  const [viewId, viewText, rowsId, markLength] = found;
  const foreign = (name: string) => new OutputError(messages.foreign(name), { hint: messages.foreignHint });
  const mark = viewMark.exec(String(viewText));
  if (viewId !== null && mark === null) throw foreign(view);
  if (rowsId !== null && markLength === null) throw foreign(rows);
  return { hasView: viewId !== null, hasRows: rowsId !== null, runId: mark?.[1] ?? null };
}

const typeOf = (column: Column): string => `nvarchar(${isLong(column) ? 'max' : shortLength}) NULL`;
