import { brotliDecompressSync } from 'node:zlib';
import type { Database } from 'node-sqlite3-wasm';
import { RowShape } from '../extract/row-shape.ts';
import type { Section } from '../extract/section.ts';
import { lineRows } from '../extract/spool.ts';
import type { ReadRow, ReadRows } from '../read-device.ts';
import type { Cell } from '../sql/source.ts';
import type { KeptDevice } from './kept-device.ts';

/** The section of what a site's queries add to the bridge's own columns. */
const added = 'extra';

/** A part of a section, in which the rows of a device may lie. */
type Piece = Readonly<Record<string, unknown>>;

/** The rows of one device out of the sections that were kept as they were spooled, read as the join reads them. */
export function keptRows(
  database: Database,
  sections: Readonly<Record<string, Section>>,
  { run, sourceId }: KeptDevice,
): ReadRows {
  const key = Number(sourceId);
  const pieces: Piece[] = database.all(
    `SELECT section, columns, key_at AS keyAt, rows FROM section_rows
     WHERE run = ? AND ? BETWEEN first_key AND last_key ORDER BY rowid`,
    [run, key],
  );
  const extra: Record<string, string> = {};
  const found: [string, readonly ReadRow[]][] = Object.values(sections).map((section) => {
    const own = pieces.filter((piece) => piece.section === section.name);
    return [section.name, rowsOf(section, own, key, extra)];
  });
  if (Object.keys(extra).length > 0) found.push([added, [extra]]);
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}

function rowsOf(
  section: Section,
  pieces: readonly Piece[],
  key: number,
  extra: Record<string, string>,
): ReadRow[] {
  const [first] = pieces;
  if (first === undefined) return [];
  const keyAt = Number(first.keyAt);
  const shape = new RowShape(section, { columns: JSON.parse(String(first.columns)), keyAt });
  const own = pieces.flatMap(({ rows }) => cellsOf(rows)).filter((cells) => Number(cells[keyAt]) === key);
  return (section.grain === 'many' ? own : own.slice(0, 1)).map((cells) => shape.read(cells, extra));
}

function cellsOf(rows: unknown): (readonly Cell[])[] {
  if (!(rows instanceof Uint8Array)) throw new TypeError('rows are bytes');
  return brotliDecompressSync(rows).toString('utf8').split('\n').flatMap(lineRows);
}
