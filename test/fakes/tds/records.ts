import type { Login } from './login.ts';
import type { Call } from './reply.ts';

/** What the server has seen and done since it started. */
export interface Records {
  /** Connections accepted. */
  connections: number;
  /** In order, refused ones too. */
  readonly logins: Login[];
  /** Every request whose SQL reached the socket, in order. */
  readonly calls: Call[];
  /** Rows handed to the network. */
  rowsSent: number;
  /** Requests to stop a call. */
  attentions: number;
  /** Most bytes that waited in memory for one slow client. */
  mostBytesWaiting: number;
  /** What the server itself could not do: an answer that does not fit its columns, a client that breaks the protocol. */
  readonly failures: Error[];
}

export function emptyRecords(): Records {
  return {
    connections: 0,
    logins: [],
    calls: [],
    rowsSent: 0,
    attentions: 0,
    mostBytesWaiting: 0,
    failures: [],
  };
}
