import { languages } from '../../shared/text.ts';
import { type ContractColumn, columnName, headerText, type PairRule } from '../contract/content.ts';
import { yesWords } from '../contract/words.ts';
import { isDay } from './cell-kinds.ts';
import type { HeaderRow, Report } from './headers.ts';

/** Checks what the cells of one row say about one another. */
export type PairCheck = (cells: readonly string[], report: Report) => void;

/** The checks of a content's pairs, for the columns that this file has. */
export function pairChecks(
  pairs: readonly PairRule[],
  columns: readonly ContractColumn[],
  headers: HeaderRow,
): PairCheck[] {
  const at = (name: string): number =>
    headers.columns.findIndex((column) => column !== null && columnName(column) === name);
  const shown = (name: string): string => {
    const header = columns.find((column) => columnName(column) === name)?.header;
    return (header && headerText(header[headers.language ?? 'en'])) ?? name;
  };
  return pairs.flatMap((pair) => {
    if (pair.rule === 'oneYes') return [oneYes(pair.columns.map(at), pair.columns.map(shown).join(', '))];
    const [column, other] = [at(pair.column), at(pair.other)];
    if (column < 0) return [];
    if (pair.rule === 'after') return other < 0 ? [] : [after(column, other)];
    const header = columns.find((each) => columnName(each) === pair.other)?.header[headers.language ?? 'en'];
    // A column that is not there is held against the file only where its header is beyond doubt.
    return other < 0 && typeof header !== 'string'
      ? []
      : [needs(pair.values, column, other, shown(pair.column))];
  });
}

function needs(values: readonly string[] | null, column: number, other: number, name: string): PairCheck {
  return (cells, report) => {
    const cell = cells[column] ?? '';
    if (cell === '' || (values !== null && !values.includes(cell))) return;
    if (other < 0) report('value-needs', column, '', name);
    else if ((cells[other] ?? '').trim() === '') report('value-needs', other, '', name);
  };
}

const yes = new Set(languages.flatMap((language) => yesWords[language].map((word) => word.toLowerCase())));

function oneYes(columns: readonly number[], names: string): PairCheck {
  const place = columns.find((column) => column >= 0) ?? null;
  return (cells, report) => {
    if (!columns.some((column) => yes.has((cells[column] ?? '').toLowerCase())))
      report('one-yes', place, '', names);
  };
}

function after(column: number, other: number): PairCheck {
  return (cells, report) => {
    const [end, start] = [cells[column] ?? '', cells[other] ?? ''];
    if (isDay(end) && isDay(start) && end <= start) report('date-order', column, end, start);
  };
}
