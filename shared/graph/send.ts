/** A request over HTTPS. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back: whatever its status, and its body still to be read. */
export interface HttpReply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it travelled: compressed if `content-encoding` says so. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * The network edge, the one thing that the sample and some tests replace: one exchange, no redirect followed, nothing
 * tried again. Rejects with the network's own error when there is no reply.
 */
export type Send = (request: HttpRequest, signal: AbortSignal) => Promise<HttpReply>;
