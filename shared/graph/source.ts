import type { RowSink } from '../sql/source.ts';
import type { Notice } from '../text.ts';

/** A JSON object, as Graph sent it: nobody has looked at its properties yet. */
export type Item = Readonly<Record<string, unknown>>;

/** Receives a collection, page by page, in the order of Graph. The collection is live: an id may come twice. */
export interface ItemSink {
  items(page: readonly Item[]): void;
  /** Forgets everything delivered so far: the collection is read again from its first page. */
  restart(): void;
}

/** An export report of Intune. */
export interface ReportRequest {
  /** `reportName`, for instance `DevicesWithInventory`. */
  readonly name: string;
  /** The columns, by the names that a request takes; rows are delivered in this order. */
  readonly select: readonly string[];
  /** As the report takes it, for instance `(Platform eq 'Windows')`. */
  readonly filter?: string;
}

/**
 * Microsoft Graph, read-only: GET, `$batch` of GETs and export jobs. A path begins with its version and is not encoded
 * beyond what a URL needs: `/v1.0/deviceManagement/managedDevices?$select=id`. Whatever passes is tried again inside.
 * Every method ends normally only after its last record and rejects with a `BridgeError` otherwise, a refusal or a 404 in
 * mid-run among them.
 */
export interface GraphSource {
  /** One document. */
  read(path: string, signal: AbortSignal): Promise<Item>;
  /** Every page of a collection; restarts the sink when Graph has forgotten where the reading was. */
  list(path: string, sink: ItemSink, signal: AbortSignal): Promise<void>;
  /** The document of each path, in the same order; null for one that Graph does not have (404). All of one version. */
  batch(paths: readonly string[], signal: AbortSignal): Promise<readonly (Item | null)[]>;
  /**
   * Every row of a report: the sink gets `select` as its columns, and text cells, null for an empty one. Restarts the
   * sink when a download breaks.
   */
  report(request: ReportRequest, sink: RowSink, signal: AbortSignal): Promise<void>;
  /** The application permissions that the token claims to carry, sorted; for advice, never for a decision. */
  permissions(signal: AbortSignal): Promise<readonly string[]>;
  /** Requests that were sent again so far. */
  readonly retries: number;
  /** What the run should tell: readings that began anew, requests sent again. */
  notices(): readonly Notice[];
  close(): Promise<void>;
}
