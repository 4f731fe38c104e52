import { posix, win32 } from 'node:path';
import { ConfigError } from '../../shared/errors.ts';
import { messages } from '../messages.ts';
import { inWindows1252 } from '../table/windows-1252.ts';
import { type ConnectionStrings, defaultConnectionStrings, filledIn } from './connection-string.ts';
import type { ImporterSource } from './xml.ts';

/** Where DataImporter finds the rows: `ConnectionString` and `ViewName` of a source. */
export interface RowsLocation {
  readonly connectionString: string;
  readonly viewName: string;
}

const provider = 'Provider=Microsoft.ACE.OLEDB.12.0;Data Source=';
/** Longest table name of the Microsoft driver, for which a CSV file is a table. */
const nameLimit = 64;

/**
 * The location of a workbook, CSV, database file or table, `folder` being the path under which DataImporter sees its folder.
 * Throws `ConfigError` on a folder or file name that the driver could not read.
 */
export function rowsLocation(
  folder: string,
  fileName: string,
  sheet: string,
  templates: ConnectionStrings = defaultConnectionStrings,
): RowsLocation {
  const table = /^([^.]+)\.mssql$/.exec(fileName)?.[1];
  if (table !== undefined && templates.mssql) {
    const { connectionString, schema } = templates.mssql;
    return { connectionString, viewName: `[${schema}].[${table}]` };
  }
  checkFolder(folder);
  checkFileName(fileName);
  const style = windowsPath.test(folder) ? win32 : posix;
  const file = style.join(folder, fileName);
  if (/\.(db|sqlite)$/i.test(fileName))
    return { connectionString: filledIn(templates.sqlite, { file }), viewName: `[${sheet}]` };
  if (/\.xlsx$/i.test(fileName)) {
    return {
      connectionString: `${provider}${file};Extended Properties="Excel 12.0 Xml;HDR=YES";`,
      viewName: `[${sheet}$]`,
    };
  }
  return {
    connectionString: `${provider}${style.join(folder, style.sep)};Extended Properties="text;HDR=YES;FMT=Delimited";`,
    viewName: `[${fileName}]`,
  };
}

/** A source for each sheet over which the rows of a file are spread; the name of a further one has its number. */
export function sheetSources(
  about: Omit<ImporterSource, keyof RowsLocation>,
  folder: string,
  fileName: string,
  sheets: readonly string[],
  templates?: ConnectionStrings,
): ImporterSource[] {
  return sheets.map((sheet, index) => ({
    ...about,
    name: index === 0 ? about.name : `${about.name} ${index + 1}`,
    ...rowsLocation(folder, fileName, sheet, templates),
  }));
}

/** A drive letter, or a share. */
const windowsPath = /^([A-Za-z]:|\\\\)/;

function checkFolder(folder: string): void {
  const absolute = win32.isAbsolute(folder);
  if (absolute && folder === folder.trim() && !/[;"\p{Control}\p{Surrogate}\ufffe\uffff]/u.test(folder))
    return;
  throw new ConfigError(messages.folderRefused(folder), { hint: messages.folderHint });
}

function checkFileName(name: string): void {
  const base = name.replace(/\.(xlsx|csv|db|sqlite)$/i, '');
  const legal = /^[\p{L}\p{N}_](?:[\p{L}\p{N} _()-]*[\p{L}\p{N}_()-])?$/u.test(base);
  if (legal && name.length <= nameLimit && [...name].every(inWindows1252)) return;
  throw new ConfigError(messages.fileNameRefused(name), { hint: messages.fileNameHint });
}
