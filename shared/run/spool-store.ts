import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
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
/** Pieces that are compressed beside each other. */
const atOnce = 2;
const compress = promisify(brotliCompress);
const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 };

/** Whole lines of one spool, with the keys of their first and last row. */
interface Piece {
  readonly spool: Spool;
  readonly lines: Buffer;
  readonly firstKey: number;
  readonly lastKey: number;
}

/** What the source said of the devices, in the database of the run's store: the spools, in pieces compressed with Brotli. */
export class SpoolStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(schema);
  }

  /** Keeps spools, without the rows that are of no device. The devices are all there, no transaction is open; memory holds a few pieces. */
  async keep(spools: readonly JoinedSpool[]): Promise<void> {
    const insert = this.#database.prepare('INSERT INTO section_rows VALUES (?, ?, ?, ?, ?, ?)');
    this.#database.exec('BEGIN');
    try {
      for (const pieces of together(this.#pieces(spools))) {
        const compressed = await Promise.all(pieces.map(({ lines }) => compress(lines, { params })));
        for (const [at, { spool, firstKey, lastKey }] of pieces.entries()) {
          const about = [spool.file.section, JSON.stringify(spool.columns), spool.keyAt];
          insert.run([...about, firstKey, lastKey, compressed[at] ?? null]);
        }
      }
      this.#database.exec('COMMIT');
    } finally {
      insert.finalize();
    }
  }

  *#pieces(spools: readonly JoinedSpool[]): Generator<Piece> {
    const devices = spools.some(({ hasOrphans }) => hasOrphans) ? this.#devices() : new Set<number>();
    for (const spool of spools)
      for (const read of spoolLines(spool, pieceBytes)) {
        const lines = spool.hasOrphans ? ofDevices(read, spool, devices) : Buffer.from(read);
        if (lines.length > 0) yield pieceOf(spool, lines);
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

function pieceOf(spool: Spool, lines: Buffer): Piece {
  const end = lines.indexOf(0x0a);
  const first = lines.toString('utf8', 0, end < 0 ? lines.length : end);
  const last = lines.toString('utf8', lines.lastIndexOf(0x0a) + 1);
  const firstKey = Number(lineRows(first)[0]?.[spool.keyAt]);
  const lastKey = Number(lineRows(last).at(-1)?.[spool.keyAt]);
  return { spool, lines, firstKey, lastKey };
}

function* together(pieces: Iterable<Piece>): Generator<readonly Piece[]> {
  let waiting: Piece[] = [];
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length < atOnce) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}
