import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Asset } from '../../shared/asset.ts';
import type { Notice } from '../../shared/text.ts';
import { fileDigest } from '../file-digest.ts';
import { fileFailure, stopIfAborted } from '../file-failure.ts';
import {
  type Manifest,
  type ManifestFile,
  type ManifestTable,
  manifestBytes,
  type RunFacts,
} from '../manifest.ts';
import { driverNotices, outputNotices, overrideNotices, profileNotices, total } from '../notices.ts';
import { type AssetTable, assetTable } from '../profile/asset-table.ts';
import { clearTable } from '../profile/clear-table.ts';
import type { ProfileCounts } from '../profile/tally.ts';
import { partPath, publish, removeParts } from '../publish.ts';
import { messages as rejectMessages } from '../rejects/messages.ts';
import { refuseViolations, verificationNotices } from '../rejects/refuse.ts';
import type { Replacements, WrittenFile } from '../table/writer.ts';
import { type Verification, verifySet } from '../verify/set.ts';
import { type ImporterGroup, readBack, writeGroups, writePart } from './groups.ts';
import {
  clearSources,
  clearsColumns,
  type ImporterTarget,
  importerPaths,
  importerSources,
  isFile,
  prepareImporterFiles,
  publishingOrder,
} from './target.ts';

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
  /** Rows in a database of the site; nothing where all are in files. */
  readonly tables: readonly ManifestTable[];
  readonly rows: number;
  readonly counts: ProfileCounts;
  /** Headers of the columns for which no asset has a value. */
  readonly unfilled: readonly string[];
  readonly replacements: Replacements;
  /** What writing changed in the values. */
  readonly notices: readonly Notice[];
}

/**
 * Writes the rows, those to clear, `Schema.ini` for a CSV, the importer configurations and the manifest; verifies them;
 * then publishes all or none. Throws `OutputError`, with a rejects file beside the target where the importer's contract is
 * broken, or `Interrupted` when the signal says so; nothing published has changed then.
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
    await publish(paths, undefined, target.database?.commit);
    return { paths, ...files, notices: [...files.notices, ...(await removeStaleRejects(target))] };
  } catch (error) {
    await removeParts(paths);
    throw fileFailure(error, target.path);
  } finally {
    await target.database?.close();
  }
}

async function writeParts(
  target: ImporterTarget,
  { assets, facts }: ImporterContent,
  signal: AbortSignal,
): Promise<Omit<ImporterFiles, 'paths'>> {
  const { profile } = target;
  const paths = importerPaths(target);
  const content = assetTable(profile, target.bridgeName, assets, target.overrides?.values);
  const [main, ...others] = groupsOf(target, content);
  const groups = [main, ...others];
  const written = await writeGroups(groups, target, signal);
  const rowsFile = written.get(paths.rows) ?? unwritten;
  const verification = await verify(target, rowsFile, signal);
  await refuseViolations(verification, target, assets, paths.rejects);
  await readBack(others, written, target, signal);
  const { unfilled } = content;
  const counts = content.counts();
  const leftover = !clearsColumns(target) && existsSync(paths.clear.importerXml);
  const notices = [
    ...profileNotices(profile, unfilled, leftover ? paths.clear.importerXml : null),
    ...outputNotices(counts, rowsFile.replacements),
    ...[...written.values()].flatMap(driverNotices),
    ...overrideNotices(content.overridden()),
    ...verificationNotices(verification),
    ...(target.database?.notices(paths.importerXml) ?? []),
  ];
  const { rows, replacements } = rowsFile;
  const stored: ManifestTable[] = [];
  const result = { rows, counts, unfilled, replacements, notices, tables: stored };
  const described = [];
  // Not `Schema.ini`: it belongs to every CSV of the folder and changes with the next one.
  for (const { importerXml, tables } of groups) {
    for (const { path, sources } of tables) {
      const { rows, sheets } = written.get(path) ?? unwritten;
      if (isFile(path)) described.push(await describe(path, rows));
      else stored.push(...sources(sheets).map(({ viewName }) => ({ name: viewName, rows })));
    }
    described.push(await describe(importerXml, null));
  }
  const applied = total(content.overridden().applied);
  await writePart(paths.manifest, manifestBytes(manifestOf(target, facts(), result, applied, described)));
  return result;
}

const unwritten: WrittenFile = {
  rows: 0,
  digest: '',
  replacements: { cells: 0, characters: 0 },
  sheets: [],
  mayBeCut: {},
};

function verify(target: ImporterTarget, written: WrittenFile, signal: AbortSignal): Promise<Verification> {
  const { importerXml, rows } = importerPaths(target);
  const folder = target.dataImporterFolder ?? dirname(rows);
  const { profile, database } = target;
  const set = { importerXml, at: partPath, profile, folder, written, ...(database && { database }) };
  return verifySet({ ...set, limit: violationLimit, signal });
}

/** The rows, and apart from them the columns to clear, each with a configuration of its own. */
function groupsOf(target: ImporterTarget, content: AssetTable): [ImporterGroup, ...ImporterGroup[]] {
  const { rows, importerXml, clear } = importerPaths(target);
  const sources = (sheets: readonly string[]) => importerSources(target, sheets);
  const main = { importerXml, tables: [{ path: rows, table: content.table, sources }] };
  const cleared = clearTable(target.profile, content);
  if (cleared === null) return [main];
  const toClear = (sheets: readonly string[]) => clearSources(target, sheets);
  const apart = { path: clear.rows, table: cleared, sources: toClear };
  return [main, { importerXml: clear.importerXml, tables: [apart] }];
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
    overridden,
    unfilled: [...result.unfilled],
    replaced: result.replacements,
    files,
    ...(result.tables.length > 0 && { tables: [...result.tables] }),
  };
}

async function describe(path: string, rows: number | null): Promise<ManifestFile> {
  return { name: basename(path), ...(await fileDigest(partPath(path))), rows };
}
