import type { PlayedReply } from '../../../shared/graph/player.ts';

/**
 * Something that goes wrong with requests whose `METHOD path?query` fits: another answer, a changed one, or a connection
 * that falls silent before the answer (`silence`) or in its middle (`stall`), or breaks in its middle (`cut`).
 */
export type Fault = {
  readonly matching: RegExp;
  /** How many fitting requests go well before; none without it. */
  readonly after?: number;
  /** How many times it happens; always, without it. */
  readonly times?: number;
} & (
  | { readonly kind: 'answer'; readonly reply: PlayedReply }
  | { readonly kind: 'change'; change(reply: PlayedReply, url: string): PlayedReply }
  | { readonly kind: 'silence' | 'stall' | 'cut' }
);

/** The faults that are still to happen. The first one that fits is taken. */
export class FaultPlan {
  #left: { readonly fault: Fault; before: number; times: number }[] = [];

  /** Replaces what was planned. */
  plan(faults: readonly Fault[]): void {
    this.#left = faults.map((fault) => ({
      fault,
      before: fault.after ?? 0,
      times: fault.times ?? Number.POSITIVE_INFINITY,
    }));
  }

  take(request: string): Fault | null {
    for (const planned of this.#left) {
      if (planned.times <= 0 || request.search(planned.fault.matching) < 0) continue;
      if (planned.before > 0) {
        planned.before -= 1;
        continue;
      }
      planned.times -= 1;
      return planned.fault;
    }
    return null;
  }
}
