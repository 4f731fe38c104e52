import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { cleaner } from '../output/table/clean.ts';
import { sqliteWriters } from '../output/table/sqlite.ts';
import type { Writer } from '../output/table/writer.ts';
import { column, oddities, tableOf, writerConforms } from './conformance/writer.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'ci.db');
const writerOf = (extension: string): Writer => {
  const found = sqliteWriters.find((each) => each.extension === extension);
  if (!found) throw new TypeError(`no writer of ${extension}`);
  return found;
};
const writer = writerOf('.db');
const columns = ['Nom', 'Numéro de série', 'É d’été'].map((header) => column(header));

/** Every row of the one table of a file, its headers first. */
function contents(file: string): (string | null)[][] {
  const database = new sqlite.Database(file, { readOnly: true });
  try {
    const [table] = database.all('SELECT name FROM sqlite_schema');
    const names = database
      .all('SELECT name FROM pragma_table_info(?)', [String(table?.name)])
      .map(({ name }) => String(name));
    const rows = database.all(`SELECT * FROM "${table?.name}"`);
    return [
      names,
      ...rows.map((row) => names.map((name) => (row[name] === null ? null : String(row[name])))),
    ];
  } finally {
    database.close();
  }
}

describe('SQLite writer', () => {
  writerConforms(writer, async (file) => contents(file).map((row) => row.map((cell) => cell ?? '')));

  it('writes an empty cell as NULL, and every column as TEXT', async () => {
    await writer.write(tableOf(columns, [['PC', '', '007']]), path, never);
    expect(contents(path)[1]).toEqual(['PC', null, '007']);
    const database = new sqlite.Database(path, { readOnly: true });
    const types = database.all("SELECT type FROM pragma_table_info('Importation CI')");
    const [row] = database.all('SELECT typeof("É d’été") AS kind FROM "Importation CI"');
    database.close();
    expect([types.map(({ type }) => type), row?.kind]).toEqual([['TEXT', 'TEXT', 'TEXT'], 'text']);
  });

  it('writes the same bytes for the same rows, whatever was written between', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 2_000 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (cells, others) => {
        await writer.write(tableOf(columns, cells), path, never);
        const first = readFileSync(path);
        await writer.write(tableOf(columns, others), join(folder, 'other.db'), never);
        await writer.write(tableOf(columns, cells), path, never);
        expect(readFileSync(path).equals(first)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('goes on where a run was killed that had locked its part file', async () => {
    const script = `import sqlite from 'node-sqlite3-wasm';
      new sqlite.Database(${JSON.stringify(path)}).exec('BEGIN EXCLUSIVE; CREATE TABLE x (y)');
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(readdirSync(folder)).toContain('ci.db.lock');
    const written = await writer.write(tableOf(columns, [['PC', 'é', '']]), path, never);
    await writer.verify(tableOf(columns, []), path, written, never);
    expect(readdirSync(folder)).not.toContain('ci.db.lock');
  });

  it.skipIf(process.platform === 'win32')('lets others read the file as any other one', async () => {
    await writer.write(tableOf(columns, []), path, never);
    expect(statSync(path).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('refuses a cell that is neither text nor NULL', async () => {
    const table = tableOf(columns, [['PC', '5', '']]);
    for (const change of ["Nom = x'41'", `"É d’été" = ''`]) {
      const written = await writer.write(table, path, never);
      const database = new sqlite.Database(path);
      database.exec(`UPDATE "Importation CI" SET ${change}`);
      database.close();
      await expect(writer.verify(table, path, written, never)).rejects.toMatchObject({ exitCode: 6 });
    }
  });
});

describe('a database that another program reads', () => {
  const python = '/usr/bin/python3';
  const script = `
import json, sqlite3, sys
base = sqlite3.connect(sys.argv[1])
ok = base.execute('PRAGMA integrity_check').fetchone()[0]
cursor = base.execute('SELECT * FROM [Importation CI]')
print(json.dumps([ok, [column[0] for column in cursor.description], cursor.fetchall()]))
`;
  const hasPython = spawnSync(python, ['-c', 'import sqlite3']).status === 0;

  it.runIf(hasPython)('is what was written, to SQLite itself (needs Python)', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 40 });
    const given = [
      ...oddities.map(([name, odd]) => [name, odd, odd]),
      ['long', 'é€😀'.repeat(50_000), ''],
      ...fc.sample(fc.tuple(cell, cell, cell), 400),
    ];
    await writerOf('.sqlite').write(tableOf(columns, given), path, never);
    const { clean } = cleaner('database');
    const [ok, names, rows] = JSON.parse(
      execFileSync(python, ['-c', script, path], { encoding: 'utf8', maxBuffer: 1024 ** 3 }),
    );
    expect([ok, names]).toEqual(['ok', columns.map(({ header }) => header)]);
    expect(rows).toEqual(given.map((row) => row.map((each) => clean(each) || null)));
  });
});

describe('a disk that is full', () => {
  const built = pathToFileURL(resolve('dist', 'output', 'table', 'sqlite.js')).href;
  const script = `const { sqliteWriters: [writer] } = await import(${JSON.stringify(built)});
    const rows = Array.from({ length: 5000 }, (_, at) => ['PC-' + at, 'x'.repeat(200)]);
    const column = (header) => ({ header, maxLength: null, required: false, unique: false });
    const table = { sheet: 'CI', columns: [column('Nom'), column('Note')], rows: () => rows };
    await writer.write(table, process.argv[1], new AbortController().signal).catch((error) => {
      console.log(error.name, error.exitCode, error.message);
    });`;

  it.skipIf(process.platform === 'win32')('is told by what the file system says (needs ulimit)', () => {
    const limited = 'ulimit -f 16; exec "$0" --input-type=module -e "$1" "$2"';
    const target = join(folder, 'full.db');
    const { stdout } = spawnSync('sh', ['-c', limited, process.execPath, script, target], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(`OutputError 6 Failure on the file ${target}: EFBIG.`);
  });
});
