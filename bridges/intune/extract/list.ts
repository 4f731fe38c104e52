import { SourceError } from '../../../shared/errors.ts';
import type { GraphSource, Item } from '../../../shared/graph/source.ts';
import type { Progress } from '../../../shared/run/progress.ts';
import { judgePopulation } from '../population.ts';
import { id as readId } from '../readers.ts';
import { listColumns, namesOf, readRow, type Unreadable } from '../record.ts';
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
  readonly unreadable: Unreadable;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The list with the properties that are wanted; people only where the site wants people. */
export const listPath = ({ users }: IntuneRules): string =>
  `/v1.0/deviceManagement/managedDevices?$select=${['id', ...namesOf(listColumns, users)].join(',')}`;

/** Reads every page of managedDevices into the spool. Rejects with `SourceError` for a device without an id. */
export async function readList({
  source,
  spool,
  rules,
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
        const list = readRow(listColumns, item, unreadable);
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
  await source.list(listPath(rules), sink, signal);
  return { pages, rows };
}

/** The id in lower case, as every join takes it. */
export function deviceId(value: unknown): string {
  const id = typeof value === 'string' ? readId(value) : null;
  if (id === null) throw new SourceError(messages.deviceWithoutId, { hint: messages.overviewUnreadableHint });
  return id;
}
