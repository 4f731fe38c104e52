import { messages } from '../shared/graph/messages.ts';
import { messages as reportMessages } from '../shared/graph/report-messages.ts';
import type { Fault } from './fakes/graph/faults.ts';
import { addressExpired, forbidden, halved, withJson, withParts } from './fakes/graph/replies.ts';
import { zip } from './fakes/graph/zip.ts';
import type { GraphFaultCase } from './fakes/graph-fault-case.ts';

const report = 'DevicesWithInventory';
const ask = /POST .*\/exportJobs$/;
const look = /GET .*\/exportJobs\('/;
const archive = /GET \/exports\/.*\.zip/;
const batch = /POST \/beta\/\$batch/;
const jobs = (times: number) => ({ seen: { what: 'jobs', times }, counts: ask });
const downloads = (times: number) => ({ seen: { what: 'downloads', times }, counts: archive });

const becomes = (status: string): Fault => ({
  kind: 'change',
  matching: look,
  change: withJson((job) => ({ ...job, status, url: null })),
});
const archived = (text: string, name = 'x.csv'): Fault => ({
  kind: 'answer',
  matching: archive,
  reply: {
    status: 200,
    headers: { 'content-type': 'application/zip' },
    body: zip({ name, content: Buffer.from(text) }),
  },
});

/** What another job does not cure: three are asked for. */
const spoils = (fault: string, says: string, advises: string, happens: Fault): GraphFaultCase => ({
  fault,
  faults: [happens],
  exitCode: 4,
  says: `Given up after 3 requests for the report. Report ${report}: ${says}`,
  advises,
  ...jobs(3),
});

/** What another download does not cure: three are made. */
const breaks = (fault: string, says: string, happens: Fault): GraphFaultCase => ({
  fault,
  faults: [happens],
  exitCode: 4,
  says: `Given up after 3 attempts. ${says}`,
  advises: reportMessages.downloadHint.en,
  ...downloads(3),
});

const reports: readonly GraphFaultCase[] = [
  {
    fault: 'no right to export reports (403)',
    faults: [{ kind: 'answer', matching: ask, reply: forbidden('DeviceManagementConfiguration.Read.All') }],
    exitCode: 3,
    says: '/v1.0/deviceManagement/reports/exportJobs: Graph refuses to let this be read.',
    advises: messages.forbiddenHint(
      'DeviceManagementConfiguration.Read.All',
      'DeviceManagementApps.Read.All, DeviceManagementManagedDevices.Read.All, Organization.Read.All',
    ).en,
    ...jobs(1),
  },
  spoils('the report fails', 'Intune could not prepare it.', reportMessages.jobHint.en, becomes('failed')),
  {
    ...spoils(
      'the report is never ready',
      'still not ready after',
      reportMessages.jobHint.en,
      becomes('inProgress'),
    ),
    settings: { reportMinutes: 0.01 },
  },
  spoils(
    'the address of the report has expired',
    'localhost refuses the download (403 AuthenticationFailed).',
    reportMessages.downloadHint.en,
    {
      kind: 'answer',
      matching: archive,
      reply: addressExpired,
    },
  ),
  breaks('an archive that is cut short', `Report ${report}: what was downloaded is incomplete or damaged:`, {
    kind: 'change',
    matching: archive,
    change: halved,
  }),
  {
    fault: 'a report without a column that was asked for',
    faults: [archived('"Device ID"\r\n')],
    exitCode: 4,
    says: `Report ${report}: columns that were asked for and did not come, or came twice:`,
    advises: reportMessages.columnsHint.en,
    ...downloads(1),
  },
  {
    fault: 'a report that unpacks to more than is allowed',
    settings: { reportGigabytes: 0.000001 },
    exitCode: 4,
    says: `Report ${report}: it unpacks to more than 0.000001 GB.`,
    advises: reportMessages.tooBigHint.en,
    ...downloads(1),
  },
  {
    fault: 'the report fails, once',
    faults: [{ ...becomes('failed'), times: 1 }],
    exitCode: 0,
    says: `Report ${report}: Intune could not prepare it. The report was asked for again.`,
    advises: null,
    ...jobs(2),
  },
  {
    fault: 'an archive that is cut short, once',
    faults: [{ kind: 'change', matching: archive, times: 1, change: halved }],
    exitCode: 0,
    says: `Report ${report}: what was downloaded is incomplete or damaged:`,
    advises: null,
    ...downloads(2),
  },
];

const throttledPart = withParts(({ id, ...part }, place) =>
  place === 0 ? { id, status: 429, headers: { 'Retry-After': '0' }, body: {} } : { id, ...part },
);

const batches: readonly GraphFaultCase[] = [
  {
    fault: 'details throttled inside a batch, once',
    faults: [{ kind: 'change', matching: batch, times: 1, change: throttledPart }],
    exitCode: 0,
    says: 'Microsoft Graph: requests sent again, busy service or network (1).',
    advises: null,
    seen: { what: 'batches', times: 4 },
    counts: batch,
  },
  {
    fault: 'details left without an answer in a batch',
    faults: [
      { kind: 'change', matching: batch, change: withParts((part, place) => (place === 0 ? null : part)) },
    ],
    exitCode: 4,
    says: 'Given up after 3 attempts. /beta/$batch: Graph left requests of the batch without an answer (1).',
    advises: messages.refusedHint.en,
    seen: { what: 'batches', times: 3 },
    counts: batch,
  },
  {
    fault: 'details refused inside a batch (403)',
    faults: [
      {
        kind: 'change',
        matching: batch,
        change: withParts(({ id }) => ({
          id,
          status: 403,
          headers: {},
          body: JSON.parse(forbidden('DeviceManagementConfiguration.Read.All').body.toString()),
        })),
      },
    ],
    exitCode: 3,
    says: 'Graph refuses to let this be read. Forbidden: Application is not authorized',
    advises: messages.forbiddenHint(
      'DeviceManagementConfiguration.Read.All',
      'DeviceManagementApps.Read.All, DeviceManagementManagedDevices.Read.All, Organization.Read.All',
    ).en,
    seen: { what: 'batches', times: 1 },
    counts: batch,
  },
];

/** Everything that can happen while reports and details are read. */
export const reportFaults: readonly GraphFaultCase[] = [...reports, ...batches];
