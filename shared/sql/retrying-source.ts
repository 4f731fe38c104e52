import { setTimeout as pause } from 'node:timers/promises';
import { SourceError, TransientError } from '../errors.ts';
import type { Notice } from '../text.ts';
import { messages } from './messages.ts';
import type { Catalogue, RowSink, SqlQuery, SqlSource } from './source.ts';

/** Milliseconds to wait before each further reading after a passing fault; there are no more readings than that. */
export const retryPauses: readonly number[] = [1_000, 5_000];

/**
 * Reads a query again from its start after a passing fault (deadlock, dropped connection, stall, server not answering),
 * within a limit. Nothing of a broken reading stays: its sink is restarted. Refusals are never tried again.
 */
export class RetryingSource implements SqlSource {
  /** One for each reading that was repeated. */
  readonly notices: Notice[] = [];
  readonly #source: SqlSource;
  readonly #pauses: readonly number[];

  constructor(source: SqlSource, pauses: readonly number[]) {
    this.#source = source;
    this.#pauses = pauses;
  }

  get connections(): number {
    return this.#source.connections;
  }

  catalogue(signal: AbortSignal): Promise<Catalogue> {
    return this.#repeat('INFORMATION_SCHEMA', signal, () => this.#source.catalogue(signal));
  }

  read(query: SqlQuery, sink: RowSink, signal: AbortSignal): Promise<void> {
    let again = false;
    return this.#repeat(query.origin, signal, () => {
      if (again) sink.restart();
      again = true;
      return this.#source.read(query, sink, signal);
    });
  }

  close(): Promise<void> {
    return this.#source.close();
  }

  async #repeat<T>(origin: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (const [at, wait] of [...this.#pauses, null].entries()) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof TransientError)) throw error;
        if (wait === null) throw givenUp(at + 1, error);
        this.notices.push({ code: 'read-again', text: messages.readAgain(origin, error.text) });
        await pause(wait, undefined, { signal });
      }
    }
    throw new Error('the last attempt returns or throws');
  }
}

function givenUp(attempts: number, error: TransientError): SourceError {
  const details = error.hint ? { hint: error.hint, cause: error } : { cause: error };
  return new SourceError(messages.givenUp(attempts, error.text), details);
}
