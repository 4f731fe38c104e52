import { brotliCompressSync, constants } from 'node:zlib';
import type { Database } from 'node-sqlite3-wasm';
import type { JoinedSpool } from '../extract/join.ts';
import { lineRows, type Spool, spoolLines } from '../extract/spool.ts';

const schema = `
  CREATE TABLE section_rows (
    section TEXT NOT NULL, columns TEXT NOT NULL, key_at INTEGER NOT NULL, first_key INTEGER NOT NULL,
    last_key INTEGER NOT NULL, rows BLOB NOT NULL);
`;
/** Bytes that are compressed together, and read again for one device; four times as many would be 3 % smaller. */
const pieceBytes = 1 << 16;
const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 };

/** What the source said of the devices, in the database of the run's store: the spools, in pieces compressed with Brotli. */
export class SpoolStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
  }

  /** Keeps spools, without the rows that are of no device. The devices are all there, no transaction is open; memory holds one piece. */
  keep(spools: readonly JoinedSpool[]): void {
    const devices = spools.some(({ hasOrphans }) => hasOrphans) ? this.#devices() : new Set<number>();
    const insert = this.#database.prepare('INSERT INTO section_rows VALUES (?, ?, ?, ?, ?, ?)');
    this.#database.exec('BEGIN');
    try {
      for (const spool of spools) {
        const about = [spool.file.section, JSON.stringify(spool.columns), spool.keyAt];
        for (const read of spoolLines(spool, pieceBytes)) {
          const lines = spool.hasOrphans ? ofDevices(read, spool, devices) : read;
          if (lines.length === 0) continue;
          insert.run([...about, ...endsOf(lines, spool), brotliCompressSync(lines, { params })]);
        }
      }
      this.#database.exec('COMMIT');
    } finally {
      insert.finalize();
    }
  }

  /** The keys of all devices inside of their source. */
  #devices(): Set<number> {
    const statement = this.#database.prepare('SELECT source_id AS id FROM device');
    try {
      return new Set(Array.from(statement.iterate(), ({ id }) => Number(id)));
    } finally {
      statement.finalize();
    }
  }
}

function ofDevices(lines: Buffer, { keyAt }: Spool, devices: ReadonlySet<number>): Buffer {
  const kept = lines
    .toString('utf8')
    .split('\n')
    .map((line) => lineRows(line).filter((cells) => devices.has(Number(cells[keyAt]))));
  const filled = kept.filter((rows) => rows.length > 0);
  return Buffer.from(filled.map((rows) => JSON.stringify(rows)).join('\n'));
}

/** The keys of the first and the last row of some lines. */
function endsOf(lines: Buffer, { keyAt }: Spool): [first: number, last: number] {
  const end = lines.indexOf(0x0a);
  const first = lines.toString('utf8', 0, end < 0 ? lines.length : end);
  const last = lines.toString('utf8', lines.lastIndexOf(0x0a) + 1);
  return [Number(lineRows(first)[0]?.[keyAt]), Number(lineRows(last).at(-1)?.[keyAt])];
}
