import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccessError, ConfigError, SourceError } from '../shared/errors.ts';
import { messages as certificateMessages } from '../shared/graph/certificate-messages.ts';
import { messages } from '../shared/graph/login-messages.ts';
import { json, type PlayedReply } from '../shared/graph/player.ts';
import {
  applicationCertificate,
  certificatePassword,
  certificatePath,
  clientId,
  clientSecret,
} from './fakes/graph/application.ts';
import { openClient } from './fakes/graph/client.ts';
import { loginRefused } from './fakes/graph/login.ts';
import { busy, redirect, webPage, withJson } from './fakes/graph/replies.ts';
import { startReading } from './fakes/graph-client.ts';
import { testCertificate } from './fakes/tds/certificates.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const certificate = (file: string, rest = {}) => ({
  kind: 'certificate',
  clientId,
  certificate: certificatePath(file),
  ...rest,
});
const password = { env: 'CERTIFICATE_PASSWORD' };
const environment = { CERTIFICATE_PASSWORD: certificatePassword, WRONG: 'not the password' };
const tokenEndpoint = /oauth2\/v2.0\/token/;
const logins = (sent: string[]) => sent.filter((line) => line.startsWith('login POST')).length;

describe('logging in', () => {
  it.each([
    ['a secret', { kind: 'secret', clientId, secret: { env: 'GRAPH_SECRET' } }],
    ['a certificate', certificate('application.pem')],
    ['a certificate whose key is encrypted', certificate('locked.pem', { password })],
  ])('with %s gives a token, asked for once', async (_, login) => {
    const { source, signal, sent } = await startReading({}, { changes: { login }, environment });
    await Promise.all([source.permissions(signal), source.permissions(signal)]);
    expect(await source.permissions(signal)).toContain('DeviceManagementManagedDevices.Read.All');
    expect(logins(sent())).toBe(1);
  });

  it('asks for the whole of this Graph, and nobody but the configured authority', async () => {
    const { source, signal, server } = await startReading();
    await source.permissions(signal);
    const posted = server.records.arrivals.find(({ path }) => tokenEndpoint.test(path));
    const form = new URLSearchParams(posted?.body);
    expect(form.get('scope')).toContain(`${server.root}/.default`);
    expect(form.get('client_secret')).toBe(clientSecret);
  });

  it('asks Entra anew for a token that is about to expire', async () => {
    const { source, signal, server, sent } = await startReading();
    server.plan({
      kind: 'change',
      matching: tokenEndpoint,
      change: withJson((token) => ({ ...token, expires_in: 200 })),
    });
    await source.permissions(signal);
    await source.permissions(signal);
    expect(logins(sent())).toBe(2);
  });
});

describe('a login that Entra refuses', () => {
  it.each([
    [7000215, messages.secretInvalid],
    [7000222, messages.secretExpired],
    [700016, messages.applicationUnknown],
    [7000229, messages.consentMissing],
    [90002, messages.tenantUnknown],
    [90038, messages.otherCloud],
    [53003, messages.conditionalAccess],
    [700027, messages.certificateUnknown],
    [700024, messages.clockWrong],
    [7000112, messages.applicationDisabled],
    [999999, messages.otherHint],
  ])('AADSTS%i is told once, with its words, its ids and what to do', async (number, hint) => {
    const { source, signal, sent } = await startReading({
      faults: [{ kind: 'answer', matching: tokenEndpoint, reply: loginRefused(number, 'Refused by test.') }],
    });
    const failure = await source.permissions(signal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AccessError);
    expect(failure).toMatchObject({
      hint,
      message: expect.stringMatching(
        /: AADSTS\d+: Refused by test\. Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: 2026-11-22 03:10:44Z$/,
      ),
    });
    expect(logins(sent())).toBe(1);
  });

  it('is not cured by another secret of the environment', async () => {
    const login = { kind: 'secret', clientId, secret: { env: 'WRONG' } };
    const { source, signal, secrets } = await startReading({}, { changes: { login }, environment });
    const failure = await source.permissions(signal).catch((error: unknown) => error);
    expect(String(failure)).toContain('AADSTS7000215');
    expect(secrets.redact(String(failure))).toBe(String(failure));
  });

  it('of the certificate of another application is AADSTS700027', async () => {
    const folder = temporaryFolder();
    const { cert, key } = testCertificate('trusted');
    writeFileSync(join(folder, 'other.pem'), `${cert}${key}`);
    const login = { kind: 'certificate', clientId, certificate: join(folder, 'other.pem') };
    const { source, signal } = await startReading({}, { changes: { login } });
    await expect(source.permissions(signal)).rejects.toBeInstanceOf(AccessError);
  });
});

describe('Entra that does not answer as it should', () => {
  it.each([
    ['a number that passes', loginRefused(90033, 'A transient error has occurred.')],
    ['its own throttling', loginRefused(90055, 'Tenant throttled.')],
    ['429 with Retry-After', busy(429, '7')],
    ['503', busy(503)],
  ])('is asked again: %s', async (_, reply) => {
    const { source, signal, clock, sent } = await startReading({
      faults: [{ kind: 'answer', matching: tokenEndpoint, times: 2, reply }],
    });
    expect(await source.permissions(signal)).not.toEqual([]);
    expect(logins(sent())).toBe(3);
    expect(clock.pauses).toEqual(reply.headers['retry-after'] ? [7_000, 7_000] : [2_000, 4_000]);
  });

  it('is asked again when the connection breaks', async () => {
    const { source, signal, clock } = await startReading({
      faults: [{ kind: 'cut', matching: /openid-configuration/, times: 1 }],
    });
    expect(await source.permissions(signal)).not.toEqual([]);
    expect(clock.pauses).toEqual([2_000]);
  });

  it.each([
    ['a portal', webPage(200)],
    ['a proxy that blocks', webPage(403)],
    ['a redirection', redirect('https://other.example.org/')],
  ])('is an error at once: %s', async (_, reply) => {
    const { source, signal, sent } = await startReading({
      faults: [{ kind: 'answer', matching: tokenEndpoint, reply }],
    });
    const failure = await source.permissions(signal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceError);
    expect(String(failure)).toMatch(/localhost:\d+ answered something that is not Microsoft Entra/);
    expect(logins(sent())).toBe(1);
  });
});

describe('the identity of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  // One test: the library keeps the machine's address and its token for the whole process.
  it('is asked for a token, again when the machine is not ready; its refusal is told', async () => {
    const token = `x.${Buffer.from('{"roles":["Device.Read.All"]}').toString('base64url')}.y`;
    const issued = { access_token: token, expires_on: '4102444800', resource: 'x', token_type: 'Bearer' };
    const changes = { login: { kind: 'managed-identity' } };
    const { source, server, signal, sent } = await startReading({}, { changes });
    const answers = (reply: PlayedReply, times = Number.POSITIVE_INFINITY) =>
      ({ kind: 'answer', matching: /GET \/msi\/token/, reply, times }) as const;
    vi.stubEnv('IDENTITY_ENDPOINT', `${server.root}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'of the machine');
    for (const reply of [
      json(400, { error: 'invalid_request', message: 'Identity not found' }),
      webPage(404),
    ]) {
      server.plan(answers(reply));
      const failure = await source.permissions(signal).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(AccessError);
      expect(failure).toMatchObject({ hint: messages.managedIdentityHint });
    }
    server.plan(answers(busy(503), 2), answers(json(200, issued)));
    const another = openClient(server, { changes });
    expect(await another.source.permissions(signal)).toEqual(['Device.Read.All']);
    expect(another.clock.pauses).toEqual([2_000, 4_000]);
    expect(sent()).toEqual(Array(5).fill('graph GET /msi/token none'));
    await another.source.close();
  });
});

describe('a certificate file', () => {
  const server = { root: 'https://localhost:1' };
  const opening = (login: object) => () => openClient(server, { changes: { login }, environment });
  const refusal = (login: object): ConfigError => {
    try {
      opening(login)();
    } catch (error) {
      if (error instanceof ConfigError) return error;
      throw error;
    }
    throw new Error('it was accepted');
  };

  it.each([
    ['application.pfx', 'is a binary file (PFX)'],
    ['application.der', 'is a certificate alone, in binary (DER)'],
  ])('%s is refused, with the command that converts it', (file, says) => {
    const error = refusal(certificate(file));
    expect(error.message).toContain(says);
    expect(error.hint?.en).toContain(`openssl pkcs12 -in "${certificatePath('application.pfx')}"`);
    expect(error.hint?.en).toContain(`-out "${certificatePath('application.pem')}"`);
  });

  it('is refused when it cannot be read, or its key does not open', () => {
    expect(refusal(certificate('nothing.pem')).hint).toEqual(certificateMessages.unreadableHint);
    expect(refusal(certificate('locked.pem')).hint).toEqual(certificateMessages.keyClosedHint);
    expect(refusal(certificate('locked.pem', { password: { env: 'WRONG' } })).hint).toEqual(
      certificateMessages.keyClosedHint,
    );
  });

  it('is refused when it lacks its key or its certificate, or has the key of another', () => {
    const folder = temporaryFolder();
    const [cert = '', key = ''] = applicationCertificate().split(/(?=-----BEGIN PRIVATE KEY)/);
    const fileOf = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return { kind: 'certificate', clientId, certificate: join(folder, name) };
    };
    expect(refusal(fileOf('no-key.pem', cert)).message).toContain('it lacks the private key');
    expect(refusal(fileOf('no-cert.pem', key)).message).toContain('it lacks the certificate');
    const other = testCertificate('trusted').key;
    expect(refusal(fileOf('other.pem', `${cert}${other}`)).message).toContain('not the one of the first');
  });

  it('is read with Windows line ends and words around it', async () => {
    const folder = temporaryFolder();
    const text = `Bag Attributes: x\n${applicationCertificate()}`.replaceAll('\n', '\r\n');
    writeFileSync(join(folder, 'windows.pem'), text);
    const login = { kind: 'certificate', clientId, certificate: join(folder, 'windows.pem') };
    const { source, signal } = await startReading({}, { changes: { login } });
    expect(await source.permissions(signal)).not.toEqual([]);
  });
});
