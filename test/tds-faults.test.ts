import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type sql from 'mssql';
import { describe, expect, it } from 'vitest';
import type { Fault } from './fakes/tds/faults.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';
import { client, connect, encrypted, serve, stream } from './tds-client.ts';

function* numbers(count: number) {
  for (let id = 1; id <= count; id++) yield [id];
}

const total = 20_000;
const columns = [{ name: 'id', type: 'int' }];
const answer = () => ({ sets: [{ columns, rows: numbers(total) }] });
const whole = { rows: total, error: null, events: ['done'] };
const broken = (...faults: readonly Fault[]) => serve({ answer, faults });

describe('a login that', () => {
  it('is refused has its number in an event of the connection only', async () => {
    const server = await broken({ kind: 'login-error', error: sqlErrors.loginFailed('svc_bridge', 8) });
    const told: unknown[] = [];
    const beforeConnect: sql.config['beforeConnect'] = (connection) =>
      connection.on('errorMessage', ({ number, state }) => told.push([number, state]));
    const refusal = await client(server, { beforeConnect })
      .connect()
      .catch((error) => error);
    expect(refusal).toMatchObject({ code: 'ELOGIN', message: "Login failed for user 'svc_bridge'." });
    expect(refusal.number ?? refusal.originalError?.number).toBeUndefined();
    expect(told).toEqual([[18456, 8]]);
  });

  it('lacks its database is tried four times by the driver itself', async () => {
    const server = await broken({ kind: 'login-error', error: sqlErrors.databaseRefused('CM_XYZ') });
    const refused = client(server, { options: { connectionRetryInterval: 1 } }).connect();
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('CM_XYZ') });
    expect(server.records.logins).toHaveLength(4);
  });

  it('fails once succeeds the next time', async () => {
    const server = await broken({ kind: 'login-error', error: sqlErrors.loginFailed('x'), times: 1 });
    await expect(client(server).connect()).rejects.toMatchObject({ code: 'ELOGIN' });
    expect(await stream(await connect(server), 'SELECT x')).toEqual(whole);
  });

  it.each([
    ['prelogin', 0],
    ['login', 1],
  ] as const)('gets no answer at %s times out', async (at, logins) => {
    const server = await broken({ kind: 'hang', at });
    await expect(client(server, { connectionTimeout: 500 }).connect()).rejects.toMatchObject({
      code: 'ETIMEOUT',
    });
    expect(server.records.logins).toHaveLength(logins);
  });

  it('is to be encrypted goes out in clear when the server says it cannot encrypt', async () => {
    const server = await serve({
      answer,
      encryption: 'on',
      faults: [{ kind: 'refuse-encryption', times: 1 }],
    });
    expect(await stream(await connect(server, { options: encrypted }), 'SELECT x')).toEqual(whole);
    expect(server.records.logins.map((login) => login.encrypted)).toEqual([false, true]);
  });
});

describe('an error of the server', () => {
  const { denied, invalidObject, invalidColumn, deadlock, lockTimeout } = sqlErrors;
  const errors = [
    denied('v_R_System', 'CM_XYZ'),
    invalidObject('dbo.v_x'),
    invalidColumn('X0'),
    lockTimeout,
    deadlock,
  ];

  it.each(errors)('$number before the first row', async (error) => {
    const server = await broken({ kind: 'error', error });
    const seen = await stream(await connect(server), 'SELECT x');
    expect(seen).toMatchObject({
      rows: 0,
      error: { code: 'EREQUEST', number: error.number, message: error.message },
    });
    expect(seen.events).toEqual(['error', 'done']);
  });

  it.each([0, 1, 700, total])('after %i rows: they arrive, then the error, then done', async (afterRows) => {
    const server = await broken({ kind: 'error', error: deadlock, afterRows });
    const pool = await connect(server);
    const seen = await stream(pool, 'SELECT x');
    expect(seen).toMatchObject({ rows: afterRows, error: { number: 1205 }, events: ['error', 'done'] });
  });

  it('happens to the calls that match, as many times as it is told to', async () => {
    const error = { kind: 'error', error: deadlock, afterRows: 700 } as const;
    const server = await broken(
      { ...error, matching: /bios/i, times: 2 },
      { ...error, matching: /disk/, times: 1 },
    );
    const pool = await connect(server);
    const rows: number[] = [];
    for (const view of ['x', 'v_BIOS', 'v_disk', 'v_BIOS', 'v_BIOS', 'v_disk'])
      rows.push((await stream(pool, `SELECT ${view}`)).rows);
    expect(rows).toEqual([total, 700, 700, 700, total, total]);
    server.plan();
    expect(await stream(pool, 'SELECT v_BIOS')).toEqual(whole);
  });

  it('that waits for a row that never comes is a failure of the test', async () => {
    const server = await broken({ kind: 'fin', afterRows: total + 1 });
    expect((await stream(await connect(server), 'SELECT x')).error).toMatchObject({ number: 50000 });
    expect(server.records.failures[0]?.message).toContain(String(total + 1));
  });
});

describe('a connection that', () => {
  const ways = (['fin', 'reset'] as const).flatMap((kind) =>
    ([false, true, 'strict'] as const).map((encrypt) => [kind, encrypt] as const),
  );
  it.each(ways)('ends by %s (encrypt: %s) is an error, and the pool opens another', async (kind, encrypt) => {
    const server = await serve({
      answer,
      encryption: encrypt === 'strict' ? 'strict' : 'off',
      faults: [{ kind, afterRows: 700, times: 1 }],
    });
    const pool = await connect(server, { options: { ...encrypted, encrypt } });
    const seen = await stream(pool, 'SELECT x');
    expect(seen).toMatchObject({ error: { code: 'ECONNRESET' }, events: ['error', 'done'] });
    if (kind === 'fin') expect(seen.rows).toBe(700);
    const logins = server.records.logins.length;
    expect(await stream(pool, 'SELECT x')).toEqual(whole);
    expect(server.records.logins).toHaveLength(logins + 1);
  });

  it.each([
    ['stall', 'leaves it usable', { code: 'ECANCEL', logins: 0 }],
    ['garbage-packet', 'gives it up', { code: 'EREQUEST', logins: 1 }],
  ] as const)('%s after rows is never timed out by the driver; a cancel %s', async (kind, _end, expected) => {
    const server = await broken(
      { kind, afterRows: total, matching: /silent/ },
      { kind: 'delay', milliseconds: 60_000, matching: /slow/ },
    );
    const config = { requestTimeout: 1000 };
    const [silent, slow] = [await connect(server, config), await connect(server, config)];
    let streaming: Promise<unknown> = Promise.resolve();
    const request = await new Promise<sql.Request>((resolve) => {
      streaming = stream(silent, 'SELECT silent', (count, running) => {
        if (count === total) resolve(running);
      });
    });
    // This timer started later than the other request's: when it has fired, the other one never will.
    expect((await stream(slow, 'SELECT slow')).error).toMatchObject({ code: 'ETIMEOUT' });
    const { logins, attentions } = { ...server.records, logins: server.records.logins.length };
    expect(await Promise.race([streaming, 'still waiting'])).toBe('still waiting');
    request.cancel();
    expect(await streaming).toMatchObject({
      rows: total,
      error: { code: expected.code },
      events: ['error', 'done'],
    });
    if (kind === 'stall') expect(server.records.attentions).toBe(attentions + 1);
    server.plan();
    for (const pool of [silent, slow]) expect(await stream(pool, 'SELECT x')).toEqual(whole);
    expect(server.records.logins).toHaveLength(logins + expected.logins);
  });

  it('carries bytes that are no token ends the process of the driver', async () => {
    const server = await broken({ kind: 'garbage-token', afterRows: 700 });
    const script = `
      const sql = require('mssql');
      const pool = new sql.ConnectionPool({ server: '${server.host}', port: ${server.port}, user: 'x', password: 'x',
        options: { encrypt: false } });
      pool.on('error', () => {});
      pool.connect().then(() => pool.request().query('SELECT x')).catch(() => process.exit(7));`;
    const process = spawn('node', ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    process.stderr.on('data', (text) => {
      said += text;
    });
    const [code] = await once(process, 'close');
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('Unknown type: 0') });
  });
});
