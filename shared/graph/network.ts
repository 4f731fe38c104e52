import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { Dispatcher } from 'undici';
import { ConfigError } from '../errors.ts';
import { messages } from './messages.ts';
import type { Send } from './send.ts';
import type { GraphSettings } from './settings.ts';

const connectMilliseconds = 15_000;

/** The real network edge. */
export interface Network {
  readonly send: Send;
  close(): Promise<void>;
}

/**
 * HTTPS by way of the proxy of the settings or the environment, trusting the public authorities and the configured one.
 * Contacts nothing. Throws `ConfigError` when the authority cannot be read.
 */
export function openNetwork({ certificateAuthority, proxy }: GraphSettings, folder: string): Network {
  const authority = certificateAuthority && readAuthority(resolve(folder, certificateAuthority));
  const tls = { timeout: connectMilliseconds, ...(authority && { ca: [...rootCertificates, authority] }) };
  const options = {
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
    // Whoever reads watches the time; a proxy for plain http would only stand before a managed identity.
    headersTimeout: 0,
    bodyTimeout: 0,
    httpProxy: '',
    ...(proxy && { httpsProxy: proxy, noProxy: '' }),
  };
  let dispatcher: Dispatcher | null = null;
  return {
    send: async ({ url, method, headers, body = null }, signal) => {
      const { EnvHttpProxyAgent, request } = await import('undici');
      dispatcher ??= new EnvHttpProxyAgent(options);
      const reply = await request(url, { method, headers, body, signal, dispatcher });
      return { status: reply.statusCode, headers: singleHeaders(reply.headers), body: reply.body };
    },
    close: async () => dispatcher?.destroy(),
  };
}

function singleHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function readAuthority(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(messages.authorityUnreadable(path), {
      hint: messages.authorityUnreadableHint,
      cause,
    });
  }
}
