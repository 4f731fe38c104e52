import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import sql from 'mssql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type CertificateName, testAuthority } from './fakes/tds/certificates.ts';
import type { Answer, Column } from './fakes/tds/reply.ts';
import { client, connect, encrypted, password, serve, stream } from './tds-client.ts';

const columns: Column[] = [
  { name: 'id', type: 'int' },
  { name: 'name', type: 'nvarchar(50)' },
];

function* machines(count: number) {
  for (let id = 1; id <= count; id++) yield [id, id % 3 === 0 ? null : `PC-${id}`];
}

/** Answers everything with so many machines. */
const answering =
  (count: number): Answer =>
  () => ({ sets: [{ columns, rows: machines(count) }] });

describe('a login', () => {
  it('shows the test everything that the client said', async () => {
    const server = await serve({ answer: answering(1) });
    await connect(server, {
      options: { readOnlyIntent: true, workstationId: 'WS-BRIDGE', packetSize: 16384 },
    });
    expect(server.records.logins[0]).toEqual({
      user: 'svc_bridge',
      password,
      domain: '',
      database: 'CM_XYZ',
      appName: 'octopus-bridge',
      host: 'WS-BRIDGE',
      server: '127.0.0.1',
      library: 'Tedious',
      readOnlyIntent: true,
      integrated: false,
      encrypted: false,
      packetSize: 16384,
      tdsVersion: 0x74000004,
    });
  });

  it('by NTLM shows domain and user, and no password', async () => {
    const server = await serve({ answer: answering(2) });
    const pool = await connect(server, { domain: 'CORP' });
    expect((await pool.request().query('SELECT x')).recordset).toHaveLength(2);
    expect(server.records.logins[0]).toMatchObject({
      integrated: true,
      domain: 'CORP',
      user: 'svc_bridge',
      password: '',
    });
  });
});

describe('encryption', () => {
  it.each([
    ['off', false, false],
    ['off', true, true],
    ['on', false, false],
    ['on', true, true],
    ['required', true, true],
    ['strict', 'strict', true],
  ] as const)('server %s, client %s: the login is encrypted: %s', async (encryption, encrypt, expected) => {
    const server = await serve({ answer: answering(3000), encryption });
    const pool = await connect(server, { options: { ...encrypted, encrypt } });
    expect((await stream(pool, 'SELECT x')).rows).toBe(3000);
    expect(server.records.logins.map((login) => login.encrypted)).toEqual([expected, expected]);
    expect(server.records.failures).toEqual([]);
  });

  it('that only one side insists on ends before the login', async () => {
    const required = await serve({ answer: answering(1), encryption: 'required' });
    await expect(client(required).connect()).rejects.toMatchObject({ code: 'EENCRYPT' });
    const strict = await serve({ answer: answering(1), encryption: 'strict' });
    await expect(client(strict, { options: encrypted }).connect()).rejects.toMatchObject({ code: 'ESOCKET' });
    const plain = await serve({ answer: answering(1) });
    const tooStrict = client(plain, { options: { ...encrypted, encrypt: 'strict' } });
    await expect(tooStrict.connect()).rejects.toMatchObject({ code: 'ESOCKET' });
    for (const { records } of [required, strict, plain]) expect(records.logins).toEqual([]);
  });

  it('that the server refuses does not stop the driver: it sends the password in clear', async () => {
    const server = await serve({ answer: answering(1), encryption: 'not-supported' });
    await connect(server, { options: encrypted });
    expect(server.records.logins[0]).toMatchObject({ encrypted: false, password });
  });

  const refusals: readonly [string, CertificateName, object, RegExp][] = [
    ['a wrong name', 'trusted', { serverName: 'other.test' }, /altnames/],
    ['an unknown authority', 'unknown', {}, /unable to verify the first certificate|issuer/],
    ['an expired certificate', 'expired', {}, /expired/],
    ['no authority of its own', 'trusted', { cryptoCredentialsDetails: {} }, /unable to verify|issuer/],
  ];
  it.each(
    refusals.flatMap(([what, ...rest]) =>
      ([true, 'strict'] as const).map((e) => [what, e, ...rest] as const),
    ),
  )('the client refuses %s with encrypt: %s', async (_what, encrypt, certificate, options, message) => {
    const server = await serve({
      answer: answering(1),
      certificate,
      encryption: encrypt === true ? 'on' : encrypt,
    });
    const refused = client(server, { options: { ...encrypted, encrypt, ...options } }).connect();
    await expect(refused).rejects.toMatchObject({ code: 'ESOCKET', message: expect.stringMatching(message) });
    expect(server.records.logins).toEqual([]);
  });

  it('strict puts out a client that does not name the protocol', async () => {
    const server = await serve({ answer: answering(1), encryption: 'strict' });
    const { host, port } = server;
    const socket = connectTls({ host, port, servername: 'sccm.test', ca: testAuthority });
    onTestFinished(() => void socket.destroy());
    await once(socket, 'secureConnect');
    await once(socket.resume(), 'close');
  });

  it('trustServerCertificate takes any certificate', async () => {
    const server = await serve({ answer: answering(1), certificate: 'unknown', encryption: 'required' });
    await connect(server, {
      options: { encrypt: true, trustServerCertificate: true, serverName: 'other.test' },
    });
    expect(server.records.logins[0]?.encrypted).toBe(true);
  });
});

describe('a call', () => {
  it('shows its SQL and its parameters by name', async () => {
    const server = await serve({ answer: answering(1) });
    const pool = await connect(server);
    await pool
      .request()
      .input('collectionId', sql.NVarChar(8), 'SMS00001')
      .input('long', sql.NVarChar(sql.MAX), 'é'.repeat(5000))
      .input('code', sql.VarChar(20), 'Ét€')
      .input('days', sql.Int, -30)
      .input('small', sql.TinyInt, 200)
      .input('big', sql.BigInt, 9007199254740991)
      .input('share', sql.Float, 0.25)
      .input('price', sql.Decimal(12, 3), -12.5)
      .input('active', sql.Bit, true)
      .input('since', sql.DateTime2(7), new Date('2026-11-20T03:14:00.125Z'))
      .input('old', sql.DateTime, new Date('2026-11-20T03:14:00.500Z'))
      .input('day', sql.Date, new Date('2026-11-20T00:00:00Z'))
      .input('guid', sql.UniqueIdentifier, '6F9619FF-8B86-D011-B42D-00C04FC964FF')
      .input('sid', sql.VarBinary(16), Buffer.from('0102ff', 'hex'))
      .input('none', sql.NVarChar(10), null)
      .query('SELECT x WHERE id = @collectionId');
    expect(server.records.calls.at(-1)).toMatchObject({
      kind: 'parameterised',
      sql: 'SELECT x WHERE id = @collectionId',
      parameters: {
        collectionId: 'SMS00001',
        long: 'é'.repeat(5000),
        code: 'Ét€',
        days: -30,
        small: 200,
        big: 9007199254740991n,
        share: 0.25,
        price: '-12.500',
        active: true,
        since: '2026-11-20T03:14:00.125',
        old: '2026-11-20T03:14:00.5',
        day: '2026-11-20',
        guid: '6F9619FF-8B86-D011-B42D-00C04FC964FF',
        sid: new Uint8Array([1, 2, 255]),
        none: null,
      },
    });
  });

  it('is a batch or a procedure when the client sends it as one', async () => {
    const server = await serve({ answer: answering(1) });
    const pool = await connect(server);
    await pool.request().batch('SET LOCK_TIMEOUT 30000');
    await pool.request().input('name', sql.NVarChar(10), 'x').execute('dbo.sp_site');
    const calls = server.records.calls.filter(({ sql: text }) => text !== 'SELECT 1;');
    expect(calls.slice(-2)).toMatchObject([
      { kind: 'batch', sql: 'SET LOCK_TIMEOUT 30000', parameters: {} },
      { kind: 'procedure', sql: 'dbo.sp_site', parameters: { name: 'x' } },
    ]);
  });

  it('may be answered informations, several results and an error after them', async () => {
    const message = { number: 50001, severity: 16, state: 3, message: 'The end.' };
    const server = await serve({
      answer: () => ({
        messages: [{ ...message, severity: 0, message: 'Hello.' }],
        sets: [2, 0, 5].map((count) => ({ columns, rows: machines(count) })),
        error: message,
      }),
    });
    const pool = await connect(server, { validateConnection: false });
    const request = pool.request();
    request.stream = true;
    const told: unknown[] = [];
    request.on('info', (info) => told.push(info.message));
    request.on('recordset', (set: sql.IRecordSet<unknown>) => told.push(Object.keys(set)));
    request.on('row', (row) => told.push(row.id));
    request.on('error', (error) => told.push(error.number, error.state));
    const done = new Promise((resolve) => request.on('done', resolve));
    void request.query('SELECT x');
    await done;
    const header = ['id', 'name'];
    expect(told).toEqual(['Hello.', header, 1, 2, header, header, 1, 2, 3, 4, 5, 50001, 3]);
  });

  it('that cannot be answered is an error for the client and a failure of the server', async () => {
    const server = await serve({
      answer: () => ({
        sets: [
          {
            columns,
            rows: [
              [1, 'a'],
              ['x', 'b'],
            ],
          },
        ],
      }),
    });
    const pool = await connect(server, { validateConnection: false });
    const { rows, error } = await stream(pool, 'SELECT x');
    expect({ rows, number: error?.number }).toEqual({ rows: 1, number: 50000 });
    expect(error?.message).toContain('column id: not a number: x');
    expect(server.records.failures.at(-1)?.message).toBe('column id: not a number: x');
  });
});
