import { extname } from 'node:path';
import type { ImporterTable } from '../importer/groups.ts';
import type { Profile } from '../profile/profile.ts';
import { cleaner } from '../table/clean.ts';
import type { Replacements, Table } from '../table/writer.ts';
import { contentDigest } from './content-digest.ts';
import { contentMeant } from './importer-xml.ts';
import type { RowsKind } from './location.ts';
import { noFaults, type ReadRow } from './read-row.ts';
import { checkRows } from './source-rows.ts';
import { UsedValues } from './used-values.ts';
import { Violations } from './violation.ts';

const batchLength = 1_000;
const kinds: Readonly<Record<string, RowsKind>> = { '.csv': 'csv', '.db': 'sqlite', '.sqlite': 'sqlite' };

/** What checking rows found. */
export interface CheckedRows {
  readonly violations: Violations;
  /** Characters that the form of each table cannot hold. */
  readonly replacements: ReadonlyMap<ImporterTable, Replacements>;
}

/**
 * Holds the rows of a set against the importer's contract as they would be written, without writing them: what is left
 * to the verification of the files is what only a damaged file breaks. `limit`: as in `Violations`. Throws `Interrupted`
 * when the signal says so.
 */
export async function checkUnwritten(
  tables: readonly ImporterTable[],
  profile: Profile,
  limit: number,
  signal: AbortSignal,
): Promise<CheckedRows> {
  const violations = new Violations(limit);
  const used = new UsedValues();
  const replacements = new Map<ImporterTable, Replacements>();
  // The CI first, because others name them.
  const isCi = ({ content }: ImporterTable) => content === 'CI';
  for (const each of [...tables.filter(isCi), ...tables.filter((table) => !isCi(table))]) {
    const { path, table, sources } = each;
    const [source] = sources([table.sheet]);
    const kind = kinds[extname(path).toLowerCase()] ?? 'xlsx';
    const cells = cleaner(kind === 'csv' ? 'csv' : 'xlsx');
    const sheet = kind === 'xlsx' ? table.sheet : null;
    const context = {
      kind,
      at: { file: path, source: source?.name ?? null, sheet, row: null, header: null },
      content: contentMeant(each.content),
      profile,
      digest: contentDigest(),
      tag: (name: string) => source?.tags.find(([tag]) => tag === name)?.[1] ?? '',
      used,
      name: source?.name ?? '',
      textColumns: () => new Set<number>(),
    };
    await checkRows(batches(table, cells.clean), context, violations, signal);
    replacements.set(each, cells.counts());
  }
  return { violations, replacements };
}

/** The rows of a table as its file would hold them, some at a time, with a pause for whoever wants to stop. */
async function* batches(table: Table, clean: (cell: string) => string): AsyncGenerator<readonly ReadRow[]> {
  let batch: ReadRow[] = [{ line: 1, cells: table.columns.map(({ header }) => header), faults: noFaults }];
  let line = 1;
  for (const row of table.rows()) {
    line += 1;
    batch.push({ line, cells: row.map(clean), faults: noFaults });
    if (batch.length < batchLength) continue;
    yield batch;
    batch = [];
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield batch;
}
