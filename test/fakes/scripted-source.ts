import type { Catalogue, Cell, RowSink, SqlQuery, SqlSource } from '../../shared/sql/source.ts';

/** What one query answers: rows, or a function that delivers them and may throw. */
export interface Script {
  readonly columns: readonly string[];
  readonly rows: () => Iterable<readonly Cell[]>;
}

/** A database that answers each query file from a script; the fake stands at the network edge. */
export class ScriptedSource implements SqlSource {
  readonly connections = 2;
  /** Origins of the queries in the order in which they were read. */
  readonly reads: string[] = [];
  readonly #catalogue: Catalogue;
  readonly #answer: (query: SqlQuery) => Script;

  constructor(catalogue: Record<string, readonly string[]>, answer: (query: SqlQuery) => Script) {
    const views = Object.entries(catalogue).map(
      ([view, columns]) => [view, new Set(columns.map((column) => column.toLowerCase()))] as const,
    );
    this.#catalogue = new Map(views);
    this.#answer = answer;
  }

  async catalogue(): Promise<Catalogue> {
    return this.#catalogue;
  }

  async read(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void> {
    this.reads.push(query.origin);
    const { columns, rows } = this.#answer(query);
    sink.columns(columns);
    for (const row of rows()) {
      signal.throwIfAborted();
      sink.row(row);
    }
  }

  async close(): Promise<void> {}
}
