/** Who was spoken to. `storage` holds the archives, and is another origin by its port. */
export type Part = 'login' | 'graph' | 'storage';

/** A request that arrived, whatever became of it. */
export interface Arrival {
  readonly part: Part;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Whether an access token came, and a good one. */
  readonly token: 'none' | 'good' | 'refused';
}

/** What the servers have seen since they started, in order. */
export interface Records {
  readonly arrivals: Arrival[];
  /** Tokens that were issued. */
  readonly tokens: string[];
  /** What the fake itself could not do. */
  readonly failures: Error[];
}

export const emptyRecords = (): Records => ({ arrivals: [], tokens: [], failures: [] });
