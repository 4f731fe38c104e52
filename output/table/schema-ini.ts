import { OutputError } from '../../shared/errors.ts';
import { messages } from '../messages.ts';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.ts';
import type { Column } from './writer.ts';

/** Longest value of the driver's type `Text`; a column that may hold more is `Memo`. */
const textLimit = 255;

/** The lines that describe one CSV file to the Microsoft text driver, in Windows-1252 with CRLF. */
export function schemaSection(fileName: string, columns: readonly Column[]): Buffer {
  const lines = [
    `[${fileName}]`,
    'ColNameHeader=True',
    'Format=CSVDelimited',
    'CharacterSet=ANSI',
    'DecimalSymbol=.',
    ...columns.map((column, index) => `Col${index + 1}="${column.header}" ${typeOf(column)}`),
  ];
  return encodeWindows1252(`${lines.join('\r\n')}\r\n`);
}

const typeOf = ({ maxLength }: Column): string =>
  maxLength === null || maxLength > textLimit ? 'Memo' : 'Text';

/**
 * An existing `Schema.ini` with the section of this file put in the place of the former one, or at the end. All
 * other bytes stay. Throws `OutputError` on UTF-16, which the driver may read but this merge may not touch.
 */
export function mergeSchemaIni(existing: Buffer, fileName: string, section: Buffer): Buffer {
  if (/^(\xff\xfe|\xfe\xff)/.test(existing.toString('latin1', 0, 2)))
    throw new OutputError(messages.schemaIniUnicode, { hint: messages.schemaIniUnicodeHint });
  const own = section.toString('latin1');
  const parts = splitSections(existing.toString('latin1'));
  const name = encodeWindows1252(fileName).toString('latin1').toLowerCase();
  const first = parts.findIndex((part) => part.name === name);
  const merged = parts.map((part, index) => {
    if (part.name !== name) return part.body + part.tail;
    return (index === first ? own : '') + part.tail;
  });
  const text = merged.join('');
  return Buffer.from(first === -1 ? ended(text) + own : text, 'latin1');
}

/** The column names that a `Schema.ini` gives to a file, in order; null when it has no section for that file. */
export function schemaHeaders(existing: Buffer, fileName: string): string[] | null {
  const name = encodeWindows1252(fileName).toString('latin1').toLowerCase();
  const own = splitSections(existing.toString('latin1')).find((part) => part.name === name);
  if (!own) return null;
  const columns = [...own.body.matchAll(/^Col\d+="([^"]*)" (?:Text|Memo)\r?$/gim)];
  return columns.map(([, header]) => decodeWindows1252(String(header)));
}

/** A section with its heading; `tail` is the blank and comment lines before the next one, which belong to nobody. */
interface Part {
  readonly name: string | null;
  body: string;
  tail: string;
}

function splitSections(text: string): Part[] {
  const parts: Part[] = [{ name: null, body: '', tail: '' }];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const name = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (name !== undefined) parts.push({ name: name.trim().toLowerCase(), body: line, tail: '' });
    else addLine(parts.at(-1), line);
  }
  return parts;
}

function addLine(part: Part | undefined, line: string): void {
  if (!part) return;
  if (/^\s*(;|$)/.test(line)) part.tail += line;
  else {
    part.body += part.tail + line;
    part.tail = '';
  }
}

/** A text whose last line is complete, and a blank line before what follows. */
function ended(text: string): string {
  if (text === '') return '';
  return /\n\r?\n$/.test(text) ? text : `${text}${text.endsWith('\n') ? '' : '\r\n'}\r\n`;
}
