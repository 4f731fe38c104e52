import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type sql from 'mssql';
import { ConfigError } from '../errors.ts';
import type { Secrets } from '../secret.ts';
import { messages } from './messages.ts';
import type { SqlServerSettings } from './settings.ts';

/** Most that a server may take to let us in, and to acknowledge that a query is cancelled. */
const connectSeconds = 15;
const cancelSeconds = 5;

/**
 * The settings in the driver's words; fetches the secrets, contacts nothing. Neither connecting nor cancelling may take
 * longer than the site lets a server be silent. Throws `ConfigError`.
 */
export function driverConfig(
  settings: Omit<SqlServerSettings, 'connections' | 'parameters'>,
  secrets: Secrets,
  folder: string,
): sql.config {
  const { login, certificateAuthority, certificateName, instance, port, idleSeconds } = settings;
  const authority = certificateAuthority && readAuthority(resolve(folder, certificateAuthority));
  return {
    server: settings.server,
    database: settings.database,
    ...(port === undefined ? {} : { port }),
    connectionTimeout: Math.min(connectSeconds, idleSeconds) * 1000,
    requestTimeout: 0,
    // The driver's own trial query has no limit; telling the connection to be polite is a trial too.
    validateConnection: false,
    pool: { max: 1, min: 0 },
    ...(login.kind === 'sql' && { user: login.user, password: secrets.fetch(login.password, folder) }),
    ...(login.kind === 'ntlm' && {
      domain: login.domain,
      user: login.user,
      password: secrets.fetch(login.password, folder),
    }),
    ...(login.kind === 'entra-token' && {
      authentication: {
        type: 'azure-active-directory-access-token',
        options: { token: secrets.fetch(login.token, folder) },
      },
    }),
    options: {
      appName: 'octopus-bridge',
      readOnlyIntent: true,
      cancelTimeout: Math.min(cancelSeconds, idleSeconds) * 1000,
      // Of its own the driver would try a refused database four times.
      maxRetriesOnTransientErrors: 0,
      encrypt: settings.encryption === 'strict' ? 'strict' : settings.encryption === 'required',
      trustServerCertificate: settings.trustServerCertificate,
      ...(instance === undefined ? {} : { instanceName: instance }),
      ...(certificateName === undefined ? {} : { serverName: certificateName }),
      ...(authority ? { cryptoCredentialsDetails: { ca: authority } } : {}),
      ...(login.kind === 'windows' && { trustedConnection: true }),
    },
  };
}

/** The PEM text of an authority. Throws `ConfigError`. */
export function readAuthority(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(messages.authorityUnreadable(path), {
      hint: messages.authorityUnreadableHint,
      cause,
    });
  }
}
