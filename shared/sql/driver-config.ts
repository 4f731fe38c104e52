import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type sql from 'mssql';
import { ConfigError } from '../errors.ts';
import type { Secrets } from '../secret.ts';
import { messages } from './messages.ts';
import type { SqlServerSettings } from './settings.ts';

const connectMilliseconds = 15_000;

/** The settings in the driver's words; fetches the secrets, contacts nothing. Throws `ConfigError`. */
export function driverConfig(settings: SqlServerSettings, secrets: Secrets, folder: string): sql.config {
  const { login, certificateAuthority, certificateName, instance, port } = settings;
  const authority = certificateAuthority && readAuthority(resolve(folder, certificateAuthority));
  return {
    server: settings.server,
    database: settings.database,
    ...(port === undefined ? {} : { port }),
    connectionTimeout: connectMilliseconds,
    requestTimeout: 0,
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
      encrypt: settings.encryption === 'strict' ? 'strict' : settings.encryption === 'required',
      trustServerCertificate: settings.trustServerCertificate,
      ...(instance === undefined ? {} : { instanceName: instance }),
      ...(certificateName === undefined ? {} : { serverName: certificateName }),
      ...(authority ? { cryptoCredentialsDetails: { ca: authority } } : {}),
      ...(login.kind === 'windows' && { trustedConnection: true }),
    },
  };
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
