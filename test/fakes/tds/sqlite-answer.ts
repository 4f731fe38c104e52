import sqlite, { type Database, type JSValue } from 'node-sqlite3-wasm';
import type { Value } from './cell.ts';
import type { Answer, Call, Reply, SqlMessage } from './reply.ts';
import { type ColumnTypes, selectedColumns, usedParameters } from './select-list.ts';
import { sqlErrors } from './sql-messages.ts';

const catalogueQuery = /\bfrom\s+information_schema\.columns\b/i;
const catalogueTypes: ColumnTypes = {
  COLUMNS: {
    TABLE_SCHEMA: 'nvarchar(128)',
    TABLE_NAME: 'sysname',
    COLUMN_NAME: 'sysname',
    ORDINAL_POSITION: 'int',
    DATA_TYPE: 'nvarchar(128)',
  },
};

/**
 * Answers each SELECT from a database that has its views attached as `dbo`, each column in the type that the site's
 * catalogue gives it; INFORMATION_SCHEMA.COLUMNS from the catalogue alone.
 */
export function sqliteAnswer(database: Database, types: ColumnTypes): Answer {
  return (call) => {
    if (catalogueQuery.test(call.sql)) return answerCatalogue(call, types);
    return answerSelect(database, call, types);
  };
}

function answerSelect(database: Database, call: Call, types: ColumnTypes): Reply {
  try {
    database.prepare(call.sql).finalize();
  } catch (cause) {
    const error = cause instanceof Error && asSqlServerSays(cause.message);
    if (error) return { error };
    throw cause;
  }
  const columns = selectedColumns(call.sql, types);
  return { sets: [{ columns, rows: rowsOf(database, call, columns.length) }] };
}

/** Draws the rows as they are asked for. */
function* rowsOf(database: Database, call: Call, width: number): Generator<Value[]> {
  const statement = database.prepare(call.sql);
  try {
    for (const row of statement.iterate(boundValues(call))) {
      const values: Value[] = Object.values(row);
      if (values.length !== width) throw new RangeError(`${values.length} names for ${width} columns`);
      yield values;
    }
  } finally {
    statement.finalize();
  }
}

function boundValues(call: Call): Record<string, JSValue> {
  const used = usedParameters(call.sql);
  const given = Object.entries(call.parameters).filter(([name]) => used.has(name));
  return Object.fromEntries(given.map(([name, value]) => [`@${name}`, value]));
}

function asSqlServerSays(refusal: string): SqlMessage | null {
  const [, kind, name = ''] = /^no such (table|column): (.+)$/.exec(refusal) ?? [];
  if (kind === 'table') return sqlErrors.invalidObject(name);
  return kind === 'column' ? sqlErrors.invalidColumn(name.replace(/^.*\./, '')) : null;
}

/** The catalogue as a table of its own, so that any SELECT on it works. */
function answerCatalogue(call: Call, types: ColumnTypes): Reply {
  const database = new sqlite.Database(':memory:');
  try {
    database.exec("ATTACH ':memory:' AS INFORMATION_SCHEMA; BEGIN");
    const names = Object.keys(catalogueTypes.COLUMNS ?? {});
    database.exec(`CREATE TABLE INFORMATION_SCHEMA.COLUMNS (${names.join(', ')})`);
    const insert = database.prepare(`INSERT INTO INFORMATION_SCHEMA.COLUMNS VALUES ('dbo', ?, ?, ?, ?)`);
    for (const [view, columns] of Object.entries(types))
      for (const [index, [column, type]] of Object.entries(columns).entries())
        insert.run([view, column, index + 1, type.replace(/\(.*/, '')]);
    insert.finalize();
    const reply = answerSelect(database, call, catalogueTypes);
    const sets = (reply.sets ?? []).map(({ columns }) => ({
      columns,
      rows: [...rowsOf(database, call, columns.length)],
    }));
    return reply.error ? reply : { sets };
  } finally {
    database.close();
  }
}
