import { basename, dirname, extname, join, resolve } from 'node:path';
import { ConfigError, OutputError } from '../../shared/errors.ts';
import { blockOf, type ContentName, checkContents, contentNames } from '../contents/contents.ts';
import { messages } from '../messages.ts';
import type { MssqlDatabase } from '../mssql/database.ts';
import { ciSourceName, ciTagsOf, type Profile } from '../profile/profile.ts';
import { prepareTargets } from '../publish.ts';
import type { OverridesFile } from '../rejects/overrides.ts';
import { csvWriter, peopleCsvWriter } from '../table/csv.ts';
import type { CsvEncoding } from '../table/encodings.ts';
import { sqliteWriters } from '../table/sqlite.ts';
import type { Writer } from '../table/writer.ts';
import { excelSettings, type XlsxSettings, xlsxWriter } from '../xlsx/writer.ts';
import type { ConnectionStrings } from './connection-string.ts';
import { sheetSources } from './path.ts';
import type { ImporterSource, Tags } from './xml.ts';

/** Where the files go and how the assets become rows: all that is known before a source is read. */
export interface ImporterTarget {
  /** Path of the file of rows; ends in `.mssql` for the table of that name, beside which the other files are. */
  readonly path: string;
  /** Folder of that file as DataImporter sees it; null for the folder as this machine sees it. */
  readonly dataImporterFolder: string | null;
  readonly profile: Profile;
  readonly bridgeName: string;
  /** Path of the file of installed software, which is a set of its own; none unless given. */
  readonly software?: string;
  /** What is published; the CI alone unless given. */
  readonly contents?: readonly ContentName[];
  /** Values that take the place of others, by asset key and header. */
  readonly overrides?: OverridesFile;
  /** Encoding of a CSV: `utf8` is for people, and then nothing is made for the importer. */
  readonly encoding?: CsvEncoding | undefined;
  /** What a workbook is like; as Excel writes it unless given. */
  readonly xlsx?: XlsxSettings | undefined;
  /** How DataImporter connects to a database; as is most likely unless given. */
  readonly connectionStrings?: ConnectionStrings;
  /** The database of the table. */
  readonly database?: MssqlDatabase;
}

/** The files of a target, as absolute paths; only a CSV has a `Schema.ini`. */
export interface ImporterPaths {
  readonly rows: string;
  readonly schemaIni: string | null;
  readonly importerXml: string;
  /** The rows to clear and their own configuration, written where the profile clears something. */
  readonly clear: { readonly rows: string; readonly importerXml: string };
  readonly manifest: string;
  /** What kept a run from publishing, for people; never published with the others. */
  readonly rejects: string;
}

/** The paths of a target's files. Throws `ConfigError` on an extension that no writer has. */
export function importerPaths({ path }: Pick<ImporterTarget, 'path'>): ImporterPaths {
  const rows = resolve(path);
  const folder = dirname(rows);
  const base = join(folder, basename(rows, extname(rows)));
  return {
    rows,
    schemaIni: schemaIniOf(rows),
    importerXml: `${base}.xml`,
    clear: { rows: `${base}-clear${extname(rows)}`, importerXml: `${base}-clear.xml` },
    manifest: `${base}.manifest.json`,
    rejects: `${base}.rejects.xlsx`,
  };
}

/** The file that describes a CSV to its driver; null for any other file of rows. */
export const schemaIniOf = (rows: string): string | null =>
  isFile(rows) && writerOf({ path: rows }) === csvWriter ? join(dirname(rows), 'Schema.ini') : null;

/** The files of a target in the order of publishing, the manifest last. */
export function publishingOrder(target: ImporterTarget): string[] {
  const { rows, schemaIni, importerXml, clear, manifest } = importerPaths(target);
  const cleared = clearsColumns(target) ? [clear.rows, clear.importerXml] : [];
  const all = new Set([rows, ...contentsOf(target).map((name) => contentPath(target, name))]);
  if (isForPeople(target)) return [...all, manifest];
  const files = [...all, ...(schemaIni === null ? [] : [schemaIni]), importerXml, ...cleared, manifest];
  return files.filter(isFile);
}

/** What a target publishes, in the order of importing; always the CI. */
export const contentsOf = ({ contents = [] }: ImporterTarget): readonly ContentName[] =>
  contentNames.filter((name) => name === 'CI' || contents.includes(name));

/** The file of a content: a sheet more of the workbook, or a file or table more. */
export function contentPath(target: ImporterTarget, name: ContentName): string {
  const { rows } = importerPaths(target);
  const extension = extname(rows);
  if (name === 'CI' || extension.toLowerCase() === '.xlsx') return rows;
  return `${rows.slice(0, -extension.length)}-${blockOf(name)}${extension}`;
}

/** Whether a path is that of a file, not of a table in a database. */
export const isFile = (path: string): boolean => !path.endsWith('.mssql');

/** Whether a target is a CSV that people read, and the importer does not. */
export const isForPeople = ({ encoding }: Pick<ImporterTarget, 'encoding'>): boolean => encoding === 'utf8';

/** Whether a target has files of columns to clear. */
export const clearsColumns = (target: ImporterTarget): boolean =>
  target.profile.ci.clear.length > 0 && !isForPeople(target);

/** What rows are written by besides their path. */
export type Forms = Pick<ImporterTarget, 'xlsx' | 'database' | 'encoding'>;

/** The writer for the extension of a target's path. Throws `ConfigError` on any other extension. */
export function writerOf({ path, xlsx, database, encoding }: Forms & Pick<ImporterTarget, 'path'>): Writer {
  const extension = extname(path).toLowerCase();
  const csv = isForPeople({ encoding }) ? peopleCsvWriter : csvWriter;
  const writers = [xlsxWriter(xlsx ?? excelSettings), csv, ...sqliteWriters, database?.writer];
  const writer = writers.find((each) => each?.extension === extension);
  if (writer) return writer;
  throw new ConfigError(messages.extensionUnknown(path), { hint: messages.extensionUnknownHint });
}

/**
 * The sources by which DataImporter reads the rows, one for each sheet; the name of a further one has its number.
 * Throws `ConfigError` on a path that it could not read, `OutputError` where sources would retire each other's CIs.
 */
export function importerSources(target: ImporterTarget, sheets: readonly string[]): ImporterSource[] {
  if (sheets.length > 1 && target.profile.ci.tags.ManageCIRetirement)
    throw new OutputError(messages.sheetsRetire(sheets.length), { hint: messages.sheetsRetireHint });
  return sourcesAt(target, importerPaths(target).rows, sheets, ciTagsOf(target.profile));
}

/**
 * The sources by which DataImporter empties columns: those of the rows by name, for Octopus lets a source change what it
 * imported; and ones that never retire, for their rows are only some of the CI.
 */
export function clearSources(target: ImporterTarget, sheets: readonly string[]): ImporterSource[] {
  const changed = new Map([
    ['EmptyValueHandling', 'Clear'],
    ['ManageCIRetirement', 'false'],
  ]);
  const tags = ciTagsOf(target.profile).map(([tag, value]) => [tag, changed.get(tag) ?? value] as const);
  return sourcesAt(target, importerPaths(target).clear.rows, sheets, tags);
}

function sourcesAt(
  { profile, dataImporterFolder, bridgeName, connectionStrings }: ImporterTarget,
  rows: string,
  sheets: readonly string[],
  tags: Tags,
): ImporterSource[] {
  const about = { name: ciSourceName(profile, bridgeName), content: 'CI', tags };
  const folder = dataImporterFolder ?? dirname(rows);
  return sheetSources(about, folder, basename(rows), sheets, connectionStrings);
}

/**
 * Checks that the files of a target can be written, and read by DataImporter, before any source is read. Throws
 * `ConfigError` on a name that will not do, `OutputError` on a folder or file that cannot be written.
 */
export async function prepareImporterFiles(target: ImporterTarget): Promise<void> {
  checkTarget(target);
  await prepareTargets(publishingOrder(target));
}

/** Checks what is known of the files of a target without touching them. Throws `ConfigError` on a name that will not do. */
export function checkTarget(target: ImporterTarget): void {
  if (isForPeople(target) && (schemaIniOf(importerPaths(target).rows) === null || target.software))
    throw new ConfigError(messages.encodingOfCsv, { hint: messages.encodingOfCsvHint });
  checkContents(contentsOf(target), target.profile);
  const sheets = [target.profile.ci.sheet];
  importerSources(target, sheets);
  if (clearsColumns(target)) clearSources(target, sheets);
}
