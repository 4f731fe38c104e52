import type sql from 'mssql';
import { ConfigError } from '../errors.ts';
import { messages } from './messages.ts';

type Connection = Parameters<NonNullable<sql.config['beforeConnect']>>[0];
type Negotiate = (prelogin: { encryptionString?: string }, signal: AbortSignal) => Promise<void>;

/**
 * Makes a connection fail before it logs in when the server does not agree to encrypt: the driver itself would go on
 * and send the password in clear. It leans on a private method of the driver, so it refuses a driver without it.
 */
export function requireEncryption(connection: Connection): void {
  const inner: { performTlsNegotiation?: Negotiate } = Object(connection);
  const negotiate = inner.performTlsNegotiation;
  if (typeof negotiate !== 'function')
    throw new ConfigError(messages.driverChanged, { hint: messages.driverChangedHint });
  inner.performTlsNegotiation = function (this: unknown, prelogin, signal) {
    const agreed = prelogin.encryptionString === 'ON' || prelogin.encryptionString === 'REQ';
    if (agreed) return negotiate.call(this, prelogin, signal);
    return Promise.reject(Object.assign(new Error('encryption refused'), { code: 'ENCRYPTION_REFUSED' }));
  };
}
