import { applicationKey, type OctopusOptions } from './fakes/octopus-api.ts';

/** The calls as the server sees them. */
export const token = 'GET /api/auth/apitoken';
export const lists = 'GET /api/querylist/get/Configurations';
export const execute = 'POST /api/query/execute/42';

/** One thing that goes wrong between the command and Octopus, and how it must then end. */
export type ReadbackFault = readonly [
  fault: string,
  options: OctopusOptions,
  /** Entries of the block `octopusApi` that differ from the ordinary ones. */
  changes: Readonly<Record<string, unknown>>,
  ends: { readonly code: number; readonly calls: readonly string[] },
  /** Part of what is said. */
  says: string,
  /** Part of what is advised. */
  advises: string,
];

export const readbackFaults: readonly ReadbackFault[] = [
  [
    'a wrong application key',
    {},
    { applicationKey: { env: 'BRIDGE_WRONG_KEY' } },
    { code: 3, calls: [token] },
    '/api/auth/apitoken: Octopus refuses access (401).',
    'Check the application key that octopusApi.applicationKey names',
  ],
  [
    'every token refused',
    { fault: { at: 'execute', kind: 'status', status: 401 } },
    {},
    { code: 3, calls: [token, execute, token, execute] },
    '/api/query/execute/42: Octopus refuses access (401).',
    'Check token.header and token.scheme',
  ],
  [
    'a list that the account may not open',
    { fault: { at: 'execute', kind: 'status', status: 403 } },
    {},
    { code: 3, calls: [token, execute] },
    '/api/query/execute/42: Octopus refuses access (403).',
    'Check token.header and token.scheme',
  ],
  [
    'two lists of one name',
    {},
    { list: { name: 'Deux fois' } },
    { code: 3, calls: [token, lists] },
    'lists named "Deux fois": 2, among 4',
    'Check list.name and list.module',
  ],
  [
    'a sign-in page',
    { fault: { at: 'token', kind: 'html' } },
    {},
    { code: 4, calls: [token] },
    '/api/auth/apitoken answers a web page instead of data.',
    'It is a sign-in page, or a path that does not exist',
  ],
  [
    'a fault of the server',
    { fault: { at: 'token', kind: 'status', status: 500 } },
    {},
    { code: 4, calls: [token] },
    '/api/auth/apitoken answers 500.',
    'Try again later',
  ],
  [
    'a list that does not exist',
    {},
    { list: { id: 99 } },
    { code: 4, calls: [token, 'POST /api/query/execute/99'] },
    '/api/query/execute/99 answers 404.',
    'Compare url, the paths and list.id',
  ],
  [
    'truncated JSON',
    { fault: { at: 'execute', kind: 'truncated' } },
    {},
    { code: 4, calls: [token, execute] },
    '/api/query/execute/42: the answer is empty, cut short, or no JSON.',
    'Try again',
  ],
  [
    'a connection cut in the answer',
    { fault: { at: 'execute', kind: 'cut' } },
    {},
    { code: 4, calls: [token, execute] },
    '/api/query/execute/42: the connection was cut in the middle of the answer.',
    'Try again',
  ],
  [
    'a redirection to another origin',
    { fault: { at: 'token', kind: 'redirect', to: `https://login.example.org/?key=${applicationKey}` } },
    {},
    { code: 4, calls: [token] },
    '/api/auth/apitoken redirects to https://login.example.org; the redirection was not followed.',
    'Give the final address in octopusApi.url',
  ],
  [
    'a redirection to the same origin',
    { fault: { at: 'execute', kind: 'redirect', to: '/api/querylist/get/Configurations' } },
    {},
    { code: 4, calls: [token, execute] },
    '/api/query/execute/42 redirects elsewhere; the redirection was not followed.',
    'Give the final address in octopusApi.url',
  ],
  [
    'silence',
    { fault: { at: 'token', kind: 'silence' } },
    { timeLimitSeconds: 5 },
    { code: 4, calls: [token] },
    '/api/auth/apitoken has not finished answering in 5 s.',
    'raise octopusApi.timeLimitSeconds',
  ],
  [
    'an answer too large',
    { fault: { at: 'execute', kind: 'answer', value: ['x'.repeat(1024 * 1024)] } },
    { maxMegabytes: 1 },
    { code: 4, calls: [token, execute] },
    '/api/query/execute/42: the answer is larger than 1 MB.',
    'Keep only the columns to compare',
  ],
  [
    'an answer of another shape',
    { fault: { at: 'execute', kind: 'answer', value: { data: { rows: [] }, total: 0 } } },
    {},
    { code: 4, calls: [token, execute] },
    'nothing usable at "." (octopusApi.answer.rows); found: an object with the fields data, data.rows, total.',
    'Write in octopusApi.answer.rows where it is',
  ],
  [
    'a token elsewhere in the answer',
    { fault: { at: 'token', kind: 'answer', value: { access: { jwt: applicationKey } } } },
    {},
    { code: 4, calls: [token] },
    'nothing usable at "token" (octopusApi.token.field); found: an object with the fields access, access.jwt.',
    'Write in octopusApi.token.field where it is',
  ],
  [
    'a column that the list does not have',
    {},
    { columns: { name: 'Name' } },
    { code: 4, calls: [token, execute] },
    'no row has a column "Name"; found: an object with the fields Nom, No de série, Type.',
    'Add the column to the list in Octopus',
  ],
  [
    'an unknown authority',
    { certificate: 'unknown' },
    {},
    { code: 4, calls: [] },
    'the certificate cannot be trusted: unable to verify the first certificate',
    'octopusApi.certificateAuthority',
  ],
  [
    'nothing that listens',
    {},
    { url: 'https://localhost:1' },
    { code: 4, calls: [] },
    'localhost:1/api/auth/apitoken cannot be reached: connect ECONNREFUSED',
    'Check octopusApi.url, DNS and the firewall',
  ],
  [
    'http to another machine, and a mistaken word',
    {},
    { url: 'http://octopus.example.org', token: { word: 'jeton' }, list: {} },
    { code: 2, calls: [] },
    '1:16 octopusApi.url: an https address without account',
    'Correct the lines named',
  ],
];
