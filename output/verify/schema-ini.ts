import { readFile } from 'node:fs/promises';
import { errorCode, fileFailure } from '../file-failure.ts';
import { decodeWindows1252 } from '../table/windows-1252.ts';
import type { Place, Violations } from './violation.ts';

/** Longest value of a column of the type Text. */
export const textLimit = 255;

const expectedSettings = [
  ['ColNameHeader', /^True$/i, 'True'],
  ['Format', /^(CSVDelimited|Delimited\(,\))$/i, 'CSVDelimited'],
  ['CharacterSet', /^(ANSI|1252)$/i, 'ANSI'],
  ['DecimalSymbol', /^\.$/, '.'],
] as const;

/** What `Schema.ini` says of one CSV file. */
export interface SchemaSection {
  readonly lines: readonly { readonly key: string; readonly value: string; readonly line: number }[];
}

/** Reads the section of a file; reports one that is missing or unreadable, and gives null then. */
export async function readSchemaSection(
  path: string,
  fileName: string,
  place: Place,
  violations: Violations,
): Promise<SchemaSection | null> {
  const bytes = await readFile(path).catch((cause) => {
    if (errorCode(cause) === 'ENOENT') return null;
    throw fileFailure(cause, path);
  });
  const text = bytes?.toString('latin1') ?? '';
  if (/^(\xff\xfe|\xfe\xff|\xef\xbb\xbf)/.test(text)) {
    violations.add('schema-ini-encoding', place);
    return null;
  }
  const lines = sectionLines(decodeWindows1252(text), fileName);
  if (lines === null) violations.add('schema-ini-missing', place, fileName);
  return lines && { lines };
}

function sectionLines(text: string, fileName: string): SchemaSection['lines'] | null {
  let found: { key: string; value: string; line: number }[] | null = null;
  let inside = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const name = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (name !== undefined) inside = name.trim().toLowerCase() === fileName.toLowerCase();
    if (!inside) continue;
    found ??= [];
    const [, key, value] = /^\s*([^=;\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined && key !== undefined && value !== undefined)
      found.push({ key, value, line: index + 1 });
  }
  return found;
}

/**
 * Compares the section with the headers of its file, and reports each line that differs; `needsMemo` says whether a
 * column may hold more than the type Text. Gives the columns that are of the type Text.
 */
export function checkSchemaSection(
  { lines }: SchemaSection,
  headers: readonly string[],
  needsMemo: (header: string) => boolean,
  place: Place,
  violations: Violations,
): ReadonlySet<number> {
  const settingOf = (key: string) => lines.find((each) => each.key.toLowerCase() === key.toLowerCase());
  for (const [key, right, shown] of expectedSettings) {
    const found = settingOf(key);
    if (right.test(found?.value ?? '')) continue;
    const row = found?.line ?? null;
    violations.add(
      'schema-ini-setting',
      { ...place, row },
      `${key}=${found?.value ?? ''}`,
      `${key}=${shown}`,
    );
  }
  const texts = new Set<number>();
  for (const [index, header] of headers.entries()) {
    const found = settingOf(`Col${index + 1}`);
    const at = { ...place, row: found?.line ?? null, header };
    const [, name, type] =
      /^"?(.*?)"?\s+(Text|Char|Memo|LongChar)(?:\s+Width\s+\d+)?$/i.exec(found?.value ?? '') ?? [];
    const isText = /^(Text|Char)$/i.test(type ?? '');
    if (name !== header)
      violations.add(
        'schema-ini-column',
        at,
        found?.value ?? '',
        `"${header}" ${needsMemo(header) ? 'Memo' : 'Text'}`,
      );
    else if (isText && needsMemo(header)) violations.add('schema-ini-memo', at, `> ${textLimit}`);
    else if (isText) texts.add(index);
  }
  for (const { key, value, line } of lines)
    if (Number(/^Col(\d+)$/i.exec(key)?.[1] ?? 0) > headers.length)
      violations.add('schema-ini-column', { ...place, row: line }, `${key}=${value}`, '');
  return texts;
}
