import { SourceError } from '../../../shared/errors.ts';
import type { GraphSource, Item } from '../../../shared/graph/source.ts';
import type { PeopleFilter } from '../../../shared/people/filter.ts';
import type { Progress } from '../../../shared/run/progress.ts';
import { judgePopulation } from '../population.ts';
import { id as readId } from '../readers.ts';
import { listColumns, readRow, type Unreadable } from '../record.ts';
import type { IntuneRules } from '../rules.ts';
import { messages } from './messages.ts';
import type { DeviceSpool } from './spool.ts';

/** What reading the list took. */
export interface ListReading {
  readonly pages: number;
  /** Devices delivered; the collection is live, so one may come twice. */
  readonly rows: number;
}

/** Where and how the fleet is read. */
export interface Reading {
  readonly source: GraphSource;
  readonly spool: DeviceSpool;
  readonly rules: IntuneRules;
  /** What of people may be taken: the rest is not asked for. */
  readonly people: PeopleFilter;
  readonly unreadable: Unreadable;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The list with the properties that are wanted, of people as far as they may be taken. */
export function listPath(people: PeopleFilter): string {
  const properties = ['id', ...people.names('managedDevices', Object.keys(listColumns))];
  return `/v1.0/deviceManagement/managedDevices?$select=${properties.join(',')}`;
}

/** Reads every page of managedDevices into the spool. Rejects with `SourceError` for a device without an id. */
export async function readList({
  source,
  spool,
  rules,
  people,
  unreadable,
  progress,
  signal,
}: Reading): Promise<ListReading> {
  let pages = 0;
  let rows = 0;
  const sink = {
    items: (page: readonly Item[]) => {
      pages += 1;
      for (const item of page) {
        const list = people.row('managedDevices', readRow(listColumns, item, unreadable));
        spool.device(deviceId(item.id), list, judgePopulation(list, rules));
      }
      rows += page.length;
      progress({ step: 'read', subject: 'managedDevices', count: rows });
    },
    restart: () => {
      pages = 0;
      rows = 0;
      spool.restart('device');
    },
  };
  await source.list(listPath(people), sink, signal);
  return { pages, rows };
}

/** The id in lower case, as every join takes it. */
export function deviceId(value: unknown): string {
  const id = typeof value === 'string' ? readId(value) : null;
  if (id === null) throw new SourceError(messages.deviceWithoutId, { hint: messages.overviewUnreadableHint });
  return id;
}
