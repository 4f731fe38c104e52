import { messages } from '../shared/sql/messages.ts';
import { messages as queryMessages } from '../shared/sql/query-messages.ts';
import { type FaultCase, givenUp, interrupted, seen, sqlError } from './fakes/fault-case.ts';
import { testCertificate } from './fakes/tds/certificates.ts';
import type { SqlMessage } from './fakes/tds/reply.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';

const impatient = { idleSeconds: 1 };
const patient = { idleSeconds: 3 };

const onLogin = (error: SqlMessage) => ({ faults: [{ kind: 'login-error' as const, error }] });
const hangs = (at: 'prelogin' | 'login', times = Number.POSITIVE_INFINITY) => ({
  faults: [{ kind: 'hang' as const, at, times }],
});

/** Somebody who does not answer, or not in a way that leads to a login. */
const unreached = (fault: string, says: string, rest: Partial<FaultCase>): FaultCase => ({
  fault,
  exitCode: 4,
  says: `${givenUp} ${says}`,
  advises: messages.unreachableHint.en,
  ...rest,
});

/** Silence, strangers and dead ends: tried three times. */
const unreachable: readonly FaultCase[] = [
  unreached('silence at PRELOGIN', 'localhost cannot be reached:', {
    server: hangs('prelogin'),
    settings: impatient,
    ...seen('connections', 3),
  }),
  unreached('silence at the login', 'localhost cannot be reached:', {
    server: hangs('login'),
    settings: patient,
    ...seen('logins', 3),
  }),
  unreached('nothing listens on the port', 'localhost cannot be reached: connect ECONNREFUSED', {
    settings: { port: 1 },
  }),
  unreached('a host that does not exist', 'no-such-host.invalid cannot be reached:', {
    settings: { server: 'no-such-host.invalid' },
  }),
  unreached('another service listens on the port', 'localhost cannot be reached:', {
    stranger: (socket) => socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    settings: impatient,
  }),
  unreached('a service that hangs up at once', 'localhost cannot be reached:', {
    stranger: (socket) => socket.end(),
  }),
  unreached('the server starts or upgrades (18401)', 'localhost cannot be reached: Login failed', {
    server: onLogin(sqlError(18401, 14, 'Login failed. Reason: Server is in script upgrade mode.')),
    advises: messages.queryInterruptedHint.en,
    ...seen('logins', 3),
  }),
  {
    fault: 'silence at PRELOGIN, once',
    server: hangs('prelogin', 1),
    settings: patient,
    exitCode: 0,
    says: 'INFORMATION_SCHEMA: read again from its start. localhost cannot be reached:',
    advises: null,
  },
];

const noAccess = (fault: string, error: SqlMessage, says: string, advises: string): FaultCase => ({
  fault,
  server: onLogin(error),
  exitCode: 3,
  says: `localhost ${says}`,
  advises,
  ...seen('logins', 1),
});
const noTrust = (fault: string, says: string, advises: string, rest: Partial<FaultCase>): FaultCase => ({
  fault,
  exitCode: 4,
  says,
  advises,
  ...seen('logins', 0),
  ...rest,
});
/** The server insists on a cipher of RSA, for which it has no key. */
const rsaOnly = { ...testCertificate('trusted'), ciphers: 'AES128-SHA' };
const untrusted = 'The certificate of localhost cannot be trusted:';

/** Refusals: never tried again, and nothing is sent to a server that is not trusted. */
const refusals: readonly FaultCase[] = [
  noAccess(
    'login refused (18456, state 8)',
    sqlErrors.loginFailed('svc_bridge', 8),
    'refuses the login of the configured account.',
    messages.loginRefusedHint.en,
  ),
  noAccess(
    'password expired (18487)',
    sqlError(18487, 14, 'Login failed. Reason: The password of the account has expired.'),
    'refuses the login: the password of the account has expired or must be changed.',
    messages.passwordExpiredHint.en,
  ),
  noAccess(
    'account locked out (18486)',
    sqlError(18486, 14, 'Login failed because the account is currently locked out.'),
    'refuses the login: the account is disabled or locked out.',
    messages.accountLockedHint.en,
  ),
  noAccess(
    'database refused (4060)',
    sqlErrors.databaseRefused('CM_GH1'),
    'does not open the database CM_GH1 to this account.',
    messages.databaseRefusedHint('CM_GH1').en,
  ),
  {
    fault: 'login refused in the middle of the run',
    meanwhile: { matching: /INFORMATION_SCHEMA/, act: 'logins are refused' },
    exitCode: 3,
    says: 'localhost refuses the login of the configured account.',
    advises: messages.loginRefusedHint.en,
    ...seen('logins', 3),
  },
  {
    fault: 'a view that the account may not see',
    hiddenView: 'v_R_System',
    exitCode: 3,
    says: 'the required view dbo.v_r_system is not in the database, or not open to this account.',
    advises: queryMessages.viewMissingHint(['dbo.v_r_system']).en,
    ...seen(/FROM dbo\.v_R_System/i, 0),
  },
  noTrust(
    'the server does not encrypt',
    'localhost does not agree to encrypt the connection; the password was not sent.',
    messages.encryptionRefusedHint.en,
    { server: { encryption: 'not-supported' } },
  ),
  noTrust(
    'a certificate of an unknown authority',
    `${untrusted} unable to verify the first certificate`,
    messages.certificateRefusedHint.en,
    { server: { certificate: 'unknown' } },
  ),
  noTrust(
    'an expired certificate',
    `${untrusted} certificate has expired`,
    messages.certificateExpiredHint.en,
    { server: { certificate: 'expired' } },
  ),
  noTrust(
    'a certificate of another name',
    `${untrusted} Hostname/IP does not match certificate's altnames`,
    messages.certificateNameHint.en,
    { settings: { certificateName: 'sql.example.org' } },
  ),
  noTrust(
    'no TLS version or cipher in common',
    'localhost and this tool agree on no TLS encryption: sslv3 alert handshake failure',
    messages.tlsRefusedHint.en,
    { server: { certificate: rsaOnly } },
  ),
];

/** Everything that can happen before a query is sent. */
export const connectionFaults: readonly FaultCase[] = [
  ...unreachable,
  ...refusals,
  {
    fault: 'Ctrl-C while connecting',
    server: hangs('prelogin'),
    interruptWhen: (records) => records.connections > 0,
    ...interrupted,
    ...seen('connections', 1),
  },
];
