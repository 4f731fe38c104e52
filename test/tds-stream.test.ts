import sql from 'mssql';
import { describe, expect, it } from 'vitest';
import type { Answer, Column } from './fakes/tds/reply.ts';
import { connect, serve, stream } from './tds-client.ts';

const id: Column = { name: 'id', type: 'int' };

function* machines(count: number) {
  for (let id = 1; id <= count; id++) yield [id, id % 3 === 0 ? null : `PC-${id}`];
}

/** Answers everything with so many machines. */
const answering =
  (count: number): Answer =>
  () => ({ sets: [{ columns: [id, { name: 'name', type: 'nvarchar(50)' }], rows: machines(count) }] });

describe('a stream', () => {
  it('of a million rows passes without waiting in memory', async () => {
    const server = await serve({ answer: answering(1_000_000) });
    const pool = await connect(server, { validateConnection: false, options: { packetSize: 16384 } });
    expect(await stream(pool, 'SELECT x')).toEqual({ rows: 1_000_000, error: null, events: ['done'] });
    expect(server.records.rowsSent).toBe(1_000_000);
    expect(server.records.mostBytesWaiting).toBeLessThan(200_000);
  }, 60_000);

  it('is drawn no faster than the client reads, and a cancel stops it and leaves the connection usable', async () => {
    let drawn = 0;
    async function* endless() {
      for (const name = 'x'.repeat(4000); ; ) yield [++drawn, name];
    }
    const columns = [id, { name: 'name', type: 'nvarchar(4000)' }];
    const server = await serve({
      answer: (call) =>
        call.sql.includes('endless') ? { sets: [{ columns, rows: endless() }] } : answering(3)(call),
    });
    const [slow, other] = [await connect(server, { validateConnection: false }), await connect(server)];
    const slowRequest = new Promise<sql.Request>((resolve) => {
      void stream(slow, 'SELECT endless', (count, request) => {
        if (count === 10) {
          request.pause();
          resolve(request);
        }
      });
    });
    const request = await slowRequest;
    for (let round = 0; round < 200; round++) await other.request().query('SELECT x');
    expect(drawn).toBeLessThan(5_000);
    expect(server.records.attentions).toBe(0);
    const logins = server.records.logins.length;
    request.cancel();
    expect((await slow.request().query('SELECT x')).recordset).toHaveLength(3);
    expect(server.records).toMatchObject({ attentions: 1, failures: [] });
    expect(server.records.mostBytesWaiting).toBeLessThan(200_000);
    expect(server.records.logins).toHaveLength(logins);
  });

  it('that the reader leaves goes on until it is cancelled', async () => {
    const server = await serve({ answer: answering(1_000_000) });
    const pool = await connect(server, { validateConnection: false });
    const request = new sql.Request(pool);
    request.stream = true;
    const rows = request.toReadableStream();
    const errors: unknown[] = [];
    request.on('error', (error) => errors.push(error.code));
    const query = request.query('SELECT x');
    for await (const row of rows) if (row.id === 500) break;
    expect(server.records.attentions).toBe(0);
    request.cancel();
    await query;
    expect(errors).toEqual(['ECANCEL']);
    expect(server.records.attentions).toBe(1);
    expect(server.records.rowsSent).toBeLessThan(1_000_000);
  });
});
