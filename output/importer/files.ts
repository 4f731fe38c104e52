import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Asset } from '../../shared/asset.ts';
import type { Notice } from '../../shared/text.ts';
import { fileDigest } from '../file-digest.ts';
import { errorCode, fileFailure, stopIfAborted } from '../file-failure.ts';
import { type Manifest, type ManifestFile, manifestBytes, type RunFacts } from '../manifest.ts';
import { driverNotices, outputNotices } from '../notices.ts';
import { assetTable, type ProfileCounts } from '../profile/asset-table.ts';
import { partPath, publish, removeParts } from '../publish.ts';
import { mergeSchemaIni, schemaSection } from '../table/schema-ini.ts';
import type { Column, Replacements } from '../table/writer.ts';
import {
  type ImporterTarget,
  importerPaths,
  importerSources,
  prepareImporterFiles,
  publishingOrder,
  writerOf,
} from './target.ts';
import { type ImporterSource, importerXml, verifyImporterXml } from './xml.ts';

/** What is to be published once the source was read and judged. */
export interface ImporterContent {
  /** Gives the same assets each time, in the order of the rows. */
  readonly assets: () => Iterable<Asset>;
  /** What the run knows about itself, asked for once all is written and verified. */
  readonly facts: () => RunFacts;
}

/** What was published. */
export interface ImporterFiles {
  /** The file of rows, the files that describe it, and last the manifest. */
  readonly paths: readonly string[];
  readonly rows: number;
  readonly counts: ProfileCounts;
  readonly replacements: Replacements;
  /** What writing changed in the values. */
  readonly notices: readonly Notice[];
}

/**
 * Writes the rows, `Schema.ini` for a CSV, the importer configuration and the manifest; reads each back; then publishes
 * all or none. Throws `OutputError`, or `Interrupted` when the signal says so; nothing published has changed then.
 */
export async function writeImporterFiles(
  target: ImporterTarget,
  content: ImporterContent,
  signal: AbortSignal,
): Promise<ImporterFiles> {
  await prepareImporterFiles(target);
  const paths = publishingOrder(importerPaths(target));
  try {
    const files = await writeParts(target, content, signal);
    stopIfAborted(signal);
    await publish(paths);
    return { paths, ...files };
  } catch (error) {
    await removeParts(paths);
    throw fileFailure(error, target.path);
  }
}

async function writeParts(
  target: ImporterTarget,
  { assets, facts }: ImporterContent,
  signal: AbortSignal,
): Promise<Omit<ImporterFiles, 'paths'>> {
  const paths = importerPaths(target);
  const writer = writerOf(target);
  const { table, counts } = assetTable(target.profile, target.bridgeName, assets);
  const written = await writer.write(table, partPath(paths.rows), signal);
  await writer.verify(table, partPath(paths.rows), written, signal);
  if (paths.schemaIni) await writeSchemaIni(paths.schemaIni, basename(paths.rows), table.columns);
  await writeImporterXml(paths.importerXml, importerSources(target, written.sheets));
  const { rows, replacements } = written;
  const notices = [...outputNotices(counts(), replacements), ...driverNotices(written)];
  const result = { rows, counts: counts(), replacements, notices };
  const described = [
    await describe(paths.rows, written.rows),
    // Not `Schema.ini`: it belongs to every CSV of the folder and changes with the next one.
    await describe(paths.importerXml, null),
  ];
  await writePart(paths.manifest, manifestBytes(manifestOf(target, facts(), result, described)));
  return result;
}

function manifestOf(
  { profile }: ImporterTarget,
  facts: RunFacts,
  result: Omit<ImporterFiles, 'paths'>,
  files: ManifestFile[],
): Manifest {
  const { cut, typeWithoutAttribute, neededColumnEmpty } = result.counts;
  return {
    schema: 1,
    ...facts,
    notices: [...facts.notices, ...result.notices],
    profile: profile.name,
    written: result.rows,
    cut,
    blanked: { typeWithoutAttribute, neededColumnEmpty },
    replaced: result.replacements,
    files,
  };
}

async function writeSchemaIni(path: string, name: string, columns: readonly Column[]): Promise<void> {
  const existing = await readFile(path).catch((cause) => {
    if (errorCode(cause) === 'ENOENT') return Buffer.alloc(0);
    throw fileFailure(cause, path);
  });
  await writePart(path, mergeSchemaIni(existing, name, schemaSection(name, columns)));
}

async function writeImporterXml(path: string, sources: readonly ImporterSource[]): Promise<void> {
  await writePart(path, importerXml(sources));
  verifyImporterXml(await readFile(partPath(path)), sources, path);
}

async function writePart(path: string, bytes: Buffer): Promise<void> {
  await writeFile(partPath(path), bytes).catch((cause) => {
    throw fileFailure(cause, path);
  });
}

async function describe(path: string, rows: number | null): Promise<ManifestFile> {
  return { name: basename(path), ...(await fileDigest(partPath(path))), rows };
}
