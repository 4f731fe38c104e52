import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Asset } from '../../shared/asset.ts';
import type { Notice } from '../../shared/text.ts';
import { fileDigest } from '../file-digest.ts';
import { errorCode, fileFailure, stopIfAborted } from '../file-failure.ts';
import { type Manifest, type ManifestFile, manifestBytes, type RunFacts } from '../manifest.ts';
import { driverNotices, outputNotices, overrideNotices, total } from '../notices.ts';
import { assetTable, type ProfileCounts } from '../profile/asset-table.ts';
import { partPath, publish, removeParts } from '../publish.ts';
import { messages as rejectMessages } from '../rejects/messages.ts';
import { refuseViolations, verificationNotices } from '../rejects/refuse.ts';
import { mergeSchemaIni, schemaSection } from '../table/schema-ini.ts';
import type { Column, Replacements } from '../table/writer.ts';
import { verifySet } from '../verify/set.ts';
import {
  type ImporterTarget,
  importerPaths,
  importerSources,
  prepareImporterFiles,
  publishingOrder,
  writerOf,
} from './target.ts';
import { type ImporterSource, importerXml, verifyImporterXml } from './xml.ts';

/** How many violations of one rule and column a rejects file lists. */
const violationLimit = 5_000;

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
 * Writes the rows, `Schema.ini` for a CSV, the importer configuration and the manifest; verifies them as one set; then
 * publishes all or none. Throws `OutputError`, with a rejects file beside the target where the importer's contract is
 * broken, or `Interrupted` when the signal says so; nothing published has changed then.
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
    return { paths, ...files, notices: [...files.notices, ...(await removeStaleRejects(target))] };
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
  const { table, counts, overridden } = assetTable(
    target.profile,
    target.bridgeName,
    assets,
    target.overrides?.values,
  );
  const written = await writer.write(table, partPath(paths.rows), signal);
  if (paths.schemaIni) await writeSchemaIni(paths.schemaIni, basename(paths.rows), table.columns);
  await writeImporterXml(paths.importerXml, importerSources(target, written.sheets));
  const verification = await verifySet({
    importerXml: paths.importerXml,
    at: partPath,
    profile: target.profile,
    folder: target.dataImporterFolder ?? dirname(paths.rows),
    written,
    limit: violationLimit,
    signal,
  });
  await refuseViolations(verification, target, assets, paths.rejects);
  const { rows, replacements } = written;
  const notices = [
    ...outputNotices(counts(), replacements),
    ...driverNotices(written),
    ...overrideNotices(overridden()),
    ...verificationNotices(verification),
  ];
  const result = { rows, counts: counts(), replacements, notices };
  const described = [
    await describe(paths.rows, written.rows),
    // Not `Schema.ini`: it belongs to every CSV of the folder and changes with the next one.
    await describe(paths.importerXml, null),
  ];
  const applied = total(overridden().applied);
  await writePart(paths.manifest, manifestBytes(manifestOf(target, facts(), result, applied, described)));
  return result;
}

/** A rejects file of an earlier run no longer holds; one that is in use as overrides stays. */
async function removeStaleRejects(target: ImporterTarget): Promise<Notice[]> {
  const { rejects } = importerPaths(target);
  if (target.overrides && resolve(target.overrides.path) === rejects) return [];
  try {
    await rm(rejects, { force: true });
    return [];
  } catch {
    return [{ code: 'rejects-stale', text: rejectMessages.staleRejects(rejects) }];
  }
}

function manifestOf(
  { profile }: ImporterTarget,
  facts: RunFacts,
  result: Omit<ImporterFiles, 'paths'>,
  overridden: number,
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
    overridden,
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
