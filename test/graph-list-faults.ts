import { messages } from '../shared/graph/messages.ts';
import type { PlayedReply } from '../shared/graph/player.ts';
import type { Item } from '../shared/graph/source.ts';
import { interrupted } from './fakes/fault-case.ts';
import type { Fault } from './fakes/graph/faults.ts';
import {
  busy,
  damaged,
  forbidden,
  gone,
  halved,
  notLicensed,
  pageExpired,
  webPage,
  withJson,
} from './fakes/graph/replies.ts';
import type { GraphFaultCase } from './fakes/graph-fault-case.ts';

const list = '/v1.0/deviceManagement/managedDevices';
const needed = 'DeviceManagementManagedDevices.Read.All';
const firstPage = /GET \/v1\.0\/deviceManagement\/managedDevices\?\$select/;
/** The sample has four pages; these are the three that links lead to. */
const linkedPage = /GET \/v1\.0\/deviceManagement\/managedDevices\?%24select/;
const pages = (times: number) => ({ seen: { what: 'linked pages', times }, counts: linkedPage });

const answers = (reply: PlayedReply): Fault => ({ kind: 'answer', matching: linkedPage, reply });
const links = (link: (url: string) => unknown): Fault => ({
  kind: 'change',
  matching: linkedPage,
  change: withJson((page, url) => ({ ...page, '@odata.nextLink': link(url) })),
});

/** What ends the run on page two, at once. */
const ends = (
  fault: string,
  exitCode: number,
  says: string,
  advises: string,
  happens: Fault,
): GraphFaultCase => ({
  fault: `${fault}, on page two`,
  faults: [happens],
  exitCode,
  says,
  advises,
  ...pages(1),
});

/** What is tried three times, and then ends the run. */
const givesUp = (fault: string, says: string, advises: string, happens: Fault): GraphFaultCase => ({
  fault: `${fault}, on page two`,
  faults: [happens],
  exitCode: 4,
  says: `Given up after 3 attempts. ${says}`,
  advises,
  ...pages(3),
});

/** What passes when page two is asked for again. */
const passes = (fault: string, happens: Fault): GraphFaultCase => ({
  fault: `${fault}, on page two, once`,
  faults: [{ ...happens, times: 1 }],
  exitCode: 0,
  says: 'Microsoft Graph: requests sent again, busy service or network (1).',
  advises: null,
  ...pages(4),
});

const refusals: readonly GraphFaultCase[] = [
  ends(
    'the permission is withdrawn (403)',
    3,
    `${list}: Graph refuses to let this be read. Forbidden: Application is not authorized`,
    messages.forbiddenThoughGrantedHint(
      'DeviceManagementApps.Read.All, DeviceManagementManagedDevices.Read.All, Organization.Read.All',
    ).en,
    answers(forbidden(needed)),
  ),
  {
    fault: 'a permission that was never granted (403)',
    server: { roles: ['User.Read.All'] },
    faults: [{ kind: 'answer', matching: firstPage, reply: forbidden(needed) }],
    exitCode: 3,
    says: `${list}: Graph refuses to let this be read.`,
    advises: messages.forbiddenHint(needed, 'User.Read.All').en,
    ...pages(0),
  },
  {
    fault: 'no Intune in the tenant (400)',
    faults: [{ kind: 'answer', matching: /GET \/v1\.0\/deviceManagement/, reply: notLicensed }],
    exitCode: 3,
    says: 'Intune is not in use in this tenant. BadRequest: Request not applicable to target tenant.',
    advises: messages.notLicensedHint.en,
    ...pages(0),
  },
  {
    fault: 'the token is refused, and the new one too (401)',
    faults: [answers(busy(401))],
    exitCode: 3,
    says: `${list}: Graph refuses the token, a new one too.`,
    advises: messages.tokenRefusedHint.en,
    ...pages(2),
  },
  ends(
    'not found (404)',
    4,
    `${list}: Graph answered 404.`,
    messages.refusedHint.en,
    answers({ ...gone, status: 404 }),
  ),
  ends(
    'a portal in the place of Graph',
    4,
    'localhost answered something that is not Graph (200, text/html; charset=utf-8).',
    messages.proxyHint.en,
    answers(webPage(200)),
  ),
];

const strangeLinks: readonly GraphFaultCase[] = [
  ends(
    'a link to another port of the same server',
    4,
    `${list}: Graph points to another server (https://localhost); nothing was sent to it.`,
    messages.proxyHint.en,
    links(() => 'https://localhost/v1.0/deviceManagement/managedDevices'),
  ),
  ends(
    'a link to itself',
    4,
    `${list}: Graph points to a page that was read already; the collection would never end.`,
    messages.refusedHint.en,
    links((url) => url),
  ),
  ends(
    'an answer without a list',
    4,
    `${list}: Graph answered something that is not a page of a collection.`,
    messages.refusedHint.en,
    { kind: 'change', matching: linkedPage, change: withJson(() => ({ status: 'ok' })) },
  ),
  {
    fault: 'Graph forgets the place (expired page token), once',
    faults: [{ ...answers(pageExpired), times: 1, after: 1 }],
    exitCode: 0,
    says: `${list}: Graph had forgotten where the reading was; it began again at the first page.`,
    advises: null,
    ...pages(5),
  },
  {
    fault: 'Graph forgets the place (expired page token) every time',
    faults: [answers(pageExpired)],
    exitCode: 4,
    says: `${list}: Graph answered 400. Directory_ExpiredPageToken`,
    advises: messages.refusedHint.en,
    ...pages(3),
  },
];

/** An empty page, which leads to what it lacks. */
const emptied = (_: Item, url: string): Item => ({ value: [], '@odata.nextLink': `${url}&once` });

const weather: readonly GraphFaultCase[] = [
  givesUp(
    'throttled with Retry-After (429)',
    `${list}: Graph is busy (429) and asks to wait 0 s.`,
    messages.throttledHint.en,
    answers(busy(429, '0')),
  ),
  {
    fault: 'throttled for longer than there is time (429), on page two',
    faults: [answers(busy(429, '3600'))],
    exitCode: 4,
    says: `Given up after 1 attempt. ${list}: Graph is busy (429) and asks to wait 3600 s.`,
    advises: messages.throttledHint.en,
    ...pages(1),
  },
  givesUp(
    'a gateway that fails (502)',
    `${list}: Graph is busy (502).`,
    messages.overloadedHint.en,
    answers(webPage(502)),
  ),
  givesUp(
    'the connection breaks',
    'localhost: the answer arrived incomplete or damaged:',
    messages.unreachableHint.en,
    {
      kind: 'cut',
      matching: linkedPage,
    },
  ),
  givesUp(
    'half of the JSON',
    `${list}: the answer arrived incomplete or damaged:`,
    messages.unreachableHint.en,
    {
      kind: 'change',
      matching: linkedPage,
      change: halved,
    },
  ),
  givesUp(
    'compressed bytes that are damaged',
    'localhost: the answer arrived incomplete or damaged:',
    messages.unreachableHint.en,
    {
      kind: 'change',
      matching: linkedPage,
      change: damaged,
    },
  ),
  {
    ...givesUp('silence in the middle', 'localhost: no data for 4 s.', messages.unreachableHint.en, {
      kind: 'stall',
      matching: linkedPage,
    }),
    settings: { idleSeconds: 4 },
  },
  {
    fault: 'the server stops, on page two',
    meanwhile: { matching: linkedPage, act: 'the server stops' },
    exitCode: 4,
    says: 'Given up after 3 attempts. localhost cannot be reached:',
    advises: messages.unreachableHint.en,
  },
  passes('throttled without Retry-After (429)', answers(busy(429))),
  passes('the connection breaks', { kind: 'cut', matching: linkedPage }),
  {
    fault: 'the token expires in the middle of the run (401)',
    meanwhile: { matching: firstPage, act: 'tokens are revoked' },
    exitCode: 0,
    says: '',
    advises: null,
    seen: { what: 'logins', times: 2 },
    counts: /POST .*\/oauth2/,
  },
  {
    fault: 'an empty page with a link',
    faults: [{ kind: 'change', matching: linkedPage, times: 1, change: withJson(emptied) }],
    exitCode: 0,
    says: '',
    advises: null,
    ...pages(4),
  },
  {
    fault: 'Ctrl-C while Graph is silent',
    faults: [{ kind: 'silence', matching: linkedPage }],
    settings: { idleSeconds: 60 },
    interruptWhen: linkedPage,
    ...interrupted,
    ...pages(1),
  },
  {
    fault: 'Ctrl-C while Graph asks to wait',
    faults: [answers(busy(429, '600'))],
    interruptWhen: linkedPage,
    ...interrupted,
    ...pages(1),
  },
];

/** Everything that can happen while the list of devices is read. */
export const listFaults: readonly GraphFaultCase[] = [...refusals, ...strangeLinks, ...weather];
