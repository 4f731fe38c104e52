import { type Columns, readRow } from '../record.ts';
import { deviceId, type Reading } from './list.ts';
import type { PartName } from './spool.ts';

const key = 'DeviceId';
const progressEvery = 1_000;

/** A report of which each device has one row. */
export interface DeviceReport {
  /** `reportName` of the export job. */
  readonly name: string;
  readonly part: PartName;
  readonly columns: Columns;
}

/** Reads a whole report into the spool; resolves with its number of rows. */
export async function readReport(
  { source, spool, people, unreadable, progress, signal }: Reading,
  { name, part, columns }: DeviceReport,
): Promise<number> {
  const select = [key, ...people.names(name, Object.keys(columns))];
  let rows = 0;
  const sink = {
    columns: () => {},
    row: (cells: readonly unknown[]) => {
      const item = Object.fromEntries(select.map((column, at) => [column, cells[at] ?? null]));
      spool.part(part, deviceId(item[key]), people.row(name, readRow(columns, item, unreadable)));
      rows += 1;
      if (rows % progressEvery === 0) progress({ step: 'read', subject: name, count: rows });
    },
    restart: () => {
      rows = 0;
      spool.restart(part);
    },
  };
  await source.report({ name, select }, sink, signal);
  return rows;
}
