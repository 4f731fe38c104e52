import { existsSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, posix, win32 } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ConfigError, DataError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { fileDigest } from '../file-digest.ts';
import { errorCode, fileFailure } from '../file-failure.ts';
import { type ConnectionStrings, defaultConnectionStrings } from '../importer/connection-string.ts';
import { type RowsLocation, rowsLocation } from '../importer/path.ts';
import { importerSources } from '../importer/xml.ts';
import { type Manifest, readManifest } from '../manifest.ts';
import { schemaHeaders } from '../table/schema-ini.ts';
import { decodeWindows1252 } from '../table/windows-1252.ts';
import { messages } from './messages.ts';

/** A source of the XML configuration with the number of rows that were published for it. */
export interface SentSource {
  readonly name: string;
  /** Null when the rows of a content belong to several sources. */
  readonly rows: number | null;
}

/** Published files that are complete and unchanged. */
export interface Published {
  readonly manifest: Manifest;
  /** The XML configuration as DataImporter sees it. */
  readonly configPath: string;
  readonly sources: readonly SentSource[];
  /** The files that must not change while they are imported. */
  readonly files: readonly PublishedFile[];
}

interface PublishedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The manifest that belongs to a published workbook, CSV, database or XML file. Throws `ConfigError` or `DataError`. */
export function manifestOf(file: string): Manifest {
  const extension = extname(file);
  if (!/^\.(xlsx|csv|db|sqlite|xml)$/i.test(extension) || !existsSync(file) || !statSync(file).isFile())
    throw new ConfigError(messages.notPublished(file), { hint: messages.notPublishedHint });
  const path = join(dirname(file), `${basename(file, extension)}.manifest.json`);
  const manifest = readManifest(path);
  if (!manifest) throw refusal(messages.manifestMissing(path));
  if (!manifest.files.some(({ name }) => name === basename(file)))
    throw refusal(messages.manifestOther(file, path));
  return manifest;
}

/**
 * Checks that DataImporter would read exactly what a complete run published: no sample, every file byte for byte, a
 * configuration that names these files, and for a CSV the `Schema.ini` that describes it. `asSeen` is the folder as
 * DataImporter sees it, when that is another path; `templates` are how it connects to a database. Throws `ConfigError` or
 * `DataError`.
 */
export async function checkPublished(
  file: string,
  manifest: Manifest,
  asSeen: string | null,
  templates: ConnectionStrings = defaultConnectionStrings,
): Promise<Published> {
  if (manifest.source.sample) throw new ConfigError(messages.sample(file), { hint: messages.sampleHint });
  if (!manifest.complete) throw refusal(messages.incomplete(file));
  const here = dirname(file);
  const folders = asSeen === null ? [here] : [here, asSeen];
  const files = folders.flatMap((folder) =>
    manifest.files.map(({ name, sha256 }) => ({ path: pathIn(folder, name), sha256 })),
  );
  const xml = manifest.files.find(({ name }) => /\.xml$/i.test(name))?.name;
  if (xml === undefined) throw refusal(messages.configurationMissing(file));
  const changed = await changedFile(files);
  if (changed) throw refusal(messages.fileChanged(changed));
  for (const { name } of manifest.files) if (/\.csv$/i.test(name)) await checkSchemaIni(here, name);
  const sources = await sentSources(join(here, xml), asSeen ?? here, manifest, templates);
  return { manifest, configPath: pathIn(asSeen ?? here, xml), sources, files };
}

/** The first of the files that is gone or has other bytes than when it was published; null when there is none. */
export async function changedFile(files: Published['files']): Promise<string | null> {
  for (const { path, sha256 } of files) {
    const digest = await fileDigest(path).catch((error) => {
      if (errorCode(error) === 'ENOENT') return null;
      throw fileFailure(error, path);
    });
    if (digest?.sha256 !== sha256) return path;
  }
  return null;
}

/** The driver takes every column for text only where `Schema.ini` says so, column by column. */
async function checkSchemaIni(folder: string, name: string): Promise<void> {
  const path = join(folder, 'Schema.ini');
  const described = existsSync(path) ? schemaHeaders(await readFile(path), name) : null;
  const headers = await csvHeaders(join(folder, name));
  if (described?.join('\n') !== headers.join('\n')) throw refusal(messages.schemaIniMissing(path, name));
}

/** Longest header row: 254 columns of 64 characters, quoted. */
const headerBytes = 32_768;

async function csvHeaders(path: string): Promise<string[]> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const [line = ''] = buffer.toString('latin1', 0, bytesRead).split('\r\n', 1);
    const [headers = []]: string[][] = parse(line);
    return headers.map(decodeWindows1252);
  } finally {
    await handle.close();
  }
}

async function sentSources(
  xml: string,
  folder: string,
  { files, contents, tables: stored = [] }: Manifest,
  templates: ConnectionStrings,
): Promise<SentSource[]> {
  const tables = files
    .filter(({ rows }) => rows !== null)
    .map((file) => ({ ...file, location: rowsLocation(folder, file.name, '', templates) }));
  const sources = importerSources(await readFile(xml)).map((source) => ({
    name: source.name,
    content: source.content,
    table:
      tables.find(({ location }) => reads(source, location)) ??
      stored.find(({ name }) => name === source.viewName),
  }));
  return sources.map(({ name, content, table }) => {
    if (!table)
      throw new ConfigError(messages.readsElsewhere(xml, folder), { hint: messages.readsElsewhereHint });
    const others = sources.filter((other) => other.name !== name && other.table === table);
    if (others.length === 0) return { name, rows: table.rows };
    // A content on several sheets is known in all, not sheet by sheet.
    const isSplit = others.some((other) => other.content === content);
    return { name, rows: isSplit ? null : (contents[content] ?? null) };
  });
}

/** Whether a source reads a file; the sheet or table in it may have any name, and Windows ignores case. */
function reads(source: RowsLocation, { connectionString, viewName }: RowsLocation): boolean {
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return (
    isSame(source.connectionString, connectionString) &&
    (/^\[\$?\]$/.test(viewName) || isSame(source.viewName, viewName))
  );
}

/** A path in a folder that may be a Windows one on any machine. */
const pathIn = (folder: string, name: string): string =>
  (/^([A-Za-z]:|\\\\)/.test(folder) ? win32 : posix).join(folder, name);

const refusal = (text: Text): DataError => new DataError(text, { hint: messages.publishAgainHint });
