import { readdirSync, readFileSync } from 'node:fs';
import sql from 'mssql';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ColumnTypes, selectedColumns } from './fakes/tds/select-list.ts';
import { sqliteAnswer } from './fakes/tds/sqlite-answer.ts';
import { connect, serve, stream } from './tds-client.ts';

const types: ColumnTypes = {
  v_R_System: {
    ResourceID: 'int',
    Name0: 'nvarchar(256)',
    Client0: 'bit',
    Object_GUID0: 'varbinary(16)',
    AADDeviceID: 'uniqueidentifier',
    Creation_Date0: 'datetime',
  },
  v_GS_DISK: { ResourceID: 'int', Size0: 'bigint', Share0: 'real' },
  v_GS_TPM: { ResourceID: 'int', IsReady0: 'bit' },
};

/** Two machines, and one disk of which nothing is known; a site without v_GS_TPM. */
function database(): Database {
  const filled = new sqlite.Database(':memory:');
  onTestFinished(() => filled.close());
  filled.exec(`
    ATTACH ':memory:' AS dbo;
    CREATE TABLE dbo.v_R_System (ResourceID, Name0, Client0, Object_GUID0, AADDeviceID, Creation_Date0);
    CREATE TABLE dbo.v_GS_DISK (ResourceID, Size0, Share0);
    INSERT INTO dbo.v_R_System VALUES
      (16777220, 'PC-É', 1, x'0a0bff', '6f9619ff-8b86-d011-b42d-00c04fc964ff', '2026-11-20T03:14:00'),
      (16777221, NULL, 0, '0A0B', NULL, '2026-11-20');
    INSERT INTO dbo.v_GS_DISK VALUES (16777220, 9007199254740993, 0.5), (16777221, NULL, NULL);`);
  return filled;
}

const serveSqlite = (filled = database()) => serve({ answer: sqliteAnswer(filled, types) });

describe('a database of SQLite behind the server', () => {
  it('answers a SELECT in the types of the catalogue', async () => {
    const pool = await connect(await serveSqlite());
    const { recordset } = await pool.request().query(`-- Grain: one row, "x AS y", a device
      SELECT x.ResourceID AS resourceId /* key */, x.Name0 AS name -- optional
        , x.client0 AS client, x.Object_GUID0 AS guid, x.AADDeviceID AS entra, Creation_Date0, 'a, from b' AS why
      FROM dbo.v_R_System AS x ORDER BY x.ResourceID`);
    const [why, entra] = ['a, from b', '6F9619FF-8B86-D011-B42D-00C04FC964FF'];
    expect(recordset).toEqual([
      {
        resourceId: 16777220,
        name: 'PC-É',
        client: true,
        guid: Buffer.from('0a0bff', 'hex'),
        entra,
        Creation_Date0: new Date('2026-11-20T03:14:00Z'),
        why,
      },
      {
        resourceId: 16777221,
        name: null,
        client: false,
        guid: Buffer.from('0a0b', 'hex'),
        entra: null,
        Creation_Date0: new Date('2026-11-20T00:00:00Z'),
        why,
      },
    ]);
  });

  it('binds parameters, joins, counts, and has columns without rows', async () => {
    const pool = await connect(await serveSqlite());
    const join = `SELECT s.Name0 AS name, d.Size0 AS size FROM dbo.v_R_System AS s
      LEFT JOIN dbo.v_GS_DISK AS d ON d.ResourceID = s.ResourceID WHERE s.ResourceID = @id AND @unused <> ''`;
    const asked = await pool
      .request()
      .input('id', sql.Int, 16777220)
      .input('unused', sql.NVarChar(10), 'x')
      .query(join);
    expect(asked.recordset).toEqual([{ name: 'PC-É', size: '9007199254740993' }]);
    const none = await pool
      .request()
      .input('id', sql.Int, 1)
      .input('unused', sql.NVarChar(10), 'x')
      .query(join);
    expect(none.recordset).toEqual([]);
    expect(Object.keys(none.recordset.columns)).toEqual(['name', 'size']);
    const counted = await pool
      .request()
      .query('SELECT COUNT(*) AS n FROM (SELECT x.Name0 FROM dbo.v_R_System AS x) AS y');
    expect(counted.recordset).toEqual([{ n: 2 }]);
  });

  it('answers the catalogue, whatever the columns are called', async () => {
    const pool = await connect(await serveSqlite());
    const { recordset } = await pool.request().query(`
      SELECT c.TABLE_NAME AS v, c.COLUMN_NAME AS [column], c.DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS AS c
      WHERE c.TABLE_SCHEMA = 'dbo' AND c.TABLE_NAME <> 'v_R_System' ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`);
    expect(recordset.map(Object.values)).toEqual([
      ['v_GS_DISK', 'ResourceID', 'int'],
      ['v_GS_DISK', 'Size0', 'bigint'],
      ['v_GS_DISK', 'Share0', 'real'],
      ['v_GS_TPM', 'ResourceID', 'int'],
      ['v_GS_TPM', 'IsReady0', 'bit'],
    ]);
  });

  it.each([
    [
      'a missing view',
      'SELECT x.ResourceID AS r FROM dbo.v_GS_TPM AS x',
      208,
      "Invalid object name 'dbo.v_GS_TPM'.",
    ],
    [
      'a missing column',
      'SELECT x.Speed0 AS s FROM dbo.v_GS_DISK AS x',
      207,
      "Invalid column name 'Speed0'.",
    ],
  ])('says %s as SQL Server does', async (_what, text, number, message) => {
    const server = await serveSqlite();
    await expect((await connect(server)).request().query(text)).rejects.toMatchObject({ number, message });
    expect(server.records.failures).toEqual([]);
  });

  it('that cannot run a text says so', async () => {
    const server = await serveSqlite();
    const pool = await connect(server);
    await expect(pool.request().query('SELECT TOP 5 x.Name0 FROM dbo.v_R_System AS x')).rejects.toMatchObject(
      { number: 50000 },
    );
    expect(server.records.failures[0]?.message).toContain('syntax error');
  });

  it('is read lazily by two connections at once, and a cancel lets go of it', async () => {
    const filled = database();
    filled.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
      INSERT INTO dbo.v_GS_DISK SELECT i, i, NULL FROM n`);
    const server = await serveSqlite(filled);
    const text = 'SELECT x.ResourceID AS r, x.Size0 AS s FROM dbo.v_GS_DISK AS x';
    const [one, two] = [await connect(server), await connect(server)];
    const both = await Promise.all([
      stream(one, text),
      stream(two, text, (count, request) => {
        if (count === 10) request.cancel();
      }),
    ]);
    expect(both).toMatchObject([
      { rows: 30002, error: null },
      { error: { code: 'ECANCEL' }, events: ['error', 'done'] },
    ]);
    filled.exec('DROP TABLE dbo.v_GS_DISK');
    await expect(two.request().query(text)).rejects.toMatchObject({ number: 208 });
  });
});

describe('the shipped queries', () => {
  const folder = new URL('../queries/sccm/', import.meta.url);
  const catalogue: ColumnTypes = JSON.parse(
    readFileSync(new URL('../bridges/sccm/sample/catalogue.json', import.meta.url), 'utf8'),
  );

  it.each(readdirSync(folder))('%s: each column has the type of its view', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const columns = selectedColumns(text, catalogue);
    expect(columns.map(({ name }) => name)).toEqual(
      text
        .split(/\bUNION\b/)[0]
        ?.split('\n')
        .flatMap((line) => /^\s+,?\s*\w+\.\w+\s+AS (\w+)/.exec(line)?.[1] ?? []),
    );
    expect(columns.filter(({ type }) => type === 'nvarchar(4000)')).toEqual([]);
  });
});
