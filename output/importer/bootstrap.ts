import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ConfigError } from '../../shared/errors.ts';
import { fileFailure, stopIfAborted } from '../file-failure.ts';
import { messages } from '../messages.ts';
import { attributeTable, bootstrapSettingsOf, typeTable } from '../profile/bootstrap-rows.ts';
import type { Profile } from '../profile/profile.ts';
import { prepareTargets, publish, removeParts } from '../publish.ts';
import type { Table } from '../table/writer.ts';
import type { ConnectionStrings } from './connection-string.ts';
import { type ImporterGroup, type ImporterTable, readBack, writeGroups } from './groups.ts';
import { sheetSources } from './path.ts';
import { schemaIniOf } from './target.ts';

/** What a bootstrap is written from and to. */
export interface BootstrapTarget {
  /** Ends as every file of rows does; the files of rows add `-types` and `-attributes` to its name. */
  readonly path: string;
  /** Folder of that file as DataImporter sees it; null for the folder as this machine sees it. */
  readonly dataImporterFolder: string | null;
  /** How DataImporter connects to a database. */
  readonly connectionStrings: ConnectionStrings;
  readonly profile: Profile;
}

/**
 * Writes, verifies and publishes the import that creates the CI types of a profile and then their attributes: two files
 * of rows and one configuration. Throws `ConfigError` when one of them exists, `OutputError` when it cannot be written.
 */
export async function writeBootstrap(target: BootstrapTarget, signal: AbortSignal): Promise<string[]> {
  const schemaIni = schemaIniOf(resolve(target.path));
  const group = groupOf(target);
  const rows = group.tables.map(({ path }) => path);
  const own = [...rows, group.importerXml];
  for (const path of own)
    if (existsSync(path))
      throw new ConfigError(messages.bootstrapExists(path), { hint: messages.bootstrapExistsHint });
  // The configuration comes last: without it there is nothing to import.
  const paths = [...rows, ...(schemaIni === null ? [] : [schemaIni]), group.importerXml];
  await prepareTargets(paths);
  try {
    const written = await writeGroups([group], {}, signal);
    await readBack([group], written, {}, signal);
    stopIfAborted(signal);
    await publish(paths);
    return paths;
  } catch (error) {
    await removeParts(paths);
    throw fileFailure(error, target.path);
  }
}

/** Types come first: an attribute belongs to a type that exists. */
function groupOf({ path, dataImporterFolder, connectionStrings, profile }: BootstrapTarget): ImporterGroup {
  const asked = resolve(path);
  const extension = extname(asked);
  const base = join(dirname(asked), basename(asked, extension));
  const { types, attributes } = bootstrapSettingsOf(profile);
  const table = (
    suffix: string,
    content: Table,
    settings: { content: string; sourceName: string },
  ): ImporterTable => {
    const rows = `${base}-${suffix}${extension}`;
    const folder = dataImporterFolder ?? dirname(rows);
    const about = { name: settings.sourceName, content: settings.content, tags: [] };
    const sources = (sheets: readonly string[]) =>
      sheetSources(about, folder, basename(rows), sheets, connectionStrings);
    sources([content.sheet]);
    return { content: settings.content, path: rows, table: content, sources };
  };
  return {
    importerXml: `${base}.xml`,
    tables: [
      table('types', typeTable(profile), types),
      table('attributes', attributeTable(profile), attributes),
    ],
  };
}
