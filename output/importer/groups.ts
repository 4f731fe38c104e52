import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode, fileFailure } from '../file-failure.ts';
import { partPath } from '../publish.ts';
import { mergeSchemaIni, schemaSection } from '../table/schema-ini.ts';
import type { Table, WrittenFile } from '../table/writer.ts';
import { type Forms, schemaIniOf, writerOf } from './target.ts';
import { type ImporterSource, importerXml, verifyImporterXml } from './xml.ts';

/** One file of rows, and the sources by which DataImporter reads it. */
export interface ImporterTable {
  readonly path: string;
  readonly table: Table;
  /** One source for each sheet over which the rows turned out to be spread. */
  readonly sources: (sheets: readonly string[]) => readonly ImporterSource[];
}

/** What one configuration of DataImporter names, in the order in which it is read. */
export interface ImporterGroup {
  readonly importerXml: string;
  readonly tables: readonly ImporterTable[];
}

/**
 * Writes the part files of each group: rows, `Schema.ini` for CSV, configuration. Gives what was written, by path. The
 * rows are still to be read back. Throws `OutputError`, and may leave part files.
 */
export async function writeGroups(
  groups: readonly ImporterGroup[],
  forms: Forms,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, WrittenFile>> {
  const tables = groups.flatMap((group) => group.tables);
  const files = new Map<string, WrittenFile>();
  for (const { path, table } of tables) {
    const writer = writerOf({ ...forms, path });
    files.set(path, await writer.write(table, partPath(path), signal));
  }
  await writeSchemaIni(tables);
  for (const group of groups) {
    const sources = group.tables.flatMap(({ path, sources }) => sources(files.get(path)?.sheets ?? []));
    await writePart(group.importerXml, importerXml(sources));
    verifyImporterXml(await readFile(partPath(group.importerXml)), sources, group.importerXml);
  }
  return files;
}

/** Reads the rows of each group back, exactly as they were written. Throws `OutputError`. */
export async function readBack(
  groups: readonly ImporterGroup[],
  written: ReadonlyMap<string, WrittenFile>,
  forms: Forms,
  signal: AbortSignal,
): Promise<void> {
  for (const { path, table } of groups.flatMap((group) => group.tables)) {
    const file = written.get(path);
    if (file) await writerOf({ ...forms, path }).verify(table, partPath(path), file, signal);
  }
}

/** Writes a part file whole. */
export async function writePart(path: string, bytes: Buffer): Promise<void> {
  await writeFile(partPath(path), bytes).catch((cause) => {
    throw fileFailure(cause, path);
  });
}

/** The tables of one run lie in one folder: a section for each CSV in the one file that describes them. */
async function writeSchemaIni(tables: readonly ImporterTable[]): Promise<void> {
  const path = schemaIniOf(tables[0]?.path ?? '.xlsx');
  if (path === null) return;
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
