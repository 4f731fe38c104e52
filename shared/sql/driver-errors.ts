import { AccessError, type BridgeError, ConfigError, SourceError, TransientError } from '../errors.ts';
import { messages } from './messages.ts';

/** What a driver's error tells, whatever class it has. */
interface Fault {
  readonly code: string;
  /** SQL Server's error number; 0 when the server said nothing. */
  readonly number: number;
  readonly message: string;
}

/** Error numbers that a login is refused with; the driver itself reports none of them. */
const loginRefused = new Set([18452, 18456, 18470, 18486, 18487, 18488]);
const databaseRefused = new Set([916, 4060, 4064]);
const passing = new Set([1205, 1222, 3980, 10928, 10929, 40197, 40501, 40613, 49918]);
const socketCodes = new Set([
  'ESOCKET',
  'ECONNCLOSED',
  'ENOTOPEN',
  'EINVALIDSTATE',
  'ECONNRESET',
  'EPIPE',
  'ETIMEOUT',
]);

/** A failure to connect, as the user is told it. `login` holds the numbers that the server sent while logging in. */
export function connectError(
  error: unknown,
  server: string,
  database: string,
  login: readonly number[],
): BridgeError {
  const fault = faultOf(error);
  if (login.some((number) => databaseRefused.has(number)))
    return new AccessError(messages.databaseRefused(server, database), {
      hint: messages.databaseRefusedHint(database),
      cause: error,
    });
  if (fault.code === 'ELOGIN' || login.some((number) => loginRefused.has(number)))
    return new AccessError(messages.loginRefused(server), { hint: messages.loginRefusedHint, cause: error });
  if (fault.code === 'ENCRYPTION_REFUSED')
    return new SourceError(messages.encryptionRefused(server), {
      hint: messages.encryptionRefusedHint,
      cause: error,
    });
  if (isCertificateFault(fault))
    return new SourceError(messages.certificateRefused(server, fault.message), {
      hint: messages.certificateRefusedHint,
      cause: error,
    });
  return new TransientError(messages.unreachable(server, fault.message), {
    hint: messages.unreachableHint,
    cause: error,
  });
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
  if (fault.number === 0 && (socketCodes.has(fault.code) || fault.code === 'IDLE'))
    return new TransientError(messages.connectionLost(origin, fault.message), {
      hint: messages.connectionLostHint,
      cause: error,
    });
  return new SourceError(messages.queryFailed(origin, fault.message), {
    hint: messages.queryFailedHint,
    cause: error,
  });
}

/** The innermost thing that an error tells: mssql wraps the driver's error, which wraps the socket's. */
function faultOf(error: unknown): Fault {
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

/** The object that a permission error names: "The SELECT permission was denied on the object 'v_R_System', …". */
function objectOf(message: string): string {
  const found = /object '([^']+)'.*?schema '([^']+)'/.exec(message);
  return found ? `${found[2]}.${found[1]}` : '…';
}
