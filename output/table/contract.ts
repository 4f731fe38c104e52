import { OutputError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from '../messages.ts';
import { inWindows1252 } from './windows-1252.ts';
import type { Column } from './writer.ts';

/** The Microsoft driver that DataImporter reads with takes fewer columns than this. */
export const columnLimit = 255;
/** Longest column name of that driver. */
export const headerLimit = 64;

/** What is wrong with one header, or null: the driver rewrites some characters and cuts long names. */
export function headerFault(header: string): Text | null {
  if (header.trim() === '' || header !== header.trim()) return messages.headerBlank;
  if (header.length > headerLimit) return messages.headerLong(headerLimit);
  if (/[.!`[\]"]/.test(header)) return messages.headerIllegal;
  return [...header].every(inWindows1252) ? null : messages.headerForeign;
}

/** Checks the header row of a table; throws `OutputError` naming the header. */
export function checkColumns(columns: readonly Column[]): void {
  if (columns.length === 0 || columns.length >= columnLimit)
    throw new OutputError(messages.columnCount(columns.length, columnLimit), { hint: messages.columnHint });
  const seen = new Set<string>();
  for (const { header } of columns) {
    const fault = headerFault(header);
    if (fault) throw new OutputError(messages.headerRefused(header, fault), { hint: messages.columnHint });
    const name = header.toLowerCase();
    if (seen.has(name)) throw new OutputError(messages.headerTwice(header), { hint: messages.columnHint });
    seen.add(name);
  }
}

/** Checks one row; `line` is its line or row number in the file, the header being 1. */
export type RowCheck = (row: readonly string[], line: number) => void;

/**
 * The check of every row of one table: cells counted, required filled, unique without regard to case, none longer
 * than Octopus accepts. Throws `OutputError` with header and line, never with the value.
 */
export function rowCheck(columns: readonly Column[]): RowCheck {
  const checks = columns.map(cellCheck);
  return (row, line) => {
    if (row.length !== checks.length) throw contractError(messages.rowWidth(line, row.length, checks.length));
    for (const [index, check] of checks.entries()) check(row[index] ?? '', line);
  };
}

function cellCheck({ header, maxLength, required, unique }: Column): (cell: string, line: number) => void {
  const lines = new Map<string, number>();
  return (cell, line) => {
    if (required && cell.trim() === '') throw contractError(messages.cellRequired(header, line));
    if (maxLength !== null && cell.length > maxLength)
      throw contractError(messages.cellTooLong(header, line, cell.length, maxLength));
    if (!unique || cell === '') return;
    const name = cell.toLowerCase();
    const first = lines.get(name);
    if (first !== undefined) throw contractError(messages.cellTwice(header, first, line));
    lines.set(name, line);
  };
}

const contractError = (text: Text): OutputError => new OutputError(text, { hint: messages.contractHint });
