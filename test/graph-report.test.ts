import { describe, expect, it } from 'vitest';
import { AccessError, SourceError } from '../shared/errors.ts';
import { messages } from '../shared/graph/report-messages.ts';
import type { Fault } from './fakes/graph/faults.ts';
import { addressExpired, busy, forbidden, halved, webPage, withJson } from './fakes/graph/replies.ts';
import { inventedTenant } from './fakes/graph/tenant.ts';
import { zip } from './fakes/graph/zip.ts';
import { type Reading, RowKeeper, startReading } from './fakes/graph-client.ts';

const select = ['ApplicationName', 'DeviceId'];
const request = { name: 'AppInvRawData', select };
const archive = /exports\/.*\.zip/;
const look = /exportJobs\('/;
const tenant = inventedTenant({ devices: 25, software: 5_000 });

async function readReport({ source, signal }: Reading, asked = request) {
  const keeper = new RowKeeper();
  await source.report(asked, keeper, signal);
  return keeper;
}
const start = (...faults: readonly Fault[]) => startReading({ tenant, faults });
const count = (reading: Reading, pattern: RegExp) =>
  reading.server.records.arrivals.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
const archiveOf = (text: string | Buffer, name = 'AppInvRawData_x.csv') => ({
  status: 200,
  headers: { 'content-type': 'application/zip' },
  body: zip({ name, content: Buffer.from(text) }),
});
const failureOf = (reading: Reading, asked = request) => readReport(reading, asked).catch((error) => error);

describe('a report', () => {
  it('is asked for, watched and read to its last row', async () => {
    const reading = await start();
    const { names, rows, restarts } = await readReport(reading);
    expect({ names, restarts, count: rows.length }).toEqual({ names: select, restarts: 0, count: 5_000 });
    expect(rows[7]).toEqual(['Éditeur "Exemple", n° 7', 'd0000000-0000-4000-8000-000000000007']);
    const [posted] = reading.server.records.arrivals.filter(({ path }) => path.endsWith('exportJobs'));
    expect(JSON.parse(posted?.body ?? '')).toEqual({
      reportName: 'AppInvRawData',
      select,
      format: 'csv',
      localizationType: 'replaceLocalizableValues',
    });
    expect(reading.clock.pauses).toEqual([2_000]);
  });

  it('is fetched without the token, and its address is told to nobody', async () => {
    const reading = await start({ kind: 'answer', matching: archive, reply: busy(503) });
    const failure = await failureOf(reading);
    const fetched = reading.server.records.arrivals.filter(({ part }) => part === 'storage');
    expect(fetched.map(({ token }) => token)).toEqual(Array(10).fill('none'));
    for (const { headers } of fetched) expect(headers.authorization).toBeUndefined();
    expect(`${failure} ${failure.cause} ${JSON.stringify(reading.source.notices())}`).not.toContain('sig=');
  });

  it('is found by the headers under which it comes back, empty cells are null', async () => {
    const { names, rows } = await readReport(await start(), {
      name: 'DevicesWithInventory',
      select: ['UPN', 'DeviceName', 'DeviceId'],
    });
    expect(names).toEqual(['UPN', 'DeviceName', 'DeviceId']);
    expect(rows[3]).toEqual([null, 'PC-000003', 'd0000000-0000-4000-8000-000000000003']);
  });

  it('may have no rows', async () => {
    const empty = archiveOf('\uFEFF"DeviceId","ApplicationName"\r\n');
    expect((await readReport(await start({ kind: 'answer', matching: archive, reply: empty }))).rows).toEqual(
      [],
    );
  });

  it('sends its filter', async () => {
    const reading = await start();
    await readReport(reading, { ...request, filter: "(Platform eq 'Windows')" } as typeof request);
    const [posted] = reading.server.records.arrivals.filter(({ path }) => path.endsWith('exportJobs'));
    expect(JSON.parse(posted?.body ?? '').filter).toBe("(Platform eq 'Windows')");
  });
});

describe('a job', () => {
  const inProgress = withJson((job) => ({ ...job, status: 'inProgress', url: null }));
  const failed = withJson((job) => ({ ...job, status: 'failed', url: null }));

  it('is watched until it is done, more and more rarely', async () => {
    const reading = await start({ kind: 'change', matching: look, times: 6, change: inProgress });
    await readReport(reading);
    expect(reading.clock.pauses).toEqual([2, 4, 8, 16, 30, 30, 30].map((each) => each * 1_000));
  });

  it('that fails is replaced by another', async () => {
    const reading = await start({ kind: 'change', matching: look, times: 2, change: failed });
    expect((await readReport(reading)).rows).toHaveLength(5_000);
    expect(count(reading, /POST .*exportJobs$/)).toBe(3);
    expect(reading.source.notices().map(({ text }) => text.en)).toEqual(
      Array(2).fill(messages.newJob(messages.jobFailed('AppInvRawData')).en),
    );
  });

  it('that fails three times ends the run', async () => {
    const reading = await start({ kind: 'change', matching: look, change: failed });
    expect(await failureOf(reading)).toMatchObject({
      exitCode: 4,
      message: messages.givenUp(3, messages.jobFailed('AppInvRawData')).en,
      hint: messages.jobHint,
    });
  });

  it('that is never done is replaced, then ends the run', async () => {
    const reading = await start({ kind: 'change', matching: look, change: inProgress });
    expect(await failureOf(reading)).toMatchObject({
      message: messages.givenUp(3, messages.jobStuck('AppInvRawData', 30)).en,
    });
    expect(count(reading, /POST .*exportJobs$/)).toBe(3);
    const minutes = reading.clock.pauses.reduce((sum, each) => sum + each, 0) / 60_000;
    expect(minutes).toBeGreaterThan(90);
    expect(minutes).toBeLessThan(95);
  });

  it.each([
    ['without an address', { url: null }],
    ['with an address that is not secret', { url: 'http://storage.example.org/x.zip?sig=1' }],
  ])('%s is replaced', async (_, change) => {
    const reading = await start({
      kind: 'change',
      matching: look,
      times: 1,
      change: withJson((job) => ({ ...job, ...change })),
    });
    expect((await readReport(reading)).rows).toHaveLength(5_000);
    expect(count(reading, /POST .*exportJobs$/)).toBe(2);
  });

  it('that is refused ends the run', async () => {
    const reading = await start({
      kind: 'answer',
      matching: /POST .*exportJobs/,
      reply: forbidden('DeviceManagementConfiguration.Read.All', 'DeviceManagementServiceConfig.Read.All'),
    });
    const failure = await failureOf(reading);
    expect(failure).toBeInstanceOf(AccessError);
    expect(failure.hint.en).toContain(
      'DeviceManagementConfiguration.Read.All / DeviceManagementServiceConfig.Read.All',
    );
  });

  it('is asked about no more than 40 times a minute', async () => {
    const reading = await startReading(
      { tenant, faults: [{ kind: 'change', matching: look, times: 100, change: inProgress }] },
      { changes: { pauseSeconds: 0 } },
    );
    await readReport(reading);
    const minutes = reading.clock.pauses.reduce((sum, each) => sum + each, 0) / 60_000;
    expect(count(reading, /exportJobs/)).toBe(102);
    expect(minutes).toBe(2);
  });
});

describe('a download', () => {
  const once = { matching: archive, times: 1 } as const;
  const spoiled: [string, Fault][] = [
    ['breaks', { kind: 'cut', ...once }],
    ['is cut short', { kind: 'change', ...once, change: halved }],
    ['is changed on its way', { kind: 'change', ...once, change: flipped }],
    ['is refused for a moment', { kind: 'answer', ...once, reply: busy(503) }],
    ['is no table', { kind: 'answer', ...once, reply: archiveOf('"DeviceId","ApplicationName"\r\n"x"\r\n') }],
  ];
  it.each(spoiled)('that %s is read again from its start', async (_, fault) => {
    const reading = await start(fault);
    const keeper = await readReport(reading);
    expect(keeper.rows).toHaveLength(5_000);
    expect(count(reading, /POST .*exportJobs$/)).toBe(1);
    expect(count(reading, archive)).toBe(2);
    expect(reading.source.notices().map(({ code }) => code)).toEqual(['read-again', 'sent-again']);
  });

  it('that breaks after some rows restarts the sink', async () => {
    const reading = await start({ kind: 'change', ...once, change: halved });
    expect((await readReport(reading)).restarts).toBe(1);
  });

  it.each([
    ['has expired', addressExpired, 'refuses the download (403 AuthenticationFailed)'],
    ['leads nowhere', { ...addressExpired, status: 404 }, 'refuses the download (404'],
    ['leads to a portal', webPage(200), 'is not an archive of one CSV file'],
    [
      'leads to a file of another kind',
      archiveOf('{}', 'x.json'),
      'is not an archive of one CSV file: x.json',
    ],
  ])('whose address %s is prepared again, three times at most', async (_, reply, says) => {
    const mended = await start({ kind: 'answer', matching: archive, times: 2, reply });
    expect((await readReport(mended)).rows).toHaveLength(5_000);
    expect(count(mended, /POST .*exportJobs$/)).toBe(3);
    const lost = await start({ kind: 'answer', matching: archive, reply });
    const failure = await failureOf(lost);
    expect(failure).toBeInstanceOf(SourceError);
    expect(failure.message).toContain('Given up after 3 requests for the report.');
    expect(failure.message).toContain(says);
  });

  it.each([
    ['lacks a column', '"ApplicationName"\r\n', messages.columnsMissing('AppInvRawData', 'DeviceId')],
    [
      'has a column twice',
      '"DeviceId","ApplicationName","device id"\r\n',
      messages.columnsMissing('AppInvRawData', 'DeviceId'),
    ],
  ])('that %s ends the run', async (_, text, says) => {
    const reading = await start({ kind: 'answer', matching: archive, reply: archiveOf(text) });
    expect(await failureOf(reading)).toMatchObject({
      exitCode: 4,
      message: says.en,
      hint: messages.columnsHint,
    });
    expect(count(reading, archive)).toBe(1);
  });

  it('that unpacks to more than is allowed ends the run', async () => {
    const reading = await startReading({ tenant }, { changes: { reportGigabytes: 0.0001 } });
    expect(await failureOf(reading)).toMatchObject({ exitCode: 4, hint: messages.tooBigHint });
    expect(count(reading, archive)).toBe(1);
  });

  it('that is not even a table is given up in the end', async () => {
    const reading = await startReading(
      { tenant, faults: [{ kind: 'answer', matching: archive, reply: archiveOf('') }] },
      { changes: { attempts: 2 } },
    );
    expect((await failureOf(reading)).message).toBe(
      'Given up after 2 attempts. Report AppInvRawData: what was downloaded is incomplete or damaged: no header',
    );
  });

  it('ends with the error of who takes the rows', async () => {
    const { source, signal } = await start();
    const mine = new Error('disk full');
    const sink = new RowKeeper();
    sink.row = () => {
      throw mine;
    };
    await expect(source.report(request, sink, signal)).rejects.toBe(mine);
  });
});

/** A reply with one bit of its middle changed. */
function flipped<R extends { readonly body: Buffer }>(reply: R): R {
  const body = Buffer.from(reply.body);
  const middle = Math.floor(body.length / 2);
  body.writeUInt8(body.readUInt8(middle) ^ 1, middle);
  return { ...reply, body };
}
