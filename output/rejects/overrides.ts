import type { Worksheet } from 'exceljs';
import { ConfigError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import type { Overrides } from '../profile/override-pass.ts';
import { emptyMarks, type RejectColumn, rejectColumns, unescapedFromPeople } from './columns.ts';
import { messages } from './messages.ts';

/** A corrected rejects file. */
export interface OverridesFile {
  readonly path: string;
  readonly values: Overrides;
}

/**
 * Reads the corrected values of a rejects file, by asset key and header; rows without one are left out. Throws
 * `ConfigError` with the row on a file that cannot be trusted.
 */
export async function readOverrides(path: string): Promise<OverridesFile> {
  const sheet = await firstSheet(path);
  const columns = columnsOf(sheet, path);
  const values = new Map<string, Map<string, string>>();
  const rows = new Map<string, number>();
  sheet.eachRow((row, line) => {
    if (line === 1) return;
    const fault = (text: Text): ConfigError =>
      new ConfigError(messages.overridesRow(path, line, text), { hint: messages.overridesRowHint });
    const cell = (name: NeededColumn): string => {
      const text = textOf(row.getCell(columns[name]).value);
      if (text === null) throw fault(messages.notText);
      return text;
    };
    const corrected = cell('corrected');
    if (corrected === '') return;
    const [key, header] = [unescapedFromPeople(cell('key')), unescapedFromPeople(cell('column'))];
    if (key === '' || header === '') throw fault(messages.keyMissing);
    const value = emptyMarks.includes(corrected) ? '' : unescapedFromPeople(corrected);
    const ofAsset = values.get(key) ?? new Map<string, string>();
    const place = JSON.stringify([key, header]);
    if ((ofAsset.get(header) ?? value) !== value)
      throw fault(messages.correctedTwice(rows.get(place) ?? line));
    values.set(key, ofAsset.set(header, value));
    rows.set(place, rows.get(place) ?? line);
  });
  return { path, values };
}

async function firstSheet(path: string): Promise<Worksheet> {
  const unreadable = (cause?: unknown) =>
    new ConfigError(messages.overridesUnreadable(path), { hint: messages.overridesUnreadableHint, cause });
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.readFile(path).catch((cause) => {
    throw unreadable(cause);
  });
  const sheet = book.worksheets[0];
  if (!sheet) throw unreadable();
  return sheet;
}

/** The columns that are read; the others are for people. */
type NeededColumn = Extract<RejectColumn, 'key' | 'column' | 'corrected'>;

function columnsOf(sheet: Worksheet, path: string): Readonly<Record<NeededColumn, number>> {
  const found = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => {
    found.set(textOf(cell.value) ?? '', column);
  });
  const at = (name: NeededColumn): number => {
    const header = rejectColumns.find((column) => column.name === name)?.header ?? '';
    const column = found.get(header);
    if (column !== undefined) return column;
    throw new ConfigError(messages.overridesColumnMissing(path, header), {
      hint: messages.overridesColumnHint,
    });
  };
  return { key: at('key'), column: at('column'), corrected: at('corrected') };
}

/** The text of a cell as a person sees it; null for what is no text and no plain number. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'object') return null;
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText
      .map((part: { readonly text: string }) => part.text)
      .join('')
      .trim();
  if ('hyperlink' in value && 'text' in value) return textOf(value.text);
  return null;
}
