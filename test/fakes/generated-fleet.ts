import { readQuery } from '../../shared/sql/read-only.ts';
import type { Row } from '../../shared/sql/rows.ts';
import type { Catalogue, RowSink, SqlQuery, SqlSource } from '../../shared/sql/source.ts';

const rowsPerTurn = 20_000;

/** What each device of a generated fleet is made of. */
export interface FleetContent {
  readonly key: string;
  readonly firstKey: number;
  /** Rows of the site section. */
  readonly site: readonly Row[];
  /** The rows of one device by section; a section that is not named here is empty. */
  readonly sections: Readonly<Record<string, (n: number) => readonly Row[]>>;
}

/** A site with any number of devices, made while it is read, always the same. */
export class GeneratedFleet implements SqlSource {
  readonly connections = 2;
  readonly #devices: number;
  readonly #content: FleetContent;
  readonly #catalogue: Catalogue;

  /** `catalogue`: the views that exist, as a real site of this size would have them. */
  constructor(devices: number, content: FleetContent, catalogue: Catalogue) {
    this.#devices = devices;
    this.#content = content;
    this.#catalogue = catalogue;
  }

  async catalogue(): Promise<Catalogue> {
    return this.#catalogue;
  }

  async read(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void> {
    const columns = aliases(query.text);
    const section = query.origin.replace(/.*[\\/](.*)\.sql/, '$1');
    sink.columns(columns);
    const { key, firstKey, site, sections } = this.#content;
    if (section === 'site') for (const row of site) sink.row(columns.map((column) => row[column] ?? null));
    const rows = sections[section];
    for (let n = 0; rows && n < this.#devices; n += 1) {
      for (const row of rows(n)) {
        const known: Row = { [key]: firstKey + n, ...row };
        sink.row(columns.map((column) => known[column] ?? null));
      }
      if (n % rowsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
  }

  async close(): Promise<void> {}
}

/** The column names that a query asks for. */
function aliases(sql: string): string[] {
  const read = readQuery(sql);
  if ('refusal' in read) throw new Error(read.refusal.detail);
  const { tokens } = read;
  const end = tokens.findIndex((token) => token.text.toUpperCase() === 'FROM');
  return tokens
    .slice(0, end)
    .flatMap((token, at) => (tokens[at - 1]?.text.toUpperCase() === 'AS' ? [token.text] : []));
}
