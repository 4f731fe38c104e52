import { basename } from 'node:path';
import type sql from 'mssql';
import { OutputError } from '../../shared/errors.ts';
import type { Secrets } from '../../shared/secret.ts';
import { driverConfig } from '../../shared/sql/driver-config.ts';
import type { Notice } from '../../shared/text.ts';
import type { MssqlLocation } from '../importer/connection-string.ts';
import { messages as outputMessages } from '../messages.ts';
import { type CellDigest, cellDigest } from '../table/cell-digest.ts';
import { type Cleaner, cleaner } from '../table/clean.ts';
import { checkColumns } from '../table/contract.ts';
import { verifyRows } from '../table/read-back.ts';
import type { Column, Table, Writer } from '../table/writer.ts';
import { connectionStringOf } from './connection-string.ts';
import { messages } from './messages.ts';
import { isLong, namesOf, replaceTable, rowColumn, shortLength, stateOf } from './objects.ts';
import { Session } from './session.ts';
import type { MssqlOutputSettings } from './settings.ts';

/** Rows of one bulk load, and of one page that is read back. */
const rowsAtOnce = 5_000;

/**
 * A database of the site's own as the place of the rows. All of one run is one transaction: others see the last rows until
 * `commit`, and see them for ever where it is not reached.
 */
export class MssqlDatabase {
  readonly location: MssqlLocation;
  readonly writer: Writer;
  readonly #settings: MssqlOutputSettings;
  readonly #config: sql.config;
  #session: Session | null = null;
  #runId: string | null = null;

  /** Fetches the secrets; contacts nothing. Throws `ConfigError`. */
  constructor(settings: MssqlOutputSettings, secrets: Secrets, folder: string) {
    this.#settings = settings;
    const config = driverConfig(settings, secrets, folder);
    this.#config = { ...config, options: { ...config.options, readOnlyIntent: false } };
    const { connectionPassword, schema } = settings;
    const password = connectionPassword && secrets.fetch(connectionPassword, folder);
    this.location = { schema, connectionString: connectionStringOf(settings, password) };
    this.writer = {
      extension: '.mssql',
      write: (table, path, signal) => this.#write(table, tableOf(path), signal),
      verify: (table, path, written) => verifyRows(this.#texts(tableOf(path)), table, written, path),
    };
  }

  /** The run whose rows are to come. */
  begin(runId: string): void {
    this.#runId = runId;
  }

  /** Whether the rows are those of a run. Throws `AccessError` or `OutputError`. */
  async holds(runId: string, signal: AbortSignal): Promise<boolean> {
    const { schema, table } = this.#settings;
    try {
      return (await stateOf(await this.#open(signal), namesOf(schema, table))).runId === runId;
    } finally {
      await this.close();
    }
  }

  /** Logs in, and checks that the rows may be replaced. Throws `AccessError` or `OutputError`. */
  async check(signal: AbortSignal): Promise<void> {
    const { schema, table } = this.#settings;
    try {
      await stateOf(await this.#open(signal), namesOf(schema, table));
    } finally {
      await this.close();
    }
  }

  /** The rows of a table as they are in this transaction, the headers first, some at a time. */
  async *pages(table: string): AsyncGenerator<readonly (readonly unknown[])[]> {
    const { rows } = namesOf(this.#settings.schema, table);
    const text = `SELECT * FROM ${rows} WHERE [${rowColumn}] > @after AND [${rowColumn}] <= @last ORDER BY [${rowColumn}]`;
    for (let after = 0; ; after += rowsAtOnce) {
      const page = await this.#session?.ask(async (request) => {
        request.arrayRowMode = true;
        request.input('after', after).input('last', after + rowsAtOnce);
        const { recordset } = await request.query(text);
        const names = Object.values(recordset.columns).map(({ name }) => name);
        const found: readonly (readonly unknown[])[] = recordset;
        return { names, found };
      });
      if (!page) return;
      if (after === 0) yield [page.names.slice(1)];
      if (page.found.length === 0) return;
      yield page.found.map((row) => row.slice(1));
    }
  }

  /** Makes the new rows visible to others. Throws `OutputError`. */
  readonly commit = async (): Promise<void> => {
    await this.#session?.commit();
  };

  /** What nobody should forget about the configuration at this path. */
  notices(importerXml: string): Notice[] {
    if (this.#settings.connectionPassword === undefined) return [];
    return [{ code: 'password-in-xml', text: messages.passwordInXml(importerXml) }];
  }

  /** Ends the connection; what was not committed is undone. */
  async close(): Promise<void> {
    await this.#session?.close();
    this.#session = null;
  }

  async #open(signal: AbortSignal): Promise<Session> {
    this.#session ??= await Session.open(this.#settings, this.#config, signal);
    return this.#session;
  }

  async #write(table: Table, name: string, signal: AbortSignal) {
    checkColumns(table.columns);
    const session = await this.#open(signal);
    const names = namesOf(this.#settings.schema, name);
    await replaceTable(session, names, table.columns, this.#runId);
    const cells = cleaner('database');
    const digest = cellDigest();
    digest.add(table.columns.map(({ header }) => header));
    let load = newLoad(session, names.rows, table.columns);
    const send = async () => {
      if (load.rows.length > 0) await session.ask((request) => request.bulk(load, { keepNulls: true }));
      load = newLoad(session, names.rows, table.columns);
    };
    let rows = 0;
    for (const row of cleanedRows(table, cells, digest)) {
      rows += 1;
      load.rows.add(rows, ...row);
      if (load.rows.length === rowsAtOnce) await send();
    }
    await send();
    const sheets = [table.sheet];
    return { rows, digest: digest.value(), replacements: cells.counts(), sheets, mayBeCut: {} };
  }

  async *#texts(table: string): AsyncGenerator<readonly string[]> {
    for await (const page of this.pages(table))
      for (const row of page) yield row.map((cell) => (cell === null ? '' : String(cell)));
  }
}

/** The table that a path of this form stands for: nothing of it is a file. */
const tableOf = (path: string): string => /([^.]+)\.mssql/.exec(basename(path))?.[1] ?? '';

function newLoad({ driver }: Session, name: string, columns: readonly Column[]): sql.Table {
  const load = new driver.Table(name);
  load.columns.add(rowColumn, driver.Int, { nullable: false });
  for (const column of columns)
    load.columns.add(column.header, driver.NVarChar(isLong(column) ? driver.MAX : shortLength), {
      nullable: true,
    });
  return load;
}

/** The rows as they are sent: clean, an empty cell null. Throws `OutputError` on a value that its column cannot hold. */
function* cleanedRows(
  { columns, rows }: Table,
  cells: Cleaner,
  digest: CellDigest,
): Generator<(string | null)[]> {
  let line = 1;
  for (const row of rows()) {
    line += 1;
    const cleaned = row.map(cells.clean);
    digest.add(cleaned);
    for (const [at, column] of columns.entries()) {
      const length = cleaned[at]?.length ?? 0;
      if (length > shortLength && !isLong(column))
        throw new OutputError(outputMessages.cellTooLong(column.header, line, length, shortLength), {
          hint: outputMessages.contractHint,
        });
    }
    yield cleaned.map((cell) => (cell === '' ? null : cell));
  }
}
