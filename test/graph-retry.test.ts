import { describe, expect, it } from 'vitest';
import { AccessError, SourceError } from '../shared/errors.ts';
import { clientSecret } from './fakes/graph/application.ts';
import type { Fault } from './fakes/graph/faults.ts';
import { busy, damaged, halved, webPage, withJson } from './fakes/graph/replies.ts';
import { devicesPath, listed, type Reading, startReading } from './fakes/graph-client.ts';

const secondPage = /managedDevices\?.*skiptoken=10$/;
const graphCalls = (reading: Reading) => reading.sent().filter((line) => line.startsWith('graph')).length;

describe('a fault that passes on page two', () => {
  const once = { matching: secondPage, times: 1 } as const;
  const answers = (status: number): [string, Fault] => [
    `${status}`,
    { kind: 'answer', ...once, reply: busy(status) },
  ];
  const faults: [string, Fault][] = [
    ...[408, 429, 500, 502, 503, 504, 509].map(answers),
    ['502 of a gateway, as a web page', { kind: 'answer', ...once, reply: webPage(502) }],
    ['the connection breaks in the middle', { kind: 'cut', ...once }],
    ['half of the JSON', { kind: 'change', ...once, change: halved }],
    ['compressed bytes that are damaged', { kind: 'change', ...once, change: damaged }],
    ['JSON that is no object', { kind: 'change', ...once, change: withJson(() => [] as never) }],
  ];
  it.each(faults)('is tried again after 2 seconds at most: %s', async (_, fault) => {
    const reading = await startReading({ faults: [fault] });
    expect((await listed(reading)).items).toHaveLength(25);
    expect(graphCalls(reading)).toBe(4);
    expect(reading.clock.pauses).toEqual([2_000]);
    expect(reading.source.retries).toBe(1);
    expect(reading.source.notices()).toMatchObject([
      { code: 'sent-again', text: { en: expect.stringContaining('(1)') } },
    ]);
  });
});

describe('silence on page two', () => {
  it('before the answer and in its middle, is tried again', async () => {
    const kinds = ['silence', 'stall'] as const;
    // Long enough for a machine that has other things to do; both wait at the same time.
    const readings = await Promise.all(
      kinds.map((kind) =>
        startReading({ faults: [{ kind, matching: secondPage, times: 1 }] }, { changes: { idleSeconds: 6 } }),
      ),
    );
    const lists = await Promise.all(readings.map((reading) => listed(reading)));
    expect(lists.map(({ items }) => items.length)).toEqual([25, 25]);
    expect(readings.map(({ clock }) => clock.pauses)).toEqual([[2_000], [2_000]]);
  });
});

describe('a fault that does not pass', () => {
  it('is given up after so many attempts, each pause twice as long, two minutes at most', async () => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: secondPage, reply: busy(503) }],
    });
    const failure = await listed(reading).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /^Given up after 10 attempts\. \/v1\.0\/.*Graph is busy \(503\)\. serviceNot/,
      ),
      hint: { en: expect.stringContaining('cannot keep up') },
    });
    expect(reading.clock.pauses).toEqual([2, 4, 8, 16, 32, 64, 120, 120, 120].map((each) => each * 1_000));
    expect(graphCalls(reading)).toBe(11);
  });

  it('is given up as often as the settings say', async () => {
    const reading = await startReading(
      { faults: [{ kind: 'cut', matching: secondPage }] },
      { changes: { attempts: 3, pauseSeconds: 0.5 } },
    );
    await expect(listed(reading)).rejects.toThrow('Given up after 3 attempts. localhost');
    expect(reading.clock.pauses).toEqual([500, 1_000]);
  });

  it('is given up when the service asks for a longer pause than there is time', async () => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: secondPage, reply: busy(429, '901') }],
    });
    await expect(listed(reading)).rejects.toThrow(
      'Given up after 1 attempt. /v1.0/deviceManagement/managedDevices: Graph is busy (429) and asks to wait 901 s.',
    );
    expect(reading.clock.pauses).toEqual([]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', '17', 17_000],
    ['many seconds, within the time there is', '700', 700_000],
    ['a date', 'Sun, 22 Nov 2026 03:12:30 GMT', 750_000],
    ['a date that is past', 'Sun, 22 Nov 2026 02:59:00 GMT', 0],
    ['none', undefined, 2_000],
    ['something else', 'soon', 2_000],
  ])('of %s is waited for', async (_, retryAfter, pause) => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: secondPage, times: 1, reply: busy(429, retryAfter) }],
    });
    expect((await listed(reading)).items).toHaveLength(25);
    expect(reading.clock.pauses).toEqual([pause]);
  });
});

describe('429', () => {
  it('makes every request of the client wait, not only the one that was refused', async () => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: /organization/, times: 1, reply: busy(429, '60') }],
    });
    const { clock, source, signal, server } = reading;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sleep = clock.sleep.bind(clock);
    const waits: number[] = [];
    clock.sleep = async (milliseconds, stopped) => {
      waits.push(milliseconds);
      await released; // holds whoever waits until the second request had its chance
      await sleep(waits.length > 2 ? 0 : milliseconds / 2, stopped);
    };
    const first = source.list('/v1.0/organization', { items: () => {}, restart: () => {} }, signal);
    while (waits.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const second = source.read('/v1.0/deviceManagement/managedDeviceOverview', signal);
    while (waits.length === 1) await new Promise((resolve) => setImmediate(resolve));
    expect(server.records.arrivals.some(({ path }) => path.includes('Overview'))).toBe(false);
    release();
    await Promise.all([first, second]);
    expect(waits).toEqual([60_000, 60_000]);
  });
});

describe('stopping', () => {
  it('ends a pause at once', async () => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: secondPage, reply: busy(429, '600') }],
    });
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    reading.clock.sleep = async (_, signal) => {
      stop.abort(reason);
      signal.throwIfAborted();
    };
    await expect(listed({ ...reading, signal: stop.signal })).rejects.toBe(reason);
  });

  it.each(['silence', 'stall'] as const)('ends a request at once: %s', async (kind) => {
    const reading = await startReading({ faults: [{ kind, matching: secondPage }] });
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    const ended = expect(listed({ ...reading, signal: stop.signal })).rejects.toBe(reason);
    while (graphCalls(reading) < 2) await new Promise((resolve) => setImmediate(resolve));
    stop.abort(reason);
    await ended;
  });
});

describe('a token that Graph refuses', () => {
  it('is renewed once, in mid-run, and the reading goes on', async () => {
    const reading = await startReading();
    reading.server.plan({
      kind: 'change',
      matching: /managedDevices\?\$top=10$/,
      change: (reply) => {
        reading.server.login.revoke();
        return reply;
      },
    });
    expect((await listed(reading)).items).toHaveLength(25);
    expect(reading.sent().filter((line) => /^(graph|login POST)/.test(line))).toEqual([
      expect.stringContaining('login POST'),
      `graph GET ${devicesPath} good`,
      `graph GET ${devicesPath} refused`,
      expect.stringContaining('login POST'),
      `graph GET ${devicesPath} good`,
      `graph GET ${devicesPath} good`,
    ]);
    expect(new Set(reading.server.records.tokens).size).toBe(2);
  });

  it('is an error when the new one is refused too', async () => {
    const reading = await startReading();
    const refused = busy(401);
    reading.server.plan({ kind: 'answer', matching: secondPage, reply: refused });
    const failure = await listed(reading).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AccessError);
    expect(String(failure)).toContain('Graph refuses the token, a new one too.');
    expect(graphCalls(reading)).toBe(3);
    expect(reading.clock.pauses).toEqual([]);
  });

  it('is asked for with the claims that Graph asks for', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795000000"}}}';
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    const refused = { ...busy(401), headers: { 'www-authenticate': challenge } };
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: secondPage, times: 1, reply: refused }],
    });
    expect((await listed(reading)).items).toHaveLength(25);
    const asked = reading.server.records.arrivals.filter(
      ({ part, method }) => part === 'login' && method === 'POST',
    );
    expect(asked.map(({ body }) => new URLSearchParams(body).get('claims'))).toEqual([
      null,
      expect.stringContaining('1795000000'),
    ]);
  });

  it('is renewed once for all who hold it', async () => {
    const reading = await startReading();
    const { source, signal, server } = reading;
    await source.permissions(signal);
    server.login.revoke();
    await Promise.all(
      [1, 2, 3].map(() => source.read('/v1.0/deviceManagement/managedDeviceOverview', signal)),
    );
    expect(server.records.tokens).toHaveLength(2);
  });

  it('never stands in what is shown', async () => {
    const reading = await startReading();
    await listed(reading);
    const [token] = reading.server.records.tokens;
    expect(reading.secrets.redact(`${token} ${clientSecret}`)).toBe('*** ***');
  });
});
