import type { Database } from 'node-sqlite3-wasm';
import { ConfigError } from '../errors.ts';
import { readMoment } from '../instant.ts';
import type { SampleCatalogue } from './catalogue.ts';
import type { SampleValue } from './fleet.ts';
import { messages } from './messages.ts';
import type { SampleRow } from './rows.ts';

type Given = Exclude<SampleValue, null>;

/** How a value is written, by the family of its SQL Server type; throws `TypeError` on a value of another kind. */
const families: readonly (readonly [RegExp, (value: Given) => string])[] = [
  [/char|text/, textOf],
  [/int$|^bit$|^numeric|^decimal|^float|^real|^money/, numberOf],
  [/^date|^smalldatetime/, momentOf],
  [/^uniqueidentifier$/, guidOf],
  [/binary|^image|^rowversion/, bytesOf],
];

/** Texts compare without case, as the collation of a site database does; SQLite does it for A to Z only. */
const isText = (type: string) => /char|text/.test(type);
const caseless = ' COLLATE NOCASE';

/** Makes one table for each view of the catalogue in the schema `dbo`, with the declared types of SQL Server. */
export function createTables(database: Database, catalogue: SampleCatalogue): void {
  const tables = [...catalogue].map(([view, columns]) => {
    const list = [...columns].map(([name, type]) => `"${name}" ${type}${isText(type) ? caseless : ''}`);
    return `CREATE TABLE dbo."${view}" (${list.join(', ')})`;
  });
  database.exec(tables.join(';'));
}

/**
 * Writes the rows, all in one script: binding thousands of values one by one takes twice as long. Throws
 * `ConfigError` on a column or a value that the catalogue does not allow.
 */
export function insertRows(database: Database, catalogue: SampleCatalogue, rows: readonly SampleRow[]): void {
  const views = new Map<string, SampleRow[]>();
  for (const row of rows) {
    const list = views.get(row.view);
    if (list) list.push(row);
    else views.set(row.view, [row]);
  }
  const inserts = [...views].map(([view, list]) => insertText(view, catalogue.get(view) ?? new Map(), list));
  database.exec(`BEGIN;\n${inserts.join(';\n')};\nCOMMIT`);
}

function insertText(view: string, types: ReadonlyMap<string, string>, rows: readonly SampleRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.columns)))];
  const lines = rows.map((row) => columns.map((column) => literal(row, column, types.get(column))).join(','));
  return `INSERT INTO dbo."${view}" ("${columns.join('", "')}") VALUES (${lines.join('),\n(')})`;
}

/** A value as SQLite writes it. */
function literal(row: SampleRow, column: string, type: string | undefined): string {
  const value = row.columns[column];
  if (value === undefined) return 'NULL';
  const hint = messages.sampleHint;
  if (type === undefined)
    throw new ConfigError(messages.columnUnknown(row.place, row.view, column), { hint });
  if (value === null) return 'NULL';
  try {
    const write = families.find(([family]) => family.test(type))?.[1];
    if (!write) throw new TypeError(`unknown type ${type}`);
    return write(value);
  } catch (cause) {
    throw new ConfigError(messages.valueWrong(row.place, row.view, column, type), { hint, cause });
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Whole numbers are allowed for ids; anything else that YAML read as a number was meant to be quoted. U+0000 would
 * end the script.
 */
function textOf(value: Given): string {
  if (typeof value === 'string' && !value.includes('\0')) return quoted(value);
  if (Number.isSafeInteger(value)) return quoted(String(value));
  throw new TypeError('not a text');
}

function numberOf(value: Given): string {
  const number = value === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new TypeError('not a number');
  return String(number);
}

/** Days that mean none are kept: the readers decide what they mean. */
function momentOf(value: Given): string {
  const text = String(value);
  readMoment(text);
  return quoted(text.length === 10 ? `${text}T00:00:00` : text);
}

function guidOf(value: Given): string {
  const text = String(value).toUpperCase();
  if (!/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(text)) throw new TypeError('not a GUID');
  return quoted(text);
}

function bytesOf(value: Given): string {
  const text = String(value);
  if (!/^([0-9A-Fa-f]{2})*$/.test(text)) throw new TypeError('not hexadecimal');
  return `x${quoted(text)}`;
}
