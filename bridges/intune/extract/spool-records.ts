import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import type { IntuneRecord } from '../record.ts';
import { openDatabase, unwritable } from './database.ts';
import { parts } from './spool.ts';

/** A device as it was spooled, and the reason that keeps it out of the population. */
export interface Spooled {
  readonly record: IntuneRecord;
  readonly reason: string | null;
}

/** Devices that follow one another in the file of the joined ones: bytes from its start. Plain data. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** All devices of a fleet, list and reports joined, in the order of their names: a JSON object a line. */
export interface JoinedDevices {
  readonly path: string;
  readonly ranges: readonly ByteRange[];
}

const devicesInRange = 256;
const joins = parts.map((part) => `LEFT JOIN ${part} ON ${part}.id = device.id`).join(' ');
const columns = parts.map((part) => `${part}.document AS ${part}`).join(', ');
const query = `
  SELECT device.id AS id, reason, taken, device.document AS list, ${columns}
  FROM device INDEXED BY by_name ${joins} ORDER BY device.name, device.id`;

/** Joins a finished spool, in a file beside it that several threads may read. Throws `OutputError`. */
export async function joinDevices(spoolPath: string): Promise<JoinedDevices> {
  const database = await openDatabase(spoolPath);
  const rows = database.prepare(query);
  const path = `${spoolPath}.ndjson`;
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      return { path, ranges: writeLines(file, rows.iterate()) };
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unwritable(path, cause);
  } finally {
    rows.finalize();
    database.close();
  }
}

/** The devices of a range. */
export function* joinedDevices(path: string, { start, end }: ByteRange): Generator<Spooled> {
  const bytes = Buffer.allocUnsafe(end - start);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, start);
  } finally {
    closeSync(file);
  }
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf(0x0a, at);
    yield JSON.parse(bytes.toString('utf8', at, line));
    at = line + 1;
  }
}

type Row = Readonly<Record<string, unknown>>;

function writeLines(file: number, rows: Iterable<Row>): ByteRange[] {
  const ranges: ByteRange[] = [];
  let start = 0;
  let lines: string[] = [];
  const write = () => {
    const bytes = Buffer.from(lines.join(''));
    writeFileSync(file, bytes);
    ranges.push({ start, end: start + bytes.length });
    start += bytes.length;
    lines = [];
  };
  for (const row of rows) {
    lines.push(lineOf(row));
    if (lines.length === devicesInRange) write();
  }
  write();
  return ranges;
}

/** A `Spooled` as JSON; its documents are JSON already. */
function lineOf(row: Row): string {
  const { id, reason, taken, list } = row;
  const further = parts.map((part) => `"${part}":${textOf(row[part])}`).join();
  const record = `{"id":${JSON.stringify(id)},"list":${textOf(list)},${further},"nameTaken":${taken === 1}}`;
  return `{"record":${record},"reason":${JSON.stringify(reason)}}\n`;
}

/** A document as the spool has it; one without line breaks. */
function textOf(document: unknown): string {
  if (document === null) return 'null';
  if (!(document instanceof Uint8Array)) throw new TypeError('a document is bytes');
  return Buffer.from(document.buffer, document.byteOffset, document.byteLength).toString('utf8');
}
