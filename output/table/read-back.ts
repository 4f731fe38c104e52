import { OutputError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from '../messages.ts';
import { cellDigest } from './cell-digest.ts';
import { checkColumns, rowCheck } from './contract.ts';
import type { Table, WrittenFile } from './writer.ts';

/**
 * Compares a file, read back as rows with the header first, with what its writer said of it, and with what the
 * importer accepts. Throws `OutputError`.
 */
export async function verifyRows(
  rows: AsyncIterable<readonly string[]>,
  table: Table,
  written: WrittenFile,
  path: string,
): Promise<void> {
  checkColumns(table.columns);
  const check = rowCheck(table.columns);
  const digest = cellDigest();
  const headers = table.columns.map((column) => column.header);
  let line = 0;
  for await (const row of rows) {
    line += 1;
    if (line > 1) check(row, line);
    else if (row.join('\n') !== headers.join('\n')) throw differs(path);
    digest.add(row);
  }
  if (line - 1 !== written.rows) throw readBackError(messages.readBackRows(path, written.rows, line - 1));
  if (digest.value() !== written.digest) throw differs(path);
}

const differs = (path: string): OutputError => readBackError(messages.readBackDiffers(path));

const readBackError = (text: Text): OutputError => new OutputError(text, { hint: messages.readBackHint });
