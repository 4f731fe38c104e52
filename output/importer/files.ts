import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Asset } from '../../shared/asset.ts';
import type { Notice } from '../../shared/text.ts';
import { fileDigest } from '../file-digest.ts';
import { fileFailure, stopIfAborted } from '../file-failure.ts';
import { type Manifest, type ManifestFile, manifestBytes, type RunFacts } from '../manifest.ts';
import { driverNotices, outputNotices, profileNotices } from '../notices.ts';
import { type AssetTable, assetTable } from '../profile/asset-table.ts';
import { clearTable } from '../profile/clear-table.ts';
import type { ProfileCounts } from '../profile/tally.ts';
import { partPath, publish, removeParts } from '../publish.ts';
import type { Replacements } from '../table/writer.ts';
import { type ImporterGroup, writeGroups, writePart } from './groups.ts';
import {
  clearSources,
  clearsColumns,
  type ImporterTarget,
  importerPaths,
  importerSources,
  prepareImporterFiles,
  publishingOrder,
} from './target.ts';

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
  /** Headers of the columns for which no asset has a value. */
  readonly unfilled: readonly string[];
  readonly replacements: Replacements;
  /** What writing changed in the values. */
  readonly notices: readonly Notice[];
}

/**
 * Writes the rows, those to clear, `Schema.ini` for a CSV, the importer configurations and the manifest; reads each back;
 * then publishes all or none. Throws `OutputError`, or `Interrupted` when the signal says so; nothing published has changed then.
 */
export async function writeImporterFiles(
  target: ImporterTarget,
  content: ImporterContent,
  signal: AbortSignal,
): Promise<ImporterFiles> {
  await prepareImporterFiles(target);
  const paths = publishingOrder(target);
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
  const { profile } = target;
  const paths = importerPaths(target);
  const content = assetTable(profile, target.bridgeName, assets);
  const groups = groupsOf(target, content);
  const written = await writeGroups(groups, target.xlsx, signal);
  const { rows, replacements } = written.get(paths.rows) ?? unwritten;
  const { unfilled } = content;
  const counts = content.counts();
  const leftover = !clearsColumns(target) && existsSync(paths.clear.importerXml);
  const notices = [
    ...profileNotices(profile, unfilled, leftover ? paths.clear.importerXml : null),
    ...outputNotices(counts, replacements),
    ...[...written.values()].flatMap(driverNotices),
  ];
  const result = { rows, counts, unfilled, replacements, notices };
  const described = [];
  // Not `Schema.ini`: it belongs to every CSV of the folder and changes with the next one.
  for (const { importerXml, tables } of groups) {
    for (const { path } of tables) described.push(await describe(path, written.get(path)?.rows ?? 0));
    described.push(await describe(importerXml, null));
  }
  await writePart(paths.manifest, manifestBytes(manifestOf(target, facts(), result, described)));
  return result;
}

const unwritten = { rows: 0, replacements: { cells: 0, characters: 0 } };

/** The rows, and apart from them the columns to clear, each with a configuration of its own. */
function groupsOf(target: ImporterTarget, content: AssetTable): ImporterGroup[] {
  const { rows, importerXml, clear } = importerPaths(target);
  const sources = (sheets: readonly string[]) => importerSources(target, sheets);
  const main = { path: rows, table: content.table, sources };
  const cleared = clearTable(target.profile, content);
  if (cleared === null) return [{ importerXml, tables: [main] }];
  const apart = {
    path: clear.rows,
    table: cleared,
    sources: (sheets: readonly string[]) => clearSources(target, sheets),
  };
  return [
    { importerXml, tables: [main] },
    { importerXml: clear.importerXml, tables: [apart] },
  ];
}

function manifestOf(
  { profile }: ImporterTarget,
  facts: RunFacts,
  result: Omit<ImporterFiles, 'paths'>,
  files: ManifestFile[],
): Manifest {
  const { cut, separatorReplaced, ...blanked } = result.counts;
  return {
    schema: 1,
    ...facts,
    notices: [...facts.notices, ...result.notices],
    profile: profile.name,
    written: result.rows,
    cut,
    blanked,
    separatorReplaced,
    unfilled: [...result.unfilled],
    replaced: result.replacements,
    files,
  };
}

async function describe(path: string, rows: number | null): Promise<ManifestFile> {
  return { name: basename(path), ...(await fileDigest(partPath(path))), rows };
}
