import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConfigError, SourceError } from '../shared/errors.ts';
import { messages } from '../shared/graph/messages.ts';
import { openClient } from './fakes/graph/client.ts';
import { ConnectProxy } from './fakes/graph/proxy.ts';
import { listed, startReading } from './fakes/graph-client.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const { signal } = new AbortController();
const failing = { changes: { attempts: 2 } };

async function startProxy(refusal?: number): Promise<ConnectProxy> {
  const proxy = new ConnectProxy(refusal);
  await proxy.listen();
  onTestFinished(() => proxy.close());
  return proxy;
}

describe('who can be trusted', () => {
  it.each([
    ['unknown', messages.authorityHint],
    ['expired', messages.certificateExpiredHint],
  ] as const)(
    'is not the bearer of an %s certificate: nothing is sent, nothing is tried again',
    async (certificate, hint) => {
      const { source, server, clock } = await startReading({ certificate });
      const failure = await source.permissions(signal).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SourceError);
      expect(failure).toMatchObject({
        message: expect.stringMatching(/^The certificate of localhost/),
        hint,
      });
      expect(server.records.arrivals).toEqual([]);
      expect(clock.pauses).toEqual([]);
    },
  );

  it('is nobody but the public authorities when no authority is configured', async () => {
    const { source, server } = await startReading({}, { changes: { certificateAuthority: undefined } });
    await expect(source.permissions(signal)).rejects.toThrow('The certificate of localhost');
    expect(server.records.arrivals).toEqual([]);
  });

  it('needs an authority file that can be read', () => {
    const open = () =>
      openClient({ root: 'https://localhost:1' }, { changes: { certificateAuthority: 'nothing.pem' } });
    expect(open).toThrow(ConfigError);
    expect(open).toThrow('nothing.pem cannot be read');
  });
});

describe('a host that cannot be reached', () => {
  it.each([
    ['nothing listens there', 'https://localhost:1', 'localhost:1 cannot be reached: connect ECONNREFUSED'],
    ['nobody has the name', 'https://no-such-host.invalid', 'no-such-host.invalid cannot be reached:'],
  ])('is tried again, then told by its name: %s', async (_, root, says) => {
    const { source, clock } = openClient({ root }, failing);
    const failure = await source.permissions(signal).catch((error: unknown) => error);
    expect(failure).toMatchObject({ exitCode: 4, hint: messages.unreachableHint });
    expect(String(failure)).toContain(`Given up after 2 attempts. ${says}`);
    expect(clock.pauses).toEqual([2_000]);
    await source.close();
  });
});

describe('a proxy', () => {
  it('of the settings carries everything: login, Graph and reports', async () => {
    const proxy = await startProxy();
    const reading = await startReading({}, { changes: { proxy: `http://127.0.0.1:${proxy.port}` } });
    await listed(reading);
    const rows = { columns: () => {}, row: () => {}, restart: () => {} };
    await reading.source.report({ name: 'AppInvRawData', select: ['DeviceId'] }, rows, signal);
    const { root, storageRoot } = reading.server;
    expect(new Set(proxy.asked.map(({ target }) => `https://${target}`))).toEqual(
      new Set([root, storageRoot]),
    );
  });

  it('of the environment is used, with its credentials', async () => {
    const proxy = await startProxy();
    vi.stubEnv('HTTPS_PROXY', `http://user:p%40ss@127.0.0.1:${proxy.port}`);
    await listed(await startReading());
    expect(proxy.asked[0]?.credentials).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
  });

  it('is left aside for a host of NO_PROXY', async () => {
    const proxy = await startProxy();
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv('NO_PROXY', 'example.org,localhost');
    await listed(await startReading());
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    [407, 1],
    [403, 1],
    [502, 2],
  ])('that answers %i is told, and asked %i times', async (status, times) => {
    const proxy = await startProxy(status);
    const changes = { proxy: `http://127.0.0.1:${proxy.port}`, attempts: 2 };
    const { source } = await startReading({}, { changes });
    const failure = await source.permissions(signal).catch((error: unknown) => error);
    expect(failure).toMatchObject({ exitCode: 4, hint: messages.proxyHint });
    expect(String(failure)).toMatch(
      new RegExp(`The proxy does not let us through to localhost:\\d+ \\(${status}\\)`),
    );
    expect(proxy.asked).toHaveLength(times);
  });

  it('that is not there is told', async () => {
    const { source } = await startReading({}, { changes: { proxy: 'http://127.0.0.1:1', attempts: 1 } });
    await expect(source.permissions(signal)).rejects.toThrow(
      /cannot be reached: connect ECONNREFUSED 127.0.0.1:1/,
    );
  });
});
