import type { SourceEntry } from './importer-xml.ts';
import type { Place, Violations } from './violation.ts';

/** What the rows of a source are in. */
export type RowsKind = 'xlsx' | 'csv' | 'sqlite' | 'mssql';

/** Where the rows of a source lie. */
export interface Location {
  readonly kind: RowsKind;
  /** Name of the file, without its folder; of a view of SQL Server, the name of the view. */
  readonly file: string;
  /** Folder as DataImporter sees it, as the connection string writes it. */
  readonly folder: string;
  /** Sheet of a workbook, table of a database; null for a CSV. */
  readonly sheet: string | null;
}

const settings = {
  xlsx: { format: /^Excel 12\.0( Xml)?$/i, shown: 'Extended Properties="Excel 12.0 Xml;HDR=YES"' },
  csv: { format: /^text$/i, shown: 'Extended Properties="text;HDR=YES;FMT=Delimited"' },
} as const;

/**
 * The location that a source names; null when it is none that this tool reads, which is reported. `readsServer`: a view of
 * SQL Server is one.
 */
export function locationOf(
  entry: SourceEntry,
  file: string,
  readsServer: boolean,
  violations: Violations,
): Location | null {
  const tag = (name: string) => entry.tags.find((each) => each.name === name);
  const [connection, view] = [tag('ConnectionString'), tag('ViewName')];
  if (!connection || !view || connection.value.trim() === '' || view.value.trim() === '') return null;
  const place = (of: typeof connection): Place => ({
    file,
    source: entry.name,
    sheet: null,
    row: of.line,
    header: of.name,
  });
  const parts = propertiesOf(connection.value);
  const provider = parts.get('provider') ?? '';
  if (readsServer && /^(MSOLEDBSQL|SQLOLEDB|SQLNCLI)/i.test(provider)) {
    const name = /([^[\].]+)\]?$/.exec(view.value)?.[1] ?? view.value;
    return { kind: 'mssql', file: name, folder: '', sheet: null };
  }
  const database = [...parts.values()].find((value) => /\.(db|sqlite)$/i.test(value));
  if (provider !== '' && database !== undefined) {
    const table = /^\[([^[\]]+)\]$|^([^[\]]+)$/.exec(view.value)?.slice(1).find(Boolean);
    if (table !== undefined) return { kind: 'sqlite', ...splitPath(database), sheet: table };
    violations.add('view-name', place(view), view.value, '[…]');
    return null;
  }
  if (provider !== '' && !/^Microsoft\.ACE\.OLEDB\.\d+\.0$/i.test(provider)) {
    violations.add('source-not-read', place(connection), provider);
    return null;
  }
  const dataSource = parts.get('data source') ?? '';
  const extended = (parts.get('extended properties') ?? '').split(';').map((each) => each.trim());
  const kind = settings.csv.format.test(extended[0] ?? '') ? 'csv' : 'xlsx';
  const lacking = lackOf(kind, provider, dataSource, extended);
  if (lacking !== null) {
    if (/\.(xls|xlsb|accdb|mdb)$/i.test(dataSource))
      violations.add('source-not-read', place(connection), dataSource);
    else violations.add('connection-string', place(connection), connection.value, lacking);
    return null;
  }
  const found = kind === 'csv' ? csvLocation(dataSource, view.value) : sheetLocation(dataSource, view.value);
  if (!found) violations.add('view-name', place(view), view.value, kind === 'csv' ? '[….csv]' : '[…$]');
  return found;
}

function lackOf(kind: 'xlsx' | 'csv', provider: string, dataSource: string, extended: readonly string[]) {
  const { format, shown } = settings[kind];
  const says = (setting: string) => extended.some((each) => each.toLowerCase() === setting.toLowerCase());
  if (provider === '') return 'Provider=Microsoft.ACE.OLEDB.12.0';
  if (dataSource === '') return 'Data Source';
  if (kind === 'xlsx' && !/\.xlsx$/i.test(dataSource)) return 'Data Source=….xlsx';
  if (kind === 'csv' && /\.(csv|xlsx)$/i.test(dataSource)) return 'Data Source=…\\';
  const delimited = kind === 'xlsx' || says('FMT=Delimited');
  return format.test(extended[0] ?? '') && says('HDR=YES') && delimited ? null : shown;
}

/** The pairs `name=value` of a connection string, names in lower case; a value in quotes may hold semicolons. */
function propertiesOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/\s*([^=;]+?)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^;]*?))\s*(?:;|$)/g);
  return new Map(
    [...pairs].map(([, name, a, b, c]) => [String(name).toLowerCase(), a ?? b ?? c ?? ''] as const),
  );
}

function sheetLocation(dataSource: string, view: string): Location | null {
  const sheet = /^\['?([^[\]]+)\$'?\]$/.exec(view)?.[1];
  return sheet === undefined ? null : { kind: 'xlsx', ...splitPath(dataSource), sheet };
}

/** File and folder of a path, which may be a Windows one on any machine. */
function splitPath(path: string): Pick<Location, 'file' | 'folder'> {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1;
  return { file: path.slice(cut), folder: path.slice(0, cut) };
}

function csvLocation(dataSource: string, view: string): Location | null {
  const file = /^(?:\[([^[\]]+)\]|([^[\]]+))$/.exec(view)?.slice(1).find(Boolean)?.replace(/#csv$/i, '.csv');
  if (file === undefined || !/\.csv$/i.test(file)) return null;
  return { kind: 'csv', file, folder: dataSource, sheet: null };
}

/** Whether two ways to write a folder mean the same one. */
export function sameFolder(a: string, b: string): boolean {
  const plain = (folder: string) => folder.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase();
  return plain(a) === plain(b);
}
