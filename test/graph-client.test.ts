import { describe, expect, it } from 'vitest';
import { AccessError, SourceError } from '../shared/errors.ts';
import { openTenant } from '../shared/graph/open.ts';
import {
  forbidden,
  gone,
  notLicensed,
  pageExpired,
  redirect,
  webPage,
  withJson,
  withParts,
} from './fakes/graph/replies.ts';
import { inventedTenant } from './fakes/graph/tenant.ts';
import { devicesPath, listed, RowKeeper, startReading } from './fakes/graph-client.ts';

const overview = '/v1.0/deviceManagement/managedDeviceOverview';
const detailPath = (number: number) =>
  `/beta/deviceManagement/managedDevices/d0000000-0000-4000-8000-${String(number).padStart(12, '0')}?$select=id`;
const secondPage = /managedDevices\?.*skiptoken=10$/;

describe('reading a collection', () => {
  it('follows the links to the end, compressed, with a token, saying who asks', async () => {
    const reading = await startReading();
    const { items, restarts } = await listed(reading);
    expect({ ids: new Set(items.map(({ id }) => id)).size, restarts }).toEqual({ ids: 25, restarts: 0 });
    const graph = reading.server.records.arrivals.filter(({ part }) => part === 'graph');
    expect(graph.map(({ method, token }) => `${method} ${token}`)).toEqual(Array(3).fill('GET good'));
    expect(new Set(graph.map(({ headers }) => headers['client-request-id'])).size).toBe(3);
    for (const { headers } of graph)
      expect(headers).toMatchObject({ 'accept-encoding': 'gzip', prefer: 'include-unknown-enum-members' });
    expect(reading.source.retries).toBe(0);
    expect(reading.source.notices()).toEqual([]);
  });

  it('goes on after an empty page', async () => {
    const empty = withJson((page) => ({ ...page, value: [] }));
    const reading = await startReading({
      faults: [{ kind: 'change', matching: secondPage, times: 1, change: empty }],
    });
    expect((await listed(reading)).items).toHaveLength(15);
  });

  it('asks nothing of another origin, not even another port of the same host', async () => {
    const reading = await startReading();
    for (const away of [`${reading.server.storageRoot}${devicesPath}`, 'https://graph.example.org/v1.0/x']) {
      const link = withJson((page) => ({ ...page, '@odata.nextLink': away }));
      reading.server.plan({ kind: 'change', matching: /managedDevices/, change: link });
      await expect(listed(reading)).rejects.toThrow(`points to another server (${new URL(away).origin})`);
    }
    expect(reading.sent().filter((line) => line.startsWith('storage'))).toEqual([]);
  });

  it.each([
    ['a link that was followed already', { '@odata.nextLink': 'same' }, 'a page that was read already'],
    ['a link that is no address', { '@odata.nextLink': 'page two' }, 'not a page of a collection'],
    ['a link that is no text', { '@odata.nextLink': 2 }, 'not a page of a collection'],
    ['no list', { value: { id: 'x' } }, 'not a page of a collection'],
    ['a list of something else', { value: ['x'] }, 'not a page of a collection'],
    ['no value', { value: undefined }, 'not a page of a collection'],
  ])('is an error after %s', async (_, change, says) => {
    const reading = await startReading();
    const same = `${reading.server.root}${devicesPath}?again`;
    const link =
      'value' in change
        ? change
        : { '@odata.nextLink': change['@odata.nextLink'] === 'same' ? same : change['@odata.nextLink'] };
    reading.server.plan({
      kind: 'change',
      matching: /managedDevices/,
      change: withJson((page) => ({ ...page, ...link })),
    });
    const failure = await listed(reading).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceError);
    expect(String(failure)).toContain(says);
  });

  it('begins again when Graph has forgotten the place, and what was delivered is forgotten too', async () => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: /skiptoken=20$/, times: 2, reply: pageExpired }],
    });
    const { items, restarts } = await listed(reading);
    expect({ count: items.length, restarts }).toEqual({ count: 25, restarts: 2 });
    expect(reading.source.notices().map(({ code }) => code)).toEqual(['read-again', 'read-again']);
  });

  it('gives up when Graph forgets the place every time', async () => {
    const reading = await startReading({
      faults: [{ kind: 'answer', matching: /skiptoken=20$/, reply: pageExpired }],
    });
    await expect(listed(reading)).rejects.toThrow('Directory_ExpiredPageToken');
    expect(reading.sent().filter((line) => line.startsWith('graph'))).toHaveLength(9);
  });
});

describe('a refusal on page two', () => {
  it.each([
    ['403', forbidden('DeviceManagementManagedDevices.Read.All'), AccessError],
    ['404', { ...gone, status: 404 }, SourceError],
    ['410', gone, SourceError],
    ['400', { ...notLicensed, status: 400 }, AccessError],
    ['501', { ...gone, status: 501 }, SourceError],
    ['a portal', webPage(403), SourceError],
    ['HTML with 200', webPage(200), SourceError],
    ['a redirection', redirect('https://other.example.org/'), SourceError],
  ])('is an error, never an end: %s', async (_, reply, kind) => {
    const reading = await startReading({ faults: [{ kind: 'answer', matching: secondPage, reply }] });
    await expect(listed(reading)).rejects.toBeInstanceOf(kind);
    expect(reading.sent().filter((line) => line.startsWith('graph'))).toHaveLength(2);
  });

  it('names the permission that is missing, and those that the token has', async () => {
    const reply = forbidden(
      'DeviceManagementManagedDevices.Read.All',
      'DeviceManagementManagedDevices.ReadWrite.All',
    );
    const reading = await startReading({
      roles: ['User.Read.All'],
      faults: [{ kind: 'answer', matching: /managedDevices/, reply }],
    });
    const failure = await listed(reading).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(
        /Application is not authorized.*request-id [0-9a-f-]{36}, client-request-id/,
      ),
      hint: {
        en: 'Grant the application permission DeviceManagementManagedDevices.Read.All to the application, with admin consent. The token carries: User.Read.All.',
      },
    });
  });

  it('names the permission that the path needs when the refusal names none', async () => {
    const reading = await startReading({
      roles: [],
      faults: [{ kind: 'answer', matching: /organization/, reply: forbidden() }],
    });
    const failure = await reading.source.read('/v1.0/organization', reading.signal).catch((error) => error);
    expect(failure.hint.en).toContain('Organization.Read.All to the application');
    expect(failure.hint.en).toContain('The token carries: none.');
  });

  it('does not claim that a permission is missing when the token carries it', async () => {
    const reply = forbidden('DeviceManagementManagedDevices.Read.All');
    const reading = await startReading({ faults: [{ kind: 'answer', matching: /managedDevices/, reply }] });
    const failure = await listed(reading).catch((error) => error);
    expect(failure.hint.en).toContain('does not seem to be missing');
  });
});

describe('reading a document', () => {
  it('gives its properties, and an error for one that is not there', async () => {
    const { source, signal } = await startReading();
    expect(await source.read(overview, signal)).toEqual({ enrolledDeviceCount: 25 });
    await expect(source.read('/v1.0/nothing', signal)).rejects.toThrow('/v1.0/nothing: Graph answered 404');
  });

  it('tells which permissions the token carries', async () => {
    const { source, signal } = await startReading({ roles: ['B.Read.All', 'A.Read.All'] });
    expect(await source.permissions(signal)).toEqual(['A.Read.All', 'B.Read.All']);
  });
});

describe('a batch', () => {
  const numbers = Array.from({ length: 25 }, (_, number) => number);

  it('gives a document for each path, in order, twenty at a time, null for one that is not there', async () => {
    const reading = await startReading();
    const paths = [...numbers.map(detailPath), detailPath(99)];
    const items = await reading.source.batch(paths, reading.signal);
    expect(items.slice(0, 25).map((item) => String(item?.id))).toEqual(
      numbers.map((number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    );
    expect(items[25]).toBeNull();
    expect(reading.sent().filter((line) => line.startsWith('graph'))).toEqual(
      Array(2).fill('graph POST /beta/$batch good'),
    );
    const [first] = reading.server.records.arrivals.filter(({ part }) => part === 'graph');
    const { requests } = JSON.parse(first?.body ?? '');
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: detailPath(0).slice('/beta'.length),
      headers: { prefer: 'include-unknown-enum-members' },
    });
    expect(new Set(requests.map(({ method }: { method: string }) => method))).toEqual(new Set(['GET']));
  });

  it('asks again for what was throttled, failed or left out, and for nothing else', async () => {
    const busyOnes = withParts((part) => {
      const { id } = part;
      if (id === '2') return { id, status: 429, headers: { 'Retry-After': '31' }, body: {} };
      if (id === '5') return { id, status: 429, headers: {}, body: { error: { code: 'TooManyRequests' } } };
      if (id === '7') return { id, status: 503, headers: { 'Retry-After': '3' }, body: null };
      return id === '9' ? null : part;
    });
    const reading = await startReading({
      faults: [{ kind: 'change', matching: /batch/, times: 1, change: busyOnes }],
    });
    const items = await reading.source.batch(numbers.slice(0, 12).map(detailPath), reading.signal);
    expect(items.map((item) => item !== null)).toEqual(Array(12).fill(true));
    const bodies = reading.server.records.arrivals.filter(({ path }) => path.includes('batch'));
    const ids = bodies.map(({ body }) => JSON.parse(body).requests.map(({ id }: { id: string }) => id));
    expect(ids.slice(1)).toEqual([['2', '5', '7', '9']]);
    expect(reading.clock.pauses).toEqual([31_000]);
  });

  it('ends with the refusal of a part', async () => {
    const refusal = withParts(({ id }) => ({
      id,
      status: 403,
      headers: {},
      body: JSON.parse(forbidden('Device.Read.All').body.toString()),
    }));
    const reading = await startReading({ faults: [{ kind: 'change', matching: /batch/, change: refusal }] });
    const failure = await reading.source.batch([detailPath(1)], reading.signal).catch((error) => error);
    expect(failure).toMatchObject({ exitCode: 3, hint: { en: expect.stringContaining('Device.Read.All') } });
  });

  it('gives up when parts are never answered', async () => {
    const reading = await startReading({
      faults: [{ kind: 'change', matching: /batch/, change: withParts(() => null) }],
    });
    await expect(reading.source.batch([detailPath(1)], reading.signal)).rejects.toThrow(
      'Given up after 10 attempts. /beta/$batch: Graph left requests of the batch without an answer (1).',
    );
  });
});

describe('a tenant in place of the network', () => {
  it('is read by the same client', async () => {
    const source = openTenant(inventedTenant({ devices: 2_500, software: 3 }));
    const { signal } = new AbortController();
    const sizes: number[] = [];
    const sink = { items: (page: readonly unknown[]) => void sizes.push(page.length), restart: () => {} };
    await source.list(`${devicesPath}?$select=id`, sink, signal);
    const keeper = new RowKeeper();
    await source.report({ name: 'AppInvRawData', select: ['DeviceId', 'ApplicationName'] }, keeper, signal);
    expect({ sizes, rows: keeper.rows.length }).toEqual({ sizes: [1_000, 1_000, 500], rows: 3 });
  });
});
