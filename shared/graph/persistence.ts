import { SourceError, TransientError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { Clock } from './clock.ts';
import { messages } from './messages.ts';

/** How long a request is tried. */
export interface Patience {
  /** Times that it is sent in all. */
  readonly attempts: number;
  /** Longest first pause; the longest pause doubles each time, up to `longestPauseSeconds`. */
  readonly pauseSeconds: number;
  readonly longestPauseSeconds: number;
  /** A pause that would end later than this after the first attempt is not begun. */
  readonly budgetSeconds: number;
}

/** A refusal that passes: the service is busy, and may say how long. */
export class Busy extends TransientError {
  /** Milliseconds that the service asks for; null when it does not say. */
  readonly retryAfter: number | null;
  /** The service counts requests (429): everybody waits, since refused ones are counted too. */
  readonly throttled: boolean;

  constructor(text: Text, hint: Text, retryAfter: number | null, throttled: boolean) {
    super(text, { hint });
    this.retryAfter = retryAfter;
    this.throttled = throttled;
  }
}

/** Tries work again after a passing fault: as the service asks, else after a growing pause of random length. */
export class Persistence {
  /** Attempts beyond the first of each piece of work. */
  retries = 0;
  readonly #patience: Patience;
  readonly #clock: Clock;
  #closedUntil = Number.NEGATIVE_INFINITY;

  constructor(patience: Patience, clock: Clock) {
    this.#patience = patience;
    this.#clock = clock;
  }

  /** The work's first good end; rejects with its refusal, or with what stopped the last attempt. */
  async persist<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const start = this.#clock.now();
    for (let attempt = 1; ; attempt += 1) {
      await this.#open(signal);
      try {
        return await work();
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof TransientError)) throw error;
        await this.#pause(error, attempt, start, signal);
      }
    }
  }

  /** Waits as long as the service has asked everybody to wait, which may be prolonged meanwhile. */
  async #open(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    for (let left = this.#closedFor(); left > 0; left = this.#closedFor())
      await this.#clock.sleep(left, signal);
  }

  #closedFor(): number {
    return this.#closedUntil - this.#clock.now();
  }

  async #pause(error: TransientError, attempt: number, start: number, signal: AbortSignal): Promise<void> {
    const { attempts, budgetSeconds } = this.#patience;
    const busy = error instanceof Busy ? error : null;
    const wait = busy?.retryAfter ?? this.#backoff(attempt);
    const now = this.#clock.now();
    if (attempt >= attempts || now + wait - start > budgetSeconds * 1000) throw givenUp(attempt, error);
    if (busy?.throttled) this.#closedUntil = Math.max(this.#closedUntil, now + wait);
    this.retries += 1;
    await this.#clock.sleep(wait, signal);
  }

  #backoff(attempt: number): number {
    const { pauseSeconds, longestPauseSeconds } = this.#patience;
    const longest = Math.min(longestPauseSeconds, pauseSeconds * 2 ** (attempt - 1));
    return longest * 1000 * this.#clock.random();
  }
}

function givenUp(attempts: number, error: TransientError): SourceError {
  const details = error.hint ? { hint: error.hint, cause: error } : { cause: error };
  return new SourceError(messages.givenUp(attempts, error.text), details);
}
