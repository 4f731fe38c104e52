import type { IntuneRecord } from '../record.ts';
import { documentOf } from './database.ts';
import { type PartName, parts } from './spool.ts';

/** A device as it was spooled, and the reason that keeps it out of the population. */
export interface Spooled {
  readonly record: IntuneRecord;
  readonly reason: string | null;
}

const joins = parts.map((part) => `LEFT JOIN ${part} ON ${part}.id = device.id`).join(' ');
const columns = parts.map((part) => `${part}.document AS ${part}`).join(', ');
const query = `
  SELECT device.id AS id, reason, taken, device.document AS list, ${columns}
  FROM device INDEXED BY by_name ${joins} ORDER BY device.name, device.id`;

/** A finished spool, opened to be read; the opening is closed when the reading ends. */
export async function openRecords(path: string): Promise<() => Generator<Spooled>> {
  const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default;
  return function* () {
    const database = new Sqlite(path);
    const rows = database.prepare(query);
    try {
      for (const row of rows.iterate()) yield spooled(row);
    } finally {
      rows.finalize();
      database.close();
    }
  };
}

function spooled(row: Readonly<Record<string, unknown>>): Spooled {
  const { id, reason, taken } = row;
  const list = documentOf<IntuneRecord['list']>(row.list);
  if (list === null) throw new TypeError('a device without its document');
  const part = <T>(name: PartName) => documentOf<T>(row[name] ?? null);
  const record: IntuneRecord = {
    id: String(id),
    list,
    report: part('report'),
    lastLogon: part('lastLogon'),
    client: part('client'),
    detail: part('detail'),
    nameTaken: taken === 1,
  };
  return { record, reason: reason === null ? null : String(reason) };
}
