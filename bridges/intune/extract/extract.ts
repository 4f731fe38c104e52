import { join } from 'node:path';
import type { ExtractRun } from '../../../shared/bridge.ts';
import { SourceError } from '../../../shared/errors.ts';
import type { GraphSource } from '../../../shared/graph/source.ts';
import type { PeopleFilter } from '../../../shared/people/filter.ts';
import type { Notice } from '../../../shared/text.ts';
import { lastLogonColumns, reportColumns, Unreadable } from '../record.ts';
import type { IntuneRules } from '../rules.ts';
import { cleanCachedDetails } from './cached-people.ts';
import { readClients } from './clients.ts';
import { proveComplete } from './completeness.ts';
import { DetailCache } from './detail-cache.ts';
import { type DetailReading, readDetails } from './details.ts';
import { type Reading, readList } from './list.ts';
import { messages } from './messages.ts';
import { type Overview, readOverview } from './overview.ts';
import { readReport } from './report.ts';
import { DeviceSpool, type FleetCounts } from './spool.ts';
import { together } from './together.ts';

/** What is asked of a tenant. */
export interface FleetRequest {
  readonly source: GraphSource;
  readonly rules: IntuneRules;
  readonly people: PeopleFilter;
  /** Devices whose details may be read in a day; null reads none. */
  readonly detailsPerDay: number | null;
  /** Folder in which details are kept from one night to the next. */
  readonly cacheFolder: string;
}

/** A fleet that was read to its end. */
export interface Fleet {
  readonly counts: FleetCounts;
  readonly overview: Overview;
  readonly pages: number;
  readonly sections: Readonly<Record<string, number | null>>;
  readonly notices: readonly Notice[];
  /** Path of the spool. */
  readonly path: string;
}

/**
 * Reads list, reports and, where they are wanted, details into a spool, and proves that all of it came. Rejects with a
 * `BridgeError` otherwise.
 */
export async function extractFleet(request: FleetRequest, run: ExtractRun): Promise<Fleet> {
  const { source, rules, people, detailsPerDay } = request;
  const { folder, progress, signal } = run;
  const cachePath = join(request.cacheFolder, 'intune-details.sqlite');
  await cleanCachedDetails(cachePath, people);
  const spool = await DeviceSpool.create(folder, 'intune.sqlite');
  const reading = { source, spool, rules, people, unreadable: new Unreadable(), progress, signal };
  try {
    const before = await readOverview(source, signal);
    const [list, reported, lastLogons] = await readBulk(reading);
    const clients = await readClientsIfAny(reading, before);
    const overview = await readOverview(source, signal);
    spool.markTakenNames();
    const counts = spool.counts();
    const proof = proveComplete({
      ...counts,
      pages: list.pages,
      reported,
      counted: [before.enrolledDeviceCount, overview.enrolledDeviceCount],
      tolerancePercent: rules.tolerancePercent,
    });
    const details = detailsPerDay === null ? null : await read(reading, cachePath, detailsPerDay);
    return {
      counts,
      overview,
      pages: list.pages,
      sections: {
        managedDevices: list.rows,
        DevicesWithInventory: reported,
        ...(lastLogons !== null && { Devices: lastLogons }),
        ...(clients.rows !== undefined && { comanagedDevices: clients.rows }),
        ...(details && { details: details.asked }),
      },
      notices: [
        ...proof,
        ...clients.notices,
        ...detailNotices(details, detailsPerDay),
        ...unreadable(reading.unreadable),
      ],
      path: spool.path,
    };
  } finally {
    spool.close();
  }
}

/** List and reports at the same time: Intune takes minutes to prepare a report. */
function readBulk(reading: Reading) {
  const { rules, people } = reading;
  const logons = { name: 'Devices', part: 'lastLogon', columns: lastLogonColumns } as const;
  const withLogons = rules.user === 'lastLoggedOn' && people.reads(logons);
  return together(
    [
      (signal) => readList({ ...reading, signal }),
      (signal) =>
        readReport(
          { ...reading, signal },
          { name: 'DevicesWithInventory', part: 'report', columns: reportColumns },
        ),
      async (signal) => (withLogons ? readReport({ ...reading, signal }, logons) : null),
    ],
    reading.signal,
  );
}

/** Which client of SCCM a device has ties it to SCCM later, and is worth no failed night: beta may refuse to say. */
async function readClientsIfAny(
  reading: Reading,
  { dualEnrolledDeviceCount }: Overview,
): Promise<{ readonly rows?: number | null; readonly notices: readonly Notice[] }> {
  if (!dualEnrolledDeviceCount) return { notices: [] };
  try {
    return { rows: await readClients(reading), notices: [] };
  } catch (error) {
    reading.signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    return { rows: null, notices: [{ code: 'clients-unread', text: messages.clientsUnread(error.text) }] };
  }
}

async function read(reading: Reading, path: string, perDay: number): Promise<DetailReading> {
  const cache = await DetailCache.open(path);
  try {
    return await readDetails(reading, cache, perDay);
  } finally {
    cache.close();
  }
}

function detailNotices(details: DetailReading | null, perDay: number | null): Notice[] {
  if (!details?.waiting || perDay === null) return [];
  return [{ code: 'details-waiting', text: messages.detailsWaiting(details.waiting, perDay) }];
}

const unreadable = (values: Unreadable): Notice[] =>
  [...values.entries()].map(([column, count]) => ({
    code: 'values-unreadable',
    text: messages.valuesUnreadable(column, count),
  }));
