import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Channel } from './channel.ts';
import type { CallFault } from './faults.ts';
import type { SqlMessage } from './reply.ts';
import type { Response } from './response.ts';

/** Bytes that begin neither a packet nor a token. */
const garbage = Buffer.alloc(64);

/** The row after which a fault happens; null for one that happens before the answer. */
export function rowOf(fault: CallFault | null): number | null {
  return fault !== null && fault.kind !== 'delay' ? (fault.afterRows ?? null) : null;
}

/**
 * Does what a fault does in the middle of the rows. Resolves when the client has given up, with the error that ends
 * the answer if there is one.
 */
export async function befall(
  fault: CallFault,
  channel: Channel,
  response: Response,
  signal: AbortSignal,
): Promise<SqlMessage | null> {
  if (fault.kind === 'error') return fault.error;
  if (fault.kind === 'garbage-token') response.out.bytes(garbage);
  response.sendRest();
  if (fault.kind === 'garbage-packet') channel.sendRaw(garbage);
  if (fault.kind === 'fin') channel.end();
  if (fault.kind === 'reset') channel.reset();
  await aborted(signal);
  return null;
}

/** Waits, but not longer than the client does. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
