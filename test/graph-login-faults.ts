import { messages as loginMessages } from '../shared/graph/login-messages.ts';
import { messages } from '../shared/graph/messages.ts';
import { loginRefused } from './fakes/graph/login.ts';
import { webPage } from './fakes/graph/replies.ts';
import type { GraphFaultCase } from './fakes/graph-fault-case.ts';

const token = /POST .*\/oauth2\/v2\.0\/token/;
const logins = (times: number) => ({ seen: { what: 'logins', times }, counts: token });
const nothing = { seen: { what: 'requests', times: 0 }, counts: /./ };

/** A login that Entra refuses: told once. */
const refused = (number: number, sentence: string, advises: string): GraphFaultCase => ({
  fault: `${sentence.replace(/\.$/, '').toLowerCase()} (AADSTS${number})`,
  faults: [{ kind: 'answer', matching: token, reply: loginRefused(number, sentence) }],
  exitCode: 3,
  says: `refuses the application in the tenant 5b0c7f6e-3b1f-4d52-9c7e-0d7b6a1f2e01: AADSTS${number}: ${sentence} Trace ID:`,
  advises,
  ...logins(1),
});

/** Somebody who is not reached, or cannot be trusted. */
const unreached = (
  fault: string,
  says: string,
  advises: string,
  rest: Partial<GraphFaultCase>,
): GraphFaultCase => ({ fault, exitCode: 4, says, advises, ...rest });

/** Everything that can happen before Graph is asked for anything. */
export const loginFaults: readonly GraphFaultCase[] = [
  unreached(
    'nothing listens there',
    'Given up after 3 attempts. localhost:1 cannot be reached: connect ECONNREFUSED',
    messages.unreachableHint.en,
    { settings: { authorityHost: 'https://localhost:1' } },
  ),
  unreached(
    'a certificate of an unknown authority',
    'The certificate of localhost cannot be trusted: unable to verify the first certificate',
    messages.authorityHint.en,
    { server: { certificate: 'unknown' }, ...nothing },
  ),
  unreached(
    'a proxy that wants a login (407)',
    'The proxy does not let us through to localhost (407).',
    messages.proxyHint.en,
    {
      proxyStatus: 407,
      ...nothing,
    },
  ),
  unreached(
    'a portal in the place of Entra',
    'localhost answered something that is not Microsoft Entra (200, text/html; charset=utf-8).',
    messages.proxyHint.en,
    { faults: [{ kind: 'answer', matching: token, reply: webPage(200) }], ...logins(1) },
  ),
  unreached(
    'silence of Entra',
    'Given up after 3 attempts. localhost: no data for 4 s.',
    messages.unreachableHint.en,
    {
      settings: { idleSeconds: 4 },
      faults: [{ kind: 'silence', matching: token }],
      ...logins(3),
    },
  ),
  refused(7000215, 'Invalid client secret.', loginMessages.secretInvalid.en),
  refused(7000222, 'Expired client secret.', loginMessages.secretExpired.en),
  refused(53003, 'Blocked by conditional access.', loginMessages.conditionalAccess.en),
  refused(700027, 'Certificate not registered.', loginMessages.certificateUnknown.en),
  {
    fault: 'Entra has a fault of its own (AADSTS90033), once',
    faults: [{ kind: 'answer', matching: token, times: 1, reply: loginRefused(90033, 'Transient.') }],
    exitCode: 0,
    says: 'Microsoft Graph: requests sent again, busy service or network (1).',
    advises: null,
    ...logins(2),
  },
];
