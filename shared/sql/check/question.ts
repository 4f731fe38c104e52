import { BridgeError, TransientError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import type { Text } from '../../text.ts';
import { type Row, readRows } from '../rows.ts';
import type { SqlQuery, SqlSource } from '../source.ts';
import { serverMessages as messages } from './server-messages.ts';

/**
 * Asks the system queries of a check. A question without an answer is a finding, never the end of the check; once the
 * server has failed to answer at all, no more is asked.
 */
export class Questioner {
  readonly #source: SqlSource;
  readonly #signal: AbortSignal;
  #failed: BridgeError | null = null;

  constructor(source: SqlSource, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
  }

  /** The first row of the answer, or why there is none. Throws only when the user stops the command. */
  async ask(query: SqlQuery): Promise<{ readonly row: Row } | { readonly unknown: Text }> {
    if (this.#failed) return { unknown: this.#failed.text };
    try {
      const [row] = await readRows(query, this.#source, this.#signal);
      return row ? { row } : { unknown: messages.noRow };
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof BridgeError)) throw error;
      if (connectionFailed(error)) this.#failed = error;
      return { unknown: error.text };
    }
  }
}

/** A warning that something could not be determined. */
export function undetermined(code: string, subject: Text, detail: Text): Finding {
  const hint = messages.undeterminedHint;
  return { code, level: 'warning', subject, text: messages.undetermined(detail), hint };
}

/** Whether an error is the connection's, so that the next query would fail alike. */
export function connectionFailed(error: unknown): boolean {
  return (
    error instanceof TransientError || (error instanceof BridgeError && error.cause instanceof TransientError)
  );
}
