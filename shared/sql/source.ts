/**
 * One value of a result row, the same from every driver: wall-clock times are ISO 8601 text without a
 * zone (`2026-11-20T03:14:00`), binaries are lower-case hexadecimal text, `bigint` may be text.
 */
export type Cell = string | number | boolean | null;

/** The columns of each view or table that the account may read, by lower-case name `dbo.v_name`. */
export type Catalogue = ReadonlyMap<string, ReadonlySet<string>>;

/** A query that has passed the read-only check. `origin` names the file in messages. */
export interface SqlQuery {
  readonly text: string;
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
  readonly origin: string;
}

/** Receives a result: the column names once, then every row in order. */
export interface RowSink {
  columns(names: readonly string[]): void;
  /** The sink keeps the cells; nobody changes them afterwards. */
  row(cells: readonly Cell[]): void;
  /** Forgets everything delivered so far: the query is read again from its start. */
  restart(): void;
}

/** A database that answers SELECT: SQL Server, or the embedded sample. */
export interface SqlSource {
  /** How many queries may run at the same time. */
  readonly connections: number;
  /** The views and columns there are for this account. */
  catalogue(signal: AbortSignal): Promise<Catalogue>;
  /** Runs one query; resolves only after its last row was delivered, rejects with a `BridgeError` otherwise. */
  read(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
