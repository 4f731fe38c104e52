import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode, fileFailure } from '../file-failure.ts';
import { partPath } from '../publish.ts';
import { mergeSchemaIni, schemaSection } from '../table/schema-ini.ts';
import type { Table, WrittenFile } from '../table/writer.ts';
import { excelSettings, writeBook } from '../xlsx/writer.ts';
import { type Forms, isForPeople, schemaIniOf, writerOf } from './target.ts';
import { type ImporterSource, importerXml, verifyImporterXml } from './xml.ts';

/** The rows of one content, and the sources by which DataImporter reads them. */
export interface ImporterTable {
  /** Value of `<Content>`. */
  readonly content: string;
  /** File of the rows; tables of one workbook share it, in the order of its sheets. */
  readonly path: string;
  readonly table: Table;
  /** One source for each sheet over which the rows turned out to be spread. */
  readonly sources: (sheets: readonly string[]) => readonly ImporterSource[];
}

/** What one configuration of DataImporter names. */
export interface ImporterGroup {
  readonly importerXml: string;
  /** In the order in which they are imported: what others refer to comes first. */
  readonly tables: readonly ImporterTable[];
}

/** What was written of each table. */
export type Written = ReadonlyMap<ImporterTable, WrittenFile>;

/**
 * Writes the part files of each group: rows, `Schema.ini` for CSV, configuration. Gives what was written of each
 * table; of a CSV for people only the rows. The rows are still to be read back. Throws `OutputError`, and may leave part files.
 */
export async function writeGroups(
  groups: readonly ImporterGroup[],
  forms: Forms,
  signal: AbortSignal,
): Promise<Written> {
  const tables = groups.flatMap((group) => group.tables);
  const written = new Map<ImporterTable, WrittenFile>();
  for (const path of new Set(tables.map((each) => each.path))) {
    const here = tables.filter((each) => each.path === path);
    // Whoever opens a workbook sees the CI first, though what they refer to is imported before them.
    const own = [...here.filter(isCi), ...here.filter((each) => !isCi(each))];
    for (const [index, file] of (await writeFileOf(own, forms, signal)).entries()) {
      const table = own[index];
      if (table) written.set(table, file);
    }
  }
  if (isForPeople(forms)) return written;
  await writeSchemaIni(tables);
  for (const group of groups) {
    const sources = group.tables.flatMap((each) => each.sources(written.get(each)?.sheets ?? []));
    await writePart(group.importerXml, importerXml(sources));
    verifyImporterXml(await readFile(partPath(group.importerXml)), sources, group.importerXml);
  }
  return written;
}

const isCi = ({ content }: ImporterTable): boolean => content === 'CI';

/** One file with these tables; more than one only where the file is a workbook. */
async function writeFileOf(
  tables: readonly ImporterTable[],
  forms: Forms,
  signal: AbortSignal,
): Promise<readonly WrittenFile[]> {
  const [first, ...others] = tables;
  if (!first) return [];
  const { path, table } = first;
  if (others.length === 0) return [await writerOf({ ...forms, path }).write(table, partPath(path), signal)];
  const all = [table, ...others.map((each) => each.table)] as const;
  return writeBook(all, partPath(path), forms.xlsx ?? excelSettings, signal);
}

/** Reads the rows of each group back, exactly as they were written; each table has a file of its own. Throws `OutputError`. */
export async function readBack(
  groups: readonly ImporterGroup[],
  written: Written,
  forms: Forms,
  signal: AbortSignal,
): Promise<void> {
  for (const each of groups.flatMap((group) => group.tables)) {
    const { path, table } = each;
    const file = written.get(each);
    if (file) await writerOf({ ...forms, path }).verify(table, partPath(path), file, signal);
  }
}

/** Writes a part file whole. */
export async function writePart(path: string, bytes: Buffer): Promise<void> {
  await writeFile(partPath(path), bytes).catch((cause) => {
    throw fileFailure(cause, path);
  });
}

/** A section for each CSV in the one file of its folder that describes them all. */
async function writeSchemaIni(tables: readonly ImporterTable[]): Promise<void> {
  for (const path of new Set(tables.map((each) => schemaIniOf(each.path))))
    if (path !== null)
      await writeSchemaIniAt(
        path,
        tables.filter((each) => schemaIniOf(each.path) === path),
      );
}

async function writeSchemaIniAt(path: string, tables: readonly ImporterTable[]): Promise<void> {
  let content: Buffer = await readFile(path).catch((cause) => {
    if (errorCode(cause) === 'ENOENT') return Buffer.alloc(0);
    throw fileFailure(cause, path);
  });
  for (const each of tables) {
    const name = basename(each.path);
    content = mergeSchemaIni(content, name, schemaSection(name, each.table.columns));
  }
  await writePart(path, content);
}
