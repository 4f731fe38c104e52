import { availableParallelism } from 'node:os';
import type { Extraction } from '../../shared/bridge.ts';
import { type PartRead, type PartsRequest, partReading } from './part.ts';
import { PartThread } from './part-thread.ts';

/** A smaller fleet is read before a thread has started. */
const fewestParts = 8;
const mostThreads = 2;
/** Parts that each thread has been asked for at a time: one it works on, one it goes on with. */
const askedAtOnce = 2;

export interface PartsReading extends Omit<PartsRequest, 'about'> {
  readonly extraction: Pick<Extraction, 'about' | 'parts'>;
  readonly signal: AbortSignal;
}

/**
 * Every part of an extraction, in order; those of a large fleet are read by threads of their own, so that the order and
 * what is in them are the same. Throws `DataError` for data that cannot be right.
 */
export async function* readParts({
  extraction: { about, parts },
  signal,
  ...rest
}: PartsReading): AsyncGenerator<PartRead> {
  const request = { ...rest, about };
  const readHere = await partReading(request);
  const count = parts.length < fewestParts ? 0 : Math.min(mostThreads, availableParallelism());
  const threads = Array.from({ length: count }, () => new PartThread(request));
  const asked: Promise<PartRead | null>[] = [];
  try {
    for (const [at, part] of parts.entries()) {
      while (asked.length < count * askedAtOnce && at + asked.length < parts.length) {
        const next = at + asked.length;
        asked.push(threads[next % count]?.read(parts[next]) ?? Promise.resolve(null));
      }
      const found = await asked.shift();
      yield found ?? readHere(part);
      await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C in
      signal.throwIfAborted();
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}
