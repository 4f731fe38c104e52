import { join } from 'node:path';
import type { Database, Statement } from 'node-sqlite3-wasm';
import { hardwareOf } from '../pick/serial.ts';
import type { ExclusionReason } from '../population.ts';
import type { ListRow } from '../record.ts';
import { bytesOf, documentOf, openDatabase, unwritable } from './database.ts';

/** What is said of a device besides the list, each at most once a device. */
export const parts = ['report', 'lastLogon', 'client', 'detail'] as const;
export type PartName = (typeof parts)[number];

const schema = `
  PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
  CREATE TABLE device (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT, hardware TEXT, enrolled TEXT, synced TEXT,
    reason TEXT, taken INTEGER NOT NULL DEFAULT 0, document BLOB NOT NULL);
  ${parts.map((part) => `CREATE TABLE ${part} (id TEXT PRIMARY KEY, document BLOB NOT NULL) WITHOUT ROWID;`).join('\n')}
`;
const insertDevice = `
  INSERT INTO device (id, name, hardware, enrolled, synced, reason, document) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, hardware = excluded.hardware, enrolled = excluded.enrolled,
    synced = excluded.synced, reason = excluded.reason, document = excluded.document`;
const batchSize = 5_000;

/** A fleet in numbers. */
export interface FleetCounts {
  readonly listed: number;
  /** Of the population. */
  readonly kept: number;
  /** Of the population, without a row of the report. */
  readonly unreported: number;
  /** Rows of the report whose device is not listed. */
  readonly unlisted: number;
}

/**
 * Everything that Intune delivers, in a file of the run, so that list and reports, which come in orders of their own,
 * are joined by device without being held in memory.
 */
export class DeviceSpool {
  readonly path: string;
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  #pending = 0;

  private constructor(path: string, database: Database) {
    this.path = path;
    this.#database = database;
  }

  /** A new spool in the folder of the run. Throws `OutputError` when it cannot be written. */
  static async create(folder: string, name: string): Promise<DeviceSpool> {
    const path = join(folder, name);
    const database = await openDatabase(path);
    try {
      database.exec(schema);
      database.exec('BEGIN');
      return new DeviceSpool(path, database);
    } catch (cause) {
      database.close();
      throw unwritable(path, cause);
    }
  }

  /** One device of the list; of one that comes twice the later counts. */
  device(id: string, list: ListRow, reason: ExclusionReason | null): void {
    const { deviceName, enrolledDateTime, lastSyncDateTime } = list;
    const name = deviceName?.toUpperCase() ?? null;
    const marks = [id, name, hardwareOf(list), enrolledDateTime, lastSyncDateTime, reason];
    this.#write(insertDevice, [...marks, bytesOf(list)]);
  }

  part(part: PartName, id: string, document: object): void {
    this.#write(`INSERT OR REPLACE INTO ${part} VALUES (?, ?)`, [id, bytesOf(document)]);
  }

  /** Forgets what came so far of the list or of one part. */
  restart(table: 'device' | PartName): void {
    this.#database.exec(`DELETE FROM ${table}`);
  }

  /** The newest sync of any device, which is what the clock of the tenant showed; null when none ever synced. */
  newestSync(): string | null {
    const at = this.#database.get('SELECT max(synced) AS at FROM device')?.at ?? null;
    return at === null ? null : String(at);
  }

  /**
   * Marks each name that another device of the population has as well, unless this one was enrolled last. Once, when the
   * whole list is there.
   */
  markTakenNames(): void {
    this.#database.exec('CREATE INDEX by_name ON device (name, id)');
    this.#database.exec(
      `WITH twice AS (
         SELECT name FROM device WHERE reason IS NULL AND name IS NOT NULL GROUP BY name HAVING count(*) > 1),
       named AS (
         SELECT seq, coalesce(hardware, id) AS thing,
           first_value(coalesce(hardware, id)) OVER (PARTITION BY name ORDER BY enrolled DESC, id DESC) AS holder
         FROM device WHERE reason IS NULL AND name IN twice)
       UPDATE device SET taken = 1 FROM named WHERE named.seq = device.seq AND named.thing <> named.holder`,
    );
  }

  counts(): FleetCounts {
    return {
      listed: this.#count('device'),
      kept: this.#count('device WHERE reason IS NULL'),
      unreported: this.#count(
        'device WHERE reason IS NULL AND NOT EXISTS (SELECT 1 FROM report WHERE report.id = device.id)',
      ),
      unlisted: this.#count('report WHERE NOT EXISTS (SELECT 1 FROM device WHERE device.id = report.id)'),
    };
  }

  /** The devices of the population, by id. */
  *kept(): Generator<{ readonly id: string; readonly list: ListRow }> {
    const rows = this.#database.prepare('SELECT id, document FROM device WHERE reason IS NULL ORDER BY id');
    try {
      for (const row of rows.iterate()) {
        const list = documentOf<ListRow>(row.document);
        if (list !== null) yield { id: String(row.id), list };
      }
    } finally {
      rows.finalize();
    }
  }

  isKept(id: string): boolean {
    const found = this.#database.get('SELECT 1 AS one FROM device WHERE id = ? AND reason IS NULL', [id]);
    return found !== null;
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize();
    if (this.#database.inTransaction) this.#database.exec('COMMIT');
    this.#database.close();
  }

  #count(rows: string): number {
    return Number(this.#database.get(`SELECT count(*) AS count FROM ${rows}`)?.count);
  }

  #write(sql: string, values: Parameters<Statement['run']>[0]): void {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    statement.run(values);
    this.#pending += 1;
    if (this.#pending % batchSize === 0) this.#database.exec('COMMIT; BEGIN');
  }
}
