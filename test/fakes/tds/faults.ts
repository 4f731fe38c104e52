import { isHousekeeping } from './housekeeping.ts';
import type { SqlMessage } from './reply.ts';

/** Something that goes wrong with a connection before its first call. */
export type ConnectionFault = Limit &
  (
    | { readonly kind: 'hang'; readonly at: 'prelogin' | 'login' }
    | { readonly kind: 'refuse-encryption' }
    | { readonly kind: 'login-error'; readonly error: SqlMessage }
  );

/**
 * Something that goes wrong with a call: `error` before the first row or after some; after so many rows the
 * connection ends (`fin`), breaks (`reset`), falls silent (`stall`), or carries bytes that are no packet
 * (`garbage-packet`) or no token (`garbage-token`); `delay` waits before the answer. Without `matching` it spares
 * what the driver sends of its own accord.
 */
export type CallFault = Limit & { readonly matching?: RegExp } & (
    | { readonly kind: 'error'; readonly error: SqlMessage; readonly afterRows?: number }
    | {
        readonly kind: 'fin' | 'reset' | 'stall' | 'garbage-packet' | 'garbage-token';
        readonly afterRows: number;
      }
    | { readonly kind: 'delay'; readonly milliseconds: number }
  );

export type Fault = ConnectionFault | CallFault;

/** How many times the fault happens; always, without it. */
interface Limit {
  readonly times?: number;
}

/** The faults that are still to happen. The first one that fits is taken, and one of its times is used up. */
export class FaultPlan {
  #left: { readonly fault: Fault; times: number }[] = [];

  /** Replaces what was planned. */
  plan(faults: readonly Fault[]): void {
    this.#left = faults.map((fault) => ({ fault, times: fault.times ?? Number.POSITIVE_INFINITY }));
  }

  forCall(sql: string): CallFault | null {
    const fits = ({ matching }: CallFault) => (matching ? sql.search(matching) >= 0 : !isHousekeeping(sql));
    const fault = this.#take((fault) => isCallFault(fault) && fits(fault));
    return fault !== null && isCallFault(fault) ? fault : null;
  }

  refusesEncryption(): boolean {
    return this.#take((fault) => fault.kind === 'refuse-encryption') !== null;
  }

  hangs(at: 'prelogin' | 'login'): boolean {
    return this.#take((fault) => fault.kind === 'hang' && fault.at === at) !== null;
  }

  loginError(): SqlMessage | null {
    const fault = this.#take((fault) => fault.kind === 'login-error');
    return fault?.kind === 'login-error' ? fault.error : null;
  }

  #take(fits: (fault: Fault) => boolean): Fault | null {
    const next = this.#left.find(({ fault, times }) => times > 0 && fits(fault));
    if (!next) return null;
    next.times--;
    return next.fault;
  }
}

function isCallFault(fault: Fault): fault is CallFault {
  return fault.kind !== 'hang' && fault.kind !== 'refuse-encryption' && fault.kind !== 'login-error';
}
