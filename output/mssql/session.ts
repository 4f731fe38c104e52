import type sql from 'mssql';
import { driverThrew } from '../../shared/sql/driver-errors.ts';
import { closeQuietly, type Line, newLine, unlessAborted, within } from '../../shared/sql/line.ts';
import { stopIfAborted } from '../file-failure.ts';
import { commitFailure, connectFailure, writeFailure } from './failure.ts';
import type { MssqlOutputSettings } from './settings.ts';

/** Waits for locks only so long; any error of the server undoes the whole transaction. */
const manners =
  'SET LOCK_TIMEOUT 30000; SET XACT_ABORT ON; SET DEADLOCK_PRIORITY LOW; SET TRANSACTION ISOLATION LEVEL READ COMMITTED;';

/** One connection with one transaction: what is not committed when it is closed never happened. */
export class Session {
  readonly driver: Line['driver'];
  readonly #settings: MssqlOutputSettings;
  readonly #line: Line;
  readonly #transaction: sql.Transaction;
  readonly #signal: AbortSignal;
  #begun = false;

  private constructor(settings: MssqlOutputSettings, line: Line, signal: AbortSignal) {
    this.driver = line.driver;
    this.#settings = settings;
    this.#line = line;
    this.#signal = signal;
    this.#transaction = new line.driver.Transaction(line.pool);
  }

  /** Logs in and begins the transaction. Throws `AccessError` or `OutputError`. */
  static async open(
    settings: MssqlOutputSettings,
    config: sql.config,
    signal: AbortSignal,
  ): Promise<Session> {
    const line = await newLine(settings, config);
    const session = new Session(settings, line, signal);
    try {
      await session.#guarded(line.pool.connect());
      await session.#guarded(line.pool.request().batch(manners));
      await session.#guarded(session.#transaction.begin());
      session.#begun = true;
      return session;
    } catch (error) {
      await closeQuietly(line.pool);
      throw connectFailure(error, settings, line.told);
    }
  }

  /** The end of one request of the transaction. Throws `OutputError`, or why the run was stopped. */
  async ask<T>(work: (request: sql.Request) => Promise<T>): Promise<T> {
    try {
      return await this.#guarded(work(this.#transaction.request()));
    } catch (error) {
      throw writeFailure(error, this.#settings);
    }
  }

  /** Makes everything visible to others at once. Throws `OutputError`. */
  async commit(): Promise<void> {
    try {
      // Whoever interrupts now waits for the answer: without it nobody would know which rows there are.
      await this.#guarded(this.#transaction.commit(), new AbortController().signal);
      this.#begun = false;
    } catch (error) {
      throw commitFailure(error, this.#settings);
    }
  }

  /** Ends the connection; what was not committed is undone. */
  async close(): Promise<void> {
    // The server has undone it already after an error, and does so when the connection ends.
    if (this.#begun) await within(2, '', this.#transaction.rollback()).catch(() => {});
    await closeQuietly(this.#line.pool);
  }

  /** Neither a silent server, nor bytes that the driver does not understand, nor Ctrl-C are waited out. */
  async #guarded<T>(work: Promise<T>, stop: AbortSignal = this.#signal): Promise<T> {
    const { server, idleSeconds } = this.#settings;
    const halt = new AbortController();
    const crashed = (error: unknown) => halt.abort(driverThrew(error, server));
    process.on('uncaughtException', crashed);
    try {
      const signal = AbortSignal.any([stop, halt.signal]);
      return await unlessAborted(within(idleSeconds, server, work), signal);
    } catch (error) {
      stopIfAborted(stop);
      throw error;
    } finally {
      process.removeListener('uncaughtException', crashed);
    }
  }
}
