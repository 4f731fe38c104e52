import {
  AccessError,
  BridgeError,
  ConfigError,
  DatabaseRefused,
  SourceError,
  TransientError,
} from '../errors.ts';
import type { Text } from '../text.ts';
import { messages } from './messages.ts';

/** What a driver's error tells, whatever class it has. */
export interface Fault {
  readonly code: string;
  /** SQL Server's error number; 0 when the server said nothing. */
  readonly number: number;
  readonly message: string;
}

/** Error numbers that a login is refused with; the driver itself reports none of them. */
const loginRefused = new Set([18452, 18456]);
const passwordExpired = new Set([18487, 18488]);
const accountLocked = new Set([18470, 18486]);
const databaseRefused = new Set([916, 4060, 4064]);
/** Deadlock, lock, snapshot, shutdown, restart and upgrade in progress, and the busy states of Azure SQL. */
const passing = new Set([
  1205, 1222, 3980, 6005, 17142, 18401, 18451, 10928, 10929, 40197, 40501, 40613, 49918,
]);
/** A value that does not convert: the server quotes it, and it may be a person's. */
const conversions = new Set([220, 235, 244, 245, 248, 295, 8114, 8169, 9807]);
/** Codes of the driver that mean a broken connection when the server sent no error number. */
export const brokenCodes = new Set([
  'ESOCKET',
  'ECONNCLOSED',
  'ENOTOPEN',
  'EINVALIDSTATE',
  'ECONNRESET',
  'EPIPE',
  'ETIMEOUT',
  'ECLOSE',
  'EREQUEST',
]);

/** A failure to connect, as the user is told it. `login` holds the numbers that the server sent while logging in. */
export function connectError(
  error: unknown,
  server: string,
  database: string,
  login: readonly number[],
): BridgeError {
  if (error instanceof BridgeError) return error;
  const fault = faultOf(error);
  const because = (hint: Text) => ({ hint, cause: error });
  const isTold = (numbers: ReadonlySet<number>) => login.some((number) => numbers.has(number));
  if (isTold(passing))
    return new TransientError(
      messages.unreachable(server, fault.message),
      because(messages.queryInterruptedHint),
    );
  if (isTold(databaseRefused))
    return new DatabaseRefused(
      messages.databaseRefused(server, database),
      because(messages.databaseRefusedHint(database)),
    );
  if (isTold(passwordExpired))
    return new AccessError(messages.passwordExpired(server), because(messages.passwordExpiredHint));
  if (isTold(accountLocked))
    return new AccessError(messages.accountLocked(server), because(messages.accountLockedHint));
  if (fault.code === 'ELOGIN' || isTold(loginRefused))
    return new AccessError(messages.loginRefused(server), because(messages.loginRefusedHint));
  return networkError(fault, server, because);
}

/** What stands between the two machines, or how they agree to talk. */
function networkError(
  fault: Fault,
  server: string,
  because: (hint: Text) => { readonly hint: Text; readonly cause: unknown },
): SourceError {
  if (fault.code === 'ENCRYPTION_REFUSED')
    return new SourceError(messages.encryptionRefused(server), because(messages.encryptionRefusedHint));
  if (isCertificateFault(fault))
    return new SourceError(
      messages.certificateRefused(server, fault.message),
      because(certificateHint(fault)),
    );
  const handshake = /SSL routines:[^:]*:([^:]+)/.exec(fault.message)?.[1];
  if (handshake)
    return new SourceError(messages.tlsRefused(server, handshake), because(messages.tlsRefusedHint));
  return new TransientError(messages.unreachable(server, fault.message), because(messages.unreachableHint));
}

/** A failure of a query, as the user is told it. */
export function queryError(error: unknown, origin: string): BridgeError {
  const fault = faultOf(error);
  if (fault.number === 229 || fault.number === 230)
    return new AccessError(messages.selectDenied(origin, fault.message), {
      hint: messages.selectDeniedHint(objectOf(fault.message)),
      cause: error,
    });
  if (fault.number === 207 || fault.number === 208 || fault.number === 209)
    return new ConfigError(messages.queryRefused(origin, fault.message), {
      hint: messages.queryRefusedHint,
      cause: error,
    });
  if (passing.has(fault.number))
    return new TransientError(messages.queryInterrupted(origin, fault.message), {
      hint: messages.queryInterruptedHint,
      cause: error,
    });
  if (fault.number === 0 && brokenCodes.has(fault.code))
    return new TransientError(messages.connectionLost(origin, fault.message), {
      hint: messages.connectionLostHint,
      cause: error,
    });
  const message = conversions.has(fault.number)
    ? fault.message.replace(/'(?:[^']|'')*'/g, "'…'")
    : fault.message;
  return new SourceError(messages.queryFailed(origin, message), {
    hint: messages.queryFailedHint,
    cause: error,
  });
}

/** What the driver threw outside every promise, over bytes that it does not understand; a bug of ours stays one. */
export function driverThrew(error: unknown, origin: string): unknown {
  if (!(error instanceof Error) || !/[\\/](tedious|mssql|tarn)[\\/]/.test(error.stack ?? '')) return error;
  return new TransientError(messages.unintelligible(origin, error.message), {
    hint: messages.unintelligibleHint,
    cause: error,
  });
}

/** The innermost thing that an error tells: mssql wraps the driver's error, which wraps the socket's. */
export function faultOf(error: unknown): Fault {
  const chain: { code?: unknown; number?: unknown; message?: unknown }[] = [];
  for (let at = error; typeof at === 'object' && at !== null && chain.length < 8; ) {
    const here: { originalError?: unknown; cause?: unknown; errors?: unknown; info?: unknown } = at;
    chain.push(at);
    const many = Array.isArray(here.errors) ? here.errors[0] : undefined;
    at = here.originalError ?? here.cause ?? many ?? null;
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    code: chain.map((link) => text(link.code)).find((code) => code !== '') ?? '',
    number: chain.map((link) => link.number).find((number) => typeof number === 'number') ?? 0,
    message:
      chain
        .map((link) => text(link.message))
        .filter((message) => message !== '')
        .at(-1) ?? '',
  };
}

function isCertificateFault({ code, message }: Fault): boolean {
  return (
    /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(GET|VERIFY)/i.test(code) || /certificate|altname/i.test(message)
  );
}

function certificateHint({ message }: Fault): Text {
  if (/expired|not yet valid/i.test(message)) return messages.certificateExpiredHint;
  return /altname/i.test(message) ? messages.certificateNameHint : messages.certificateRefusedHint;
}

/** The object that a permission error names: "The SELECT permission was denied on the object 'v_R_System', …". */
function objectOf(message: string): string {
  const found = /object '([^']+)'.*?schema '([^']+)'/.exec(message);
  return found ? `${found[2]}.${found[1]}` : '…';
}
