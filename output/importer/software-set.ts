import { basename, dirname, extname } from 'node:path';
import { ConfigError } from '../../shared/errors.ts';
import type { Notice } from '../../shared/text.ts';
import type { FurtherContent } from '../contents/contents.ts';
import { type Manifest, type ManifestFile, manifestBytes, type RunFacts } from '../manifest.ts';
import { driverNotices } from '../notices.ts';
import { nameHeader } from '../profile/octopus-headers.ts';
import { partPath } from '../publish.ts';
import { refuseViolations } from '../rejects/refuse.ts';
import { type SoftwareContents, type SoftwareData, softwareContents } from '../software/contents.ts';
import { messages } from '../software/messages.ts';
import type { Table } from '../table/writer.ts';
import { verifySet } from '../verify/set.ts';
import { describe } from './described.ts';
import { type ImporterGroup, type ImporterTable, type Written, writePart } from './groups.ts';
import { sheetSources } from './path.ts';
import {
  type ImporterPaths,
  type ImporterTarget,
  importerPaths,
  publishingOrder,
  schemaIniOf,
} from './target.ts';

/** How many violations of one rule and column are kept. */
const violationLimit = 100;

/** The files of a set of installed software, as absolute paths. */
interface SoftwarePaths extends Pick<ImporterPaths, 'rows' | 'schemaIni' | 'importerXml' | 'manifest'> {
  /** Relations: a sheet more of the workbook, or a CSV more. */
  readonly relations: string;
}

/** What was published of the software. */
export interface SoftwareFiles {
  readonly paths: readonly string[];
  /** Rows of every content. */
  readonly contents: Readonly<Record<string, number>>;
  readonly notices: readonly Notice[];
}

/** The paths of the software of a target; null where none is asked for. Throws `ConfigError` on another extension. */
export function softwarePaths({ software }: Pick<ImporterTarget, 'software'>): SoftwarePaths | null {
  if (software === undefined) return null;
  const { rows, schemaIni, importerXml, manifest } = importerPaths({ path: software });
  const extension = extname(rows);
  const apart = `${rows.slice(0, -extension.length)}-relations${extension}`;
  return { rows, schemaIni, importerXml, manifest, relations: schemaIni === null ? rows : apart };
}

/** The files of the software in the order of publishing, the manifest last; none where none is asked for. */
export function softwareOrder(target: ImporterTarget): string[] {
  const paths = softwarePaths(target);
  if (!paths) return [];
  const { rows, schemaIni, importerXml, manifest, relations } = paths;
  const all = target.profile.software?.form === 'ci' ? [rows, relations] : [rows];
  return [...new Set([...all, ...(schemaIni === null ? [] : [schemaIni]), importerXml, manifest])];
}

/**
 * Checks that the profile has software to publish, that DataImporter can read its files, and that no file is of both sets
 * but `Schema.ini`, which they share. Throws `ConfigError`.
 */
export function checkSoftware(target: ImporterTarget): void {
  const paths = softwarePaths(target);
  if (!paths) return;
  const { profile } = target;
  if (profile.software === null)
    throw new ConfigError(messages.blockMissing(profile.name), { hint: messages.blockMissingHint });
  const main = new Set(
    [...publishingOrder(target), ...Object.values(importerPaths(target).clear)].map((path) =>
      path.toLowerCase(),
    ),
  );
  const shared = softwareOrder(target).find(
    (path) => path !== paths.schemaIni && main.has(path.toLowerCase()),
  );
  if (shared !== undefined)
    throw new ConfigError(messages.sameFiles(shared), { hint: messages.sameFilesHint });
  for (const path of [paths.rows, paths.relations])
    sheetSources(about(target), folderOf(target, path), basename(path), ['A']);
}

const about = ({ profile }: ImporterTarget) => ({ name: profile.name, content: '', tags: [] });
const folderOf = ({ dataImporterFolder }: ImporterTarget, path: string): string =>
  dataImporterFolder ?? dirname(path);

/** The names of the CI as they are published, corrected ones too. */
function namesIn({ columns, rows }: Table, { profile }: ImporterTarget): string[] {
  const at = columns.findIndex(({ header }) => header === nameHeader[profile.language]);
  return Array.from(rows(), (row) => row[at] ?? '');
}

/** A set of installed software that is about to be written. */
export class SoftwareSet {
  readonly group: ImporterGroup;
  readonly #target: ImporterTarget;
  readonly #paths: SoftwarePaths;
  readonly #contents: SoftwareContents;

  private constructor(target: ImporterTarget, paths: SoftwarePaths, contents: SoftwareContents) {
    this.#target = target;
    this.#paths = paths;
    this.#contents = contents;
    this.group = {
      importerXml: paths.importerXml,
      tables: contents.contents.map((each, index) =>
        tableOf(target, each, index === 0 ? paths.rows : paths.relations),
      ),
    };
  }

  /** The set of a target, for the devices of the CI rows `ci`, in their order; null where none is asked for. */
  static of(target: ImporterTarget, data: SoftwareData | null, ci: Table): SoftwareSet | null {
    const paths = softwarePaths(target);
    const block = target.profile.software;
    if (!paths || !block || !data) return null;
    const format = schemaIniOf(paths.rows) === null ? 'xlsx' : 'csv';
    return new SoftwareSet(
      target,
      paths,
      softwareContents(target.profile, block, data, { names: namesIn(ci, target), format }),
    );
  }

  /** Verifies what was written of it, and writes its manifest. Throws `OutputError`. */
  async finish(written: Written, facts: RunFacts, signal: AbortSignal): Promise<SoftwareFiles> {
    const { profile } = this.#target;
    const { importerXml, manifest, rows } = this.#paths;
    const { tables } = this.group;
    const meant = new Map(
      tables.flatMap((each) => {
        const file = written.get(each);
        return file ? [[each.content, file] as const] : [];
      }),
    );
    const folder = folderOf(this.#target, rows);
    const request = {
      importerXml,
      at: partPath,
      profile,
      folder,
      written: meant,
      limit: violationLimit,
      signal,
    };
    const { rejects } = importerPaths(this.#target);
    await refuseViolations(await verifySet(request), this.#target, () => [], rejects);
    const contents = Object.fromEntries([...meant].map(([content, file]) => [content, file.rows]));
    const notices = [...this.#contents.notices(), ...[...meant.values()].flatMap(driverNotices)];
    const files = await this.#described(written);
    await writePart(manifest, manifestBytes(this.#manifest(facts, { contents, notices, files }, written)));
    return { paths: softwareOrder(this.#target), contents, notices };
  }

  async #described(written: Written): Promise<ManifestFile[]> {
    const { tables, importerXml } = this.group;
    const files = [];
    for (const path of new Set(tables.map((each) => each.path))) {
      const own = tables.filter((each) => each.path === path);
      files.push(
        await describe(
          path,
          own.reduce((sum, each) => sum + (written.get(each)?.rows ?? 0), 0),
        ),
      );
    }
    return [...files, await describe(importerXml, null)];
  }

  #manifest(
    facts: RunFacts,
    {
      contents,
      notices,
      files,
    }: Pick<SoftwareFiles, 'contents' | 'notices'> & { readonly files: ManifestFile[] },
    written: Written,
  ): Manifest {
    const replaced = { cells: 0, characters: 0 };
    for (const each of this.group.tables) {
      replaced.cells += written.get(each)?.replacements.cells ?? 0;
      replaced.characters += written.get(each)?.replacements.characters ?? 0;
    }
    const software = this.#contents.summary();
    return {
      schema: 1,
      ...facts,
      sections: { software: software.read },
      notices: [...notices],
      profile: this.#target.profile.name,
      written: contents.CI ?? 0,
      contents,
      cut: {},
      blanked: { typeWithoutAttribute: {}, neededColumnEmpty: {}, retiredWithoutDay: {}, levelUnknown: {} },
      separatorReplaced: {},
      overridden: 0,
      unfilled: [],
      replaced,
      files,
      software,
    };
  }
}

function tableOf(
  target: ImporterTarget,
  { content, sourceName, tags, table }: FurtherContent,
  path: string,
): ImporterTable {
  const name = sourceName.replaceAll('{source}', target.bridgeName.toUpperCase());
  const source = { name, content, tags };
  return {
    content,
    path,
    table,
    sources: (sheets) => sheetSources(source, folderOf(target, path), basename(path), sheets),
  };
}
