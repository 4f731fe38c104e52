import type { Value } from './cell.ts';
import type { Login } from './login.ts';

/**
 * One request of a client: `batch` as SQL text, `parameterised` through sp_executesql, `procedure` by its name, `bulk` for
 * the rows that follow an INSERT BULK, `transaction` for BEGIN, COMMIT and ROLLBACK.
 */
export interface Call {
  readonly kind: 'batch' | 'parameterised' | 'procedure' | 'bulk' | 'transaction';
  /** The SQL as it was sent; for a procedure its name. */
  readonly sql: string;
  /** By name without `@`; times are ISO text without a zone, numbers with decimals text. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly login: Login;
  /** The rows of a bulk load, by column. */
  readonly rows?: readonly Readonly<Record<string, ParameterValue>>[];
}

export type ParameterValue = string | number | bigint | boolean | Uint8Array | null;

/** A column of a result; `type` as in CREATE TABLE, such as `nvarchar(255)`. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** One result. Rows are drawn only as fast as the client takes them. */
export interface ResultSet {
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]> | EncodedRows;
}

/** Rows as `RowWriter` writes them, made beforehand; cut anywhere. */
export interface EncodedRows {
  readonly count: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/** An error or an information of the server; `severity` above 10 is an error, 20 and more ends the connection. */
export interface SqlMessage {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly message: string;
}

/** What a call is answered: informations, results, and an error after them. An empty reply is "done". */
export interface Reply {
  readonly messages?: readonly SqlMessage[];
  readonly sets?: readonly ResultSet[];
  readonly error?: SqlMessage;
}

/** Decides what a call is answered; batches of SET never get here. */
export type Answer = (call: Call) => Reply | Promise<Reply>;
