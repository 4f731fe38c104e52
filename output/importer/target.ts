import { basename, dirname, extname, join, resolve } from 'node:path';
import { ConfigError, OutputError } from '../../shared/errors.ts';
import { messages } from '../messages.ts';
import { ciSourceName, ciTagsOf, type Profile } from '../profile/profile.ts';
import { prepareTargets } from '../publish.ts';
import type { OverridesFile } from '../rejects/overrides.ts';
import { csvWriter } from '../table/csv.ts';
import type { Writer } from '../table/writer.ts';
import { excelSettings, type XlsxSettings, xlsxWriter } from '../xlsx/writer.ts';
import { rowsLocation } from './path.ts';
import type { ImporterSource } from './xml.ts';

/** Where the files go and how the assets become rows: all that is known before a source is read. */
export interface ImporterTarget {
  /** Path of the file of rows; ends in `.xlsx` or `.csv`. */
  readonly path: string;
  /** Folder of that file as DataImporter sees it; null for the folder as this machine sees it. */
  readonly dataImporterFolder: string | null;
  readonly profile: Profile;
  readonly bridgeName: string;
  /** Values that take the place of others, by asset key and header. */
  readonly overrides?: OverridesFile;
  /** What a workbook is like; as Excel writes it unless given. */
  readonly xlsx?: XlsxSettings;
}

/** The files of a target, as absolute paths; only a CSV has a `Schema.ini`. */
export interface ImporterPaths {
  readonly rows: string;
  readonly schemaIni: string | null;
  readonly importerXml: string;
  readonly manifest: string;
  /** What kept a run from publishing, for people; never published with the others. */
  readonly rejects: string;
}

/** The paths of a target's files. Throws `ConfigError` on an extension that no writer has. */
export function importerPaths({ path }: Pick<ImporterTarget, 'path'>): ImporterPaths {
  const rows = resolve(path);
  const folder = dirname(rows);
  const base = join(folder, basename(rows, extname(rows)));
  const schemaIni = writerOf({ path }) === csvWriter ? join(folder, 'Schema.ini') : null;
  return {
    rows,
    schemaIni,
    importerXml: `${base}.xml`,
    manifest: `${base}.manifest.json`,
    rejects: `${base}.rejects.xlsx`,
  };
}

/** The files in the order of publishing, the manifest last. */
export const publishingOrder = ({ rows, schemaIni, importerXml, manifest }: ImporterPaths): string[] =>
  [rows, schemaIni, importerXml, manifest].filter((path) => path !== null);

/** The writer for the extension of a target's path. Throws `ConfigError` on any other extension. */
export function writerOf({ path, xlsx }: Pick<ImporterTarget, 'path' | 'xlsx'>): Writer {
  const extension = extname(path).toLowerCase();
  const writer = [xlsxWriter(xlsx ?? excelSettings), csvWriter].find((each) => each.extension === extension);
  if (writer) return writer;
  throw new ConfigError(messages.extensionUnknown(path), { hint: messages.extensionUnknownHint });
}

/**
 * The sources by which DataImporter reads the rows, one for each sheet; the name of a further one has its number.
 * Throws `ConfigError` on a path that it could not read, `OutputError` where sources would retire each other's CIs.
 */
export function importerSources(target: ImporterTarget, sheets: readonly string[]): ImporterSource[] {
  const { profile, dataImporterFolder, bridgeName } = target;
  const { rows } = importerPaths(target);
  if (sheets.length > 1 && profile.ci.tags.ManageCIRetirement)
    throw new OutputError(messages.sheetsRetire(sheets.length), { hint: messages.sheetsRetireHint });
  const name = ciSourceName(profile, bridgeName);
  return sheets.map((sheet, index) => ({
    name: index === 0 ? name : `${name} ${index + 1}`,
    ...rowsLocation(dataImporterFolder ?? dirname(rows), basename(rows), sheet),
    content: 'CI',
    tags: ciTagsOf(profile),
  }));
}

/**
 * Checks that the files of a target can be written, and read by DataImporter, before any source is read. Throws
 * `ConfigError` on a name that will not do, `OutputError` on a folder or file that cannot be written.
 */
export async function prepareImporterFiles(target: ImporterTarget): Promise<void> {
  importerSources(target, [target.profile.ci.sheet]);
  await prepareTargets(publishingOrder(importerPaths(target)));
}
