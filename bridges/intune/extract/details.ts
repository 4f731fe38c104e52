import type { Item } from '../../../shared/graph/source.ts';
import type { PeopleFilter } from '../../../shared/people/filter.ts';
import { isPersonal } from '../population.ts';
import type { Unreadable } from '../record.ts';
import { type DetailRow, detailColumns, hardwareColumns, type ListRow, readRow } from '../record.ts';
import type { DetailCache, FreshDetail } from './detail-cache.ts';
import type { Reading } from './list.ts';

/** Devices asked for together: a batch takes twenty, and what was read is kept after each hundred. */
const atOnce = 100;
/** Inventories are a week old at most; notes change without anything else changing. */
const freshDays = 30;
const dayMilliseconds = 86_400_000;

/** What reading the details took. */
export interface DetailReading {
  /** Devices asked for in this run. */
  readonly asked: number;
  /** Of these, devices that were gone meanwhile. */
  readonly gone: number;
  /** Devices whose turn has not come within the budget of the day. */
  readonly waiting: number;
}

/**
 * Reads what only a request for the one device fills, of new devices first, then of those that changed, then of those
 * read longest ago, within a budget a day; then gives every device what is known of it. Of a device that belongs to a
 * person nothing is asked unless all is wanted.
 */
export async function readDetails(
  reading: Reading,
  cache: DetailCache,
  perDay: number,
): Promise<DetailReading> {
  const { spool, progress } = reading;
  const today = (spool.newestSync() ?? '').slice(0, 10);
  const due = dueDevices(reading, cache, today);
  const budget = Math.max(0, perDay - cache.spentOn(today));
  const turn = due.slice(0, budget);
  let gone = 0;
  for (let start = 0; start < turn.length; start += atOnce) {
    const group = turn.slice(start, start + atOnce);
    const read = await readGroup(reading, group);
    gone += group.length - read.size;
    cache.keep(today, group.length, read);
    progress({ step: 'read', subject: 'details', count: start + group.length });
  }
  cache.forgetExcept((id) => spool.isKept(id));
  for (const { id, list } of spool.kept()) {
    const detail = mayAsk(reading, list) ? cache.find(id) : null;
    if (detail) spool.part('detail', id, detail);
  }
  return { asked: turn.length, gone, waiting: due.length - turn.length };
}

interface Due {
  readonly id: string;
  readonly fingerprint: string;
}

function dueDevices(reading: Reading, cache: DetailCache, today: string): Due[] {
  const unread: Due[] = [];
  const changed: Due[] = [];
  const old: (Due & { readonly readOn: string })[] = [];
  const oldBefore = dayBefore(today, freshDays);
  for (const { id, list } of reading.spool.kept()) {
    if (!mayAsk(reading, list)) continue;
    const fingerprint = fingerprintOf(list);
    const cached = cache.mark(id);
    if (cached === null) unread.push({ id, fingerprint });
    else if (cached.fingerprint !== fingerprint) changed.push({ id, fingerprint });
    else if (cached.readOn <= oldBefore) old.push({ id, fingerprint, readOn: cached.readOn });
  }
  old.sort((a, b) => (a.readOn < b.readOn ? -1 : a.readOn > b.readOn ? 1 : 0));
  return [...unread, ...changed, ...old];
}

const mayAsk = ({ rules }: Reading, list: ListRow): boolean => rules.personal === 'all' || !isPersonal(list);

/** What tells that the machine behind a device may be another one, or has been changed. */
const fingerprintOf = ({ model, osVersion, serialNumber, totalStorageSpaceInBytes }: ListRow): string =>
  JSON.stringify([model, osVersion, serialNumber, totalStorageSpaceInBytes]);

function dayBefore(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at - days * dayMilliseconds).toISOString().slice(0, 10);
}

async function readGroup(
  { source, people, unreadable, signal }: Reading,
  group: readonly Due[],
): Promise<Map<string, FreshDetail>> {
  const items = await source.batch(
    group.map(({ id }) => detailPath(id, people)),
    signal,
  );
  const read = group.flatMap(({ id, fingerprint }, at) => {
    const item = items[at] ?? null;
    return item === null ? [] : [[id, { fingerprint, detail: detailOf(item, people, unreadable) }] as const];
  });
  return new Map(read);
}

/** On beta the memory is real only when it is asked for together with hardwareInformation. */
export function detailPath(id: string, people: PeopleFilter): string {
  const properties = ['id', 'hardwareInformation', ...people.names('details', Object.keys(detailColumns))];
  return `/beta/deviceManagement/managedDevices/${id}?$select=${properties.join(',')}`;
}

function detailOf(item: Item, people: PeopleFilter, unreadable: Unreadable): DetailRow {
  const hardware: Item = Object(item.hardwareInformation ?? {});
  return {
    ...people.row('details', readRow(detailColumns, item, unreadable)),
    hardware: readRow(hardwareColumns, hardware, unreadable),
  };
}
