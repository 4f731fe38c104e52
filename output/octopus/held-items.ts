import { SourceError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { ownValue, shapeOf, unexpected, valueAt } from './answer-field.ts';
import { messages } from './messages.ts';
import type { OctopusApiSettings } from './settings.ts';

/** What Octopus holds of a configuration item; null where the list does not say. */
export interface HeldItem {
  readonly name: string;
  readonly serial: string | null;
  readonly type: string | null;
}

/** The rows of a list. */
export interface HeldItems {
  readonly items: readonly HeldItem[];
  /** Rows, those without a name included. */
  readonly rows: number;
}

/** How the cells of a row are found. */
interface Cells {
  /** What a row has in a column; undefined when it has no such column. */
  readonly of: (row: unknown, column: string) => unknown;
  /** The columns that there are, for messages. */
  readonly shape: Text;
}

/**
 * Reads the rows of a list's answer. Throws `SourceError` on any other shape, on a column that no row has, and on fewer
 * rows than the answer itself says there are.
 */
export function heldItems(
  answer: unknown,
  { answer: fields, columns }: Pick<OctopusApiSettings, 'answer' | 'columns'>,
  place: string,
): HeldItems {
  const rows: unknown = valueAt(answer, fields.rows);
  if (!Array.isArray(rows)) throw unexpected(place, 'answer.rows', fields.rows, answer);
  checkTotal(answer, fields.total, rows.length, place);
  const cells = fields.headers === null ? namedCells(rows, fields.cells) : placedCells(answer, fields, place);
  for (const column of Object.values(columns))
    if (column !== undefined && rows.length > 0 && rows.every((row) => cells.of(row, column) === undefined))
      throw new SourceError(messages.columnMissing(place, column, cells.shape), {
        hint: messages.columnMissingHint,
      });
  const read = (row: unknown, role: keyof typeof columns): string | null => {
    const column = columns[role];
    if (column === undefined) return null;
    const value = valueAt(cells.of(row, column), fields.cell);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number')
      throw unexpected(place, 'answer.cell', fields.cell, value);
    return String(value).trim() || null;
  };
  const items = rows.flatMap((row) => {
    const name = read(row, 'name');
    return name === null ? [] : [{ name, serial: read(row, 'serial'), type: read(row, 'type') }];
  });
  return { items, rows: rows.length };
}

/** A page must not be taken for the whole. */
function checkTotal(answer: unknown, field: string | null, rows: number, place: string): void {
  if (field === null) return;
  const total = valueAt(answer, field);
  if (typeof total !== 'number') throw unexpected(place, 'answer.total', field, answer);
  if (total !== rows)
    throw new SourceError(messages.incomplete(place, rows, total), { hint: messages.incompleteHint });
}

function namedCells(rows: readonly unknown[], field: string): Cells {
  const of: Cells['of'] = (row, column) => ownValue(valueAt(row, field), column);
  return { of, shape: shapeOf(valueAt(rows[0], field)) };
}

function placedCells(answer: unknown, fields: OctopusApiSettings['answer'], place: string): Cells {
  const { headers: field, header, cells } = fields;
  const headers = valueAt(answer, field ?? '.');
  if (!Array.isArray(headers)) throw unexpected(place, 'answer.headers', field ?? '.', answer);
  const names = headers.map((each) => String(valueAt(each, header)));
  const of: Cells['of'] = (row, column) => {
    const values = valueAt(row, cells);
    return Array.isArray(values) ? values[names.indexOf(column)] : undefined;
  };
  return { of, shape: shapeOf(Object.fromEntries(names.map((name) => [name, null]))) };
}
