import { closeSync, createReadStream, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readQueryFile } from '../../shared/sql/query-file.ts';
import type { Row } from '../../shared/sql/rows.ts';
import type { FleetContent } from '../fakes/generated-fleet.ts';
import { ByteWriter } from '../fakes/tds/byte-writer.ts';
import type { Column, Reply } from '../fakes/tds/reply.ts';
import { RowWriter } from '../fakes/tds/rows.ts';
import { type ColumnTypes, selectedColumns } from '../fakes/tds/select-list.ts';

const bytesAtOnce = 1 << 20;

/** One section as it goes over the wire, in a file of its own. */
interface EncodedSection {
  readonly columns: readonly Column[];
  readonly path: string;
  readonly count: number;
}

/** A generated fleet whose rows were encoded beforehand, so that serving them costs next to nothing. */
export class EncodedFleet {
  readonly #sections = new Map<string, EncodedSection>();

  /** Encodes the answers of all queries of a bridge into files of a folder; the software is not among them. */
  constructor(bridge: string, devices: number, content: FleetContent, types: ColumnTypes, folder: string) {
    for (const section of sectionsOf(bridge)) {
      const { text } = readQueryFile(bridge, section, null);
      const columns = selectedColumns(text, types);
      const path = join(folder, `${section}.tds`);
      const count = encode(columns, rowsOf(section, devices, content), path);
      this.#sections.set(essenceOf(text), { columns, path, count });
    }
  }

  /** Rows of all sections together. */
  get rows(): number {
    return [...this.#sections.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The answer to a query of the bridge; null for any other. */
  answer(sql: string): Reply | null {
    const section = this.#sections.get(essenceOf(sql));
    if (!section) return null;
    const { columns, path, count } = section;
    const bytes = createReadStream(path, { highWaterMark: bytesAtOnce / 4 });
    return { sets: [{ columns, rows: { count, bytes } }] };
  }
}

/** The sections that a run reads whatever it is asked for. */
export const sectionsOf = (bridge: string): string[] =>
  readdirSync(join('queries', bridge))
    .map((name) => name.replace(/\.sql$/, ''))
    .filter((section) => section !== 'software');

/** A query without its comments, however its blanks are. */
const essenceOf = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function* rowsOf(section: string, devices: number, content: FleetContent): Generator<Row> {
  const { key, firstKey, site, sections } = content;
  if (section === 'site') yield* site;
  const rows = sections[section];
  for (let n = 0; rows && n < devices; n += 1)
    for (const row of rows(n)) yield { [key]: firstKey + n, ...row };
}

function encode(columns: readonly Column[], rows: Iterable<Row>, path: string): number {
  const file = openSync(path, 'w');
  const writer = new RowWriter(columns, true);
  const out = new ByteWriter();
  let count = 0;
  for (const row of rows) {
    writer.writeRow(
      out,
      columns.map(({ name }) => row[name] ?? null),
    );
    count += 1;
    if (out.length > bytesAtOnce) writeSync(file, out.take());
  }
  writeSync(file, out.take());
  closeSync(file);
  return count;
}
