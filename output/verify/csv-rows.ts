import { createReadStream } from 'node:fs';
import { decodeWindows1252 } from '../table/windows-1252.ts';
import { type FileFault, noFaults, type ReadRow, type RowFault } from './read-row.ts';

/**
 * Reads the rows of a CSV file, some at a time, with what is wrong with their form; `finished` is told what is wrong
 * with the file itself.
 */
export async function* readCsv(
  path: string,
  finished: (fault: FileFault) => unknown,
): AsyncGenerator<readonly ReadRow[]> {
  const parser = new CsvParser();
  const fitsUtf8 = utf8Check();
  let isUtf8 = true;
  let ascii = true;
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    const bytes: Buffer = chunk;
    let text = bytes.toString('latin1');
    if (/[^\0-\x7f]/.test(text)) ascii = false;
    if (isUtf8) isUtf8 = fitsUtf8(bytes);
    if (first && text.startsWith('\xef\xbb\xbf')) {
      finished({ code: 'csv-bom', line: 1, value: '', expected: '' });
      isUtf8 = false;
      text = text.slice(3);
    }
    first = false;
    const rows = parser.read(decodeWindows1252(text), false);
    if (rows.length > 0) yield rows;
  }
  yield parser.read('', true);
  if (isUtf8 && !ascii) finished({ code: 'csv-encoding', line: null, value: 'UTF-8', expected: '' });
}

/** Whether bytes, given piece by piece, could be UTF-8. */
function utf8Check(): (bytes: Buffer) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      decoder.decode(bytes, { stream: true });
      return true;
    } catch {
      return false;
    }
  };
}

/** One field and where it ends: at a comma, at a line end, or at the end of the text. */
interface Field {
  readonly value: string;
  readonly end: number;
  readonly wellQuoted: boolean;
}

/** Cuts text into records, strictly; what is left over waits for the next piece. */
class CsvParser {
  #rest = '';
  #line = 0;

  read(text: string, last: boolean): readonly ReadRow[] {
    this.#rest += text;
    const rows: ReadRow[] = [];
    let at = 0;
    while (at < this.#rest.length) {
      const record = this.#record(at, last);
      if (!record) break;
      rows.push(record.row);
      at = record.end;
    }
    this.#rest = this.#rest.slice(at);
    return rows;
  }

  /** The record that begins at a place; null when it may go on in the next piece. */
  #record(start: number, last: boolean): { readonly row: ReadRow; readonly end: number } | null {
    const text = this.#rest;
    const cells: string[] = [];
    const faults: RowFault[] = [];
    for (let at = start; ; ) {
      const field = fieldAt(text, at, last);
      if (!field) return null;
      if (!field.wellQuoted)
        faults.push({ code: 'csv-quoting', column: cells.length, value: field.value, expected: '' });
      cells.push(field.value);
      at = field.end;
      if (text[at] === ',') {
        at += 1;
        continue;
      }
      if (text[at] === '\r' && at + 1 === text.length && !last) return null;
      const crlf = text[at] === '\r' && text[at + 1] === '\n';
      if (!crlf) faults.push({ code: 'csv-line-end', column: null, value: '', expected: '' });
      this.#line += 1;
      const row = { line: this.#line, cells, faults: faults.length > 0 ? faults : noFaults };
      return { row, end: at + (crlf ? 2 : 1) };
    }
  }
}

/** A field from its first character on; null when it may go on in the next piece. */
function fieldAt(text: string, start: number, last: boolean): Field | null {
  if (text[start] === '"') return quotedAt(text, start, last);
  plain.lastIndex = start;
  const value = plain.exec(text)?.[0] ?? '';
  const end = start + value.length;
  if (end === text.length && !last) return null;
  return { value, end, wellQuoted: !value.includes('"') };
}

const plain = /[^,\r\n]*/y;

function quotedAt(text: string, start: number, last: boolean): Field | null {
  let close = text.indexOf('"', start + 1);
  let doubled = false;
  while (close >= 0 && text[close + 1] === '"') {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close < 0) return last ? { value: text.slice(start), end: text.length, wellQuoted: false } : null;
  if (close + 1 === text.length && !last) return null;
  const inner = text.slice(start + 1, close);
  const value = doubled ? inner.replaceAll('""', '"') : inner;
  const after = text[close + 1];
  if (after === ',' || after === '\r' || after === '\n' || after === undefined)
    return { value, end: close + 1, wellQuoted: true };
  plain.lastIndex = close + 1;
  const junk = plain.exec(text)?.[0] ?? '';
  const end = close + 1 + junk.length;
  if (end === text.length && !last) return null;
  return { value: value + junk, end, wellQuoted: false };
}
