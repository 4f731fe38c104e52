import type { Database, SQLiteValue } from 'node-sqlite3-wasm';

/** A name as SQLite takes it whatever it holds. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The names of the tables and views of a database file. Throws the error of SQLite on a file that is none. */
export async function tablesOf(path: string): Promise<string[]> {
  const database = await open(path);
  try {
    const found = database.all(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name",
    );
    return found.map(({ name }) => String(name));
  } finally {
    database.close();
  }
}

/** The rows of a table in the order of the file, the headers first. Throws the error of SQLite on a damaged file. */
export async function* tableRows(path: string, table: string): AsyncGenerator<readonly SQLiteValue[]> {
  const database = await open(path);
  try {
    const columns = database.all('SELECT name FROM pragma_table_info(?) ORDER BY cid', [table]);
    const names = columns.map(({ name }) => String(name));
    yield names;
    const statement = database.prepare(`SELECT * FROM ${quoted(table)}`);
    try {
      for (const row of statement.iterate()) yield names.map((name) => oneValue(row[name]));
    } finally {
      statement.finalize();
    }
  } finally {
    database.close();
  }
}

async function open(path: string): Promise<Database> {
  const { Database } = (await import('node-sqlite3-wasm')).default;
  return new Database(path, { readOnly: true, fileMustExist: true });
}

/** A column of a plain query holds one value, never values by table. */
const oneValue = (value: SQLiteValue | Record<string, SQLiteValue> | undefined): SQLiteValue =>
  value === undefined || (typeof value === 'object' && !(value instanceof Uint8Array)) ? null : value;
