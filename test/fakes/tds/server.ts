import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { type Certificate, type CertificateName, testCertificate } from './certificates.ts';
import { type Fault, FaultPlan } from './faults.ts';
import type { Encryption } from './prelogin.ts';
import { emptyRecords, type Records } from './records.ts';
import type { Answer } from './reply.ts';
import { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** How a test wants its server. */
export interface ServerOptions {
  readonly answer: Answer;
  /** `off` without it: encryption for a client that asks. */
  readonly encryption?: Encryption;
  /** `trusted` without it. */
  readonly certificate?: CertificateName | Certificate;
  /** Rows that hold a null travel as NBCROW, others as ROW; without it, true. */
  readonly nullBitmap?: boolean;
  readonly faults?: readonly Fault[];
  /** Called when a client is gone in the middle of a transaction, which is then undone. */
  readonly gone?: () => void;
}

/** A SQL Server for tests: it speaks TDS 7.4 and 8.0 on a free port of this machine alone. */
export class TdsServer {
  readonly host = '127.0.0.1';
  readonly records: Records = emptyRecords();
  readonly #server: Server;
  readonly #faults = new FaultPlan();
  readonly #sessions = new Set<Session>();

  constructor(options: ServerOptions) {
    const certificate = options.certificate ?? 'trusted';
    const settings: Settings = {
      answer: options.answer,
      encryption: options.encryption ?? 'off',
      certificate: typeof certificate === 'string' ? testCertificate(certificate) : certificate,
      nullBitmap: options.nullBitmap ?? true,
      faults: this.#faults,
      records: this.records,
      gone: options.gone ?? (() => {}),
    };
    this.plan(...(options.faults ?? []));
    this.#server = createServer((socket) => {
      const session = new Session(socket, settings);
      this.records.connections++;
      this.#sessions.add(session);
      socket.once('close', () => this.#sessions.delete(session));
    });
  }

  /** The port it listens on. */
  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new TypeError('the server does not listen');
    return address.port;
  }

  /** From now on these faults happen, and no others. */
  plan(...faults: readonly Fault[]): void {
    this.#faults.plan(faults);
  }

  async listen(): Promise<void> {
    this.#server.listen(0, this.host);
    await once(this.#server, 'listening');
  }

  /** Ends every connection and stops listening; does nothing the second time. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    for (const session of this.#sessions) session.close();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** A server that listens. The test closes it. */
export async function startTdsServer(options: ServerOptions): Promise<TdsServer> {
  const server = new TdsServer(options);
  await server.listen();
  return server;
}
