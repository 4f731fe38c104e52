import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Asset } from '../../shared/asset.ts';
import type { Notice } from '../../shared/text.ts';
import type { FurtherData } from '../contents/contents.ts';
import { fileFailure, stopIfAborted } from '../file-failure.ts';
import {
  type Manifest,
  type ManifestFile,
  type ManifestTable,
  manifestBytes,
  type RunFacts,
} from '../manifest.ts';
import { driverNotices, outputNotices, overrideNotices, profileNotices, total } from '../notices.ts';
import { type AssetTable, assetTable, type RowKeeper } from '../profile/asset-table.ts';
import type { ProfileCounts } from '../profile/tally.ts';
import { inOneOrder, partPath, prepareTargets, publish, removeParts } from '../publish.ts';
import { messages as rejectMessages } from '../rejects/messages.ts';
import { refuseViolations, verificationNotices } from '../rejects/refuse.ts';
import type { SoftwareData } from '../software/contents.ts';
import type { Replacements, WrittenFile } from '../table/writer.ts';
import { type Verification, verifySet } from '../verify/set.ts';
import { describe } from './described.ts';
import {
  type ImporterGroup,
  type ImporterTable,
  readBack,
  type Written,
  writeGroups,
  writePart,
} from './groups.ts';
import { checkSoftware, type SoftwareFiles, SoftwareSet, softwareOrder } from './software-set.ts';
import { setTables } from './tables.ts';
import {
  clearsColumns,
  type ImporterTarget,
  importerPaths,
  isFile,
  isForPeople,
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
  /** Holds the rows of the CI; memory does unless it is given. */
  readonly keeper?: RowKeeper;
  /** Judges the rows of the CI before anything is written; what it throws keeps the last files. */
  readonly judge?: (content: AssetTable) => readonly Notice[];
  /** Told once all is written and verified, before the first published file changes; `manifests` as `publish` has it. */
  readonly ready?: (paths: readonly string[], manifests: number) => void;
  /** What the contents beside the CI are made of; nothing unless given. */
  readonly further?: Omit<FurtherData, 'assets'>;
  /** What is installed; null where the source tells nothing, and then nothing of it is published. */
  readonly software?: SoftwareData | null;
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
  /** The set of installed software; null where none was published. */
  readonly software: SoftwareFiles | null;
}

/** What writing both sets told. */
export const noticesOf = ({ notices, software }: ImporterFiles): readonly Notice[] => [
  ...notices,
  ...(software?.notices ?? []),
];

/** Checks all files of a target before any source is read, as `prepareImporterFiles` does. */
export async function prepareFiles(target: ImporterTarget): Promise<void> {
  checkSoftware(target);
  await prepareImporterFiles(target);
  await prepareTargets(softwareOrder(target));
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
  await prepareFiles(target);
  const main = publishingOrder(target);
  const possible = [...softwareOrder(target), ...main];
  try {
    const files = await writeParts(target, content, signal);
    stopIfAborted(signal);
    const { paths, manifests } = inOneOrder(files.software?.paths ?? [], main);
    content.ready?.(paths, manifests);
    await publish(paths, undefined, manifests, target.database?.commit);
    return { paths, ...files, notices: [...files.notices, ...(await removeStaleRejects(target))] };
  } catch (error) {
    await removeParts(possible);
    throw fileFailure(error, target.path);
  } finally {
    await target.database?.close();
  }
}

async function writeParts(
  target: ImporterTarget,
  {
    assets,
    facts,
    keeper,
    judge,
    further: data = nothingFurther,
    software: installed = null,
  }: ImporterContent,
  signal: AbortSignal,
): Promise<Omit<ImporterFiles, 'paths'>> {
  const { profile } = target;
  const paths = importerPaths(target);
  const content = assetTable(profile, target.bridgeName, assets(), target.overrides?.values, keeper);
  const judged = judge?.(content) ?? [];
  const { ci, main, clear, further } = setTables(target, content, { assets, ...data });
  const groups = [main, ...clear];
  const softwareSet = SoftwareSet.of(target, installed, content.table);
  const apart = softwareSet ? [softwareSet.group] : [];
  const written = await writeGroups([...groups, ...apart], target, signal);
  const rowsFile = written.get(ci) ?? unwritten;
  const forPeople = isForPeople(target);
  const verification = forPeople ? null : await verify(target, main, written, signal);
  if (verification) await refuseViolations(verification, target, assets, paths.rejects);
  await readBack(forPeople ? [main] : clear, written, target, signal);
  const { unfilled } = content;
  const counts = content.counts;
  const software = softwareSet && (await softwareSet.finish(written, facts(), signal));
  const leftover = !clearsColumns(target) && existsSync(paths.clear.importerXml);
  const notices = [
    ...judged,
    ...profileNotices(profile, unfilled, leftover ? paths.clear.importerXml : null),
    ...outputNotices(counts, rowsFile.replacements),
    ...groups
      .flatMap(({ tables }) => tables)
      .flatMap((each) => driverNotices(written.get(each) ?? unwritten)),
    ...further.flatMap((each) => each.notices()),
    ...overrideNotices(content.overridden),
    ...(verification ? verificationNotices(verification) : []),
    ...(target.database?.notices(paths.importerXml) ?? []),
  ];
  const { rows, replacements } = rowsFile;
  const stored: ManifestTable[] = [];
  const result = { rows, counts, unfilled, replacements, notices, software, tables: stored };
  const described = [];
  // Not `Schema.ini`: it belongs to every CSV of the folder and changes with the next one.
  for (const { importerXml, tables } of groups) {
    for (const path of new Set(tables.map((table) => table.path)))
      if (isFile(path)) described.push(await describe(path, rowsIn(path, tables, written)));
    for (const each of tables.filter(({ path }) => !isFile(path))) {
      const { rows, sheets } = written.get(each) ?? unwritten;
      stored.push(...each.sources(sheets).map(({ viewName }) => ({ name: viewName, rows })));
    }
    if (!forPeople) described.push(await describe(importerXml, null));
  }
  const contents = Object.fromEntries(
    main.tables.map((each) => [each.content, written.get(each)?.rows ?? 0]),
  );
  const applied = total(content.overridden.applied);
  const manifest = manifestOf(target, facts(), { ...result, contents }, applied, described);
  await writePart(paths.manifest, manifestBytes(manifest));
  return result;
}

const nothingFurther: Omit<FurtherData, 'assets'> = {
  relations: () => [],
  looseRelations: {},
  makers: new Map(),
};

const unwritten: WrittenFile = {
  rows: 0,
  digest: '',
  replacements: { cells: 0, characters: 0 },
  sheets: [],
  mayBeCut: {},
};

function verify(
  target: ImporterTarget,
  { importerXml, tables }: ImporterGroup,
  written: Written,
  signal: AbortSignal,
): Promise<Verification> {
  const { profile, database, dataImporterFolder } = target;
  const folder = dataImporterFolder ?? dirname(importerPaths(target).rows);
  const meant = new Map(tables.map((each) => [each.content, written.get(each) ?? unwritten]));
  const set = { importerXml, at: partPath, profile, folder, written: meant, ...(database && { database }) };
  return verifySet({ ...set, limit: violationLimit, signal });
}

/** Rows of a file, over all that it holds. */
const rowsIn = (path: string, tables: readonly ImporterTable[], written: Written): number =>
  tables.reduce((sum, each) => sum + (each.path === path ? (written.get(each)?.rows ?? 0) : 0), 0);

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
  result: Omit<ImporterFiles, 'paths'> & { readonly contents: Record<string, number> },
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
    contents: result.contents,
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
