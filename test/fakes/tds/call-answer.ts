import type { Channel } from './channel.ts';
import { befall, rowOf } from './fault-effects.ts';
import type { CallFault } from './faults.ts';
import type { Records } from './records.ts';
import type { Call, EncodedRows, Reply, ResultSet, SqlMessage } from './reply.ts';
import type { Response } from './response.ts';
import { RowWriter } from './rows.ts';
import { sqlErrors } from './sql-messages.ts';
import {
  doneStatus,
  doneToken,
  writeDone,
  writeMessage,
  writeReturnStatus,
  writeTransaction,
} from './tokens.ts';

/** What an answer is written with. `signal` is aborted when the client asks to stop or goes away. */
export interface Wire {
  readonly channel: Channel;
  readonly response: Response;
  readonly records: Records;
  readonly nullBitmap: boolean;
  readonly signal: AbortSignal;
}

/** Writes what one call is answered, with the fault that befalls it. */
export class CallAnswer {
  readonly #wire: Wire;
  readonly #fault: CallFault | null;
  #rows = 0;

  constructor(wire: Wire, fault: CallFault | null) {
    this.#wire = wire;
    this.#fault = fault;
  }

  /** Writes the whole answer; the message stays open. */
  async write(call: Call, reply: Reply): Promise<void> {
    const { out } = this.#wire.response;
    for (const message of reply.messages ?? []) writeMessage(out, message);
    const inProcedure = call.kind === 'parameterised' || call.kind === 'procedure';
    const error = await this.#writeSets(reply, inProcedure);
    if (error) writeMessage(out, error);
    else if (call.kind === 'transaction') writeTransaction(out, call.sql);
    const unfinished = error !== null || this.#wire.signal.aborted;
    const status = unfinished ? doneStatus.error : doneStatus.final;
    if (inProcedure) {
      writeReturnStatus(out, unfinished ? 1 : 0);
      writeDone(out, doneToken.procedure, status);
    } else if (unfinished || !reply.sets?.length) writeDone(out, doneToken.batch, status);
  }

  /** The results up to the first error; one that breaks off has no DONE of its own. */
  async #writeSets(reply: Reply, inProcedure: boolean): Promise<SqlMessage | null> {
    const sets = reply.sets ?? [];
    if (sets.length === 0 && this.#faultIsDue()) return this.#befall();
    const done = inProcedure ? doneToken.inProcedure : doneToken.batch;
    for (const [index, set] of sets.entries()) {
      const before = this.#rows;
      const error = await this.#writeSet(set);
      if (error || this.#wire.signal.aborted) return error;
      const more = inProcedure || index + 1 < sets.length || reply.error !== undefined;
      const status = doneStatus.count | (more ? doneStatus.more : 0);
      writeDone(this.#wire.response.out, done, status, this.#rows - before);
    }
    const missed = rowOf(this.#fault);
    if (missed !== null)
      return this.#failed(new RangeError(`a fault waits for row ${missed} of ${this.#rows}`));
    return reply.error ?? null;
  }

  async #writeSet(set: ResultSet): Promise<SqlMessage | null> {
    const { response, records, signal, nullBitmap } = this.#wire;
    try {
      const rows = new RowWriter(set.columns, nullBitmap);
      rows.writeColumns(response.out);
      if (this.#faultIsDue()) return await this.#befall();
      if ('bytes' in set.rows) return await this.#writeEncoded(set.rows);
      for await (const row of set.rows) {
        rows.writeRow(response.out, row);
        this.#rows++;
        records.rowsSent++;
        if (this.#faultIsDue()) return await this.#befall();
        if (response.isFull) await response.passOn(signal);
        if (signal.aborted) break;
      }
      return null;
    } catch (cause) {
      return this.#failed(cause);
    }
  }

  /** Passes rows on as they are; no fault befalls one of them. */
  async #writeEncoded({ count, bytes }: EncodedRows): Promise<null> {
    const { response, records, signal } = this.#wire;
    for await (const chunk of bytes) {
      response.out.bytes(chunk);
      if (response.isFull) await response.passOn(signal);
      if (signal.aborted) return null;
    }
    this.#rows += count;
    records.rowsSent += count;
    return null;
  }

  #faultIsDue(): boolean {
    return this.#fault !== null && rowOf(this.#fault) === this.#rows;
  }

  /** Ends in an error, or with the signal aborted. */
  async #befall(): Promise<SqlMessage | null> {
    const { channel, response, signal } = this.#wire;
    return this.#fault && befall(this.#fault, channel, response, signal);
  }

  #failed(cause: unknown): SqlMessage {
    const failure = cause instanceof Error ? cause : new Error(String(cause));
    this.#wire.records.failures.push(failure);
    return sqlErrors.badAnswer(failure.message);
  }
}
