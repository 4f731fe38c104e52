import { basename, dirname } from 'node:path';
import { type FurtherContent, type FurtherData, furtherContent } from '../contents/contents.ts';
import type { AssetTable } from '../profile/asset-table.ts';
import { clearTable } from '../profile/clear-table.ts';
import type { ImporterGroup, ImporterTable } from './groups.ts';
import { sheetSources } from './path.ts';
import {
  clearSources,
  clearsColumns,
  contentPath,
  contentsOf,
  type ImporterTarget,
  importerPaths,
  importerSources,
} from './target.ts';

/** Everything that one set of files is written from. */
export interface SetTables {
  readonly ci: ImporterTable;
  /** What one configuration imports, in order. */
  readonly main: ImporterGroup;
  /** The columns to clear, with a configuration of their own; none where the profile clears nothing. */
  readonly clear: readonly ImporterGroup[];
  /** The contents beside the CI. */
  readonly further: readonly FurtherContent[];
}

/** The tables of a target: the CI, the contents asked for, and apart from them the columns to clear. */
export function setTables(target: ImporterTarget, content: AssetTable, data: FurtherData): SetTables {
  const { importerXml, clear } = importerPaths(target);
  const ci: ImporterTable = {
    content: 'CI',
    path: contentPath(target, 'CI'),
    table: content.table,
    sources: (sheets) => importerSources(target, sheets),
  };
  const further: FurtherContent[] = [];
  const tables = contentsOf(target).flatMap((name) => {
    if (name === 'CI') return [ci];
    const each = furtherContent(name, target.profile, data);
    if (each === null) return [];
    further.push(each);
    return [tableOf(target, each, contentPath(target, name))];
  });
  const cleared = clearsColumns(target) ? clearTable(target.profile, content) : null;
  const sources = (sheets: readonly string[]) => clearSources(target, sheets);
  const apart = cleared && { content: 'CI', path: clear.rows, table: cleared, sources };
  return {
    ci,
    main: { importerXml, tables },
    clear: apart ? [{ importerXml: clear.importerXml, tables: [apart] }] : [],
    further,
  };
}

function tableOf(
  { dataImporterFolder, bridgeName, connectionStrings }: ImporterTarget,
  { content, sourceName, tags, table }: FurtherContent,
  path: string,
): ImporterTable {
  const name = sourceName.replaceAll('{source}', bridgeName.toUpperCase());
  const folder = dataImporterFolder ?? dirname(path);
  const about = { name, content, tags };
  return {
    content,
    path,
    table,
    sources: (sheets) => sheetSources(about, folder, basename(path), sheets, connectionStrings),
  };
}
