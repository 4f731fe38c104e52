import { availableParallelism } from 'node:os';
import type { Extraction } from '../../shared/bridge.ts';
import { type PartsRequest, partReading, type ReadPart } from './part.ts';
import { type PartRead, PartThread } from './part-thread.ts';

/** A smaller fleet is read before a second thread has become fast: it begins with code that is not compiled. */
const fewestParts = 64;
/** Threads beside the main one, which reads as well while it has nothing to store. */
const mostThreads = 2;
/** Parts that each thread has been asked for at a time: one it works on, one it goes on with. */
const askedAtOnce = 2;
/** Parts that are read before it is their turn, at most: they wait in memory. */
const mostAhead = 3;

export interface PartsReading extends Omit<PartsRequest, 'about'> {
  readonly extraction: Pick<Extraction, 'about' | 'parts'>;
  readonly signal: AbortSignal;
}

/**
 * Every part of an extraction, in order; of a large fleet, threads of their own read some, so that the order and what is
 * in them are the same. Throws `DataError` for data that cannot be right.
 */
export async function* readParts(
  { extraction: { about, parts }, signal, ...rest }: PartsReading,
  fewest = fewestParts,
): AsyncGenerator<PartRead> {
  const request = { ...rest, about };
  const readHere = await partReading(request);
  const count = parts.length < fewest ? 0 : Math.min(mostThreads, availableParallelism() - 1);
  const threads = Array.from({ length: count }, () => new PartThread(request));
  const read = new Map<number, PartRead>();
  const asked = new Map<number, Promise<void>>();
  let next = 0;
  const ask = (thread: PartThread, at: number) =>
    asked.set(
      at,
      thread.read(parts[at]).then((found) => {
        if (found) read.set(at, found);
        asked.delete(at);
      }),
    );
  try {
    for (const [at, part] of parts.entries()) {
      while (!read.has(at)) {
        for (const thread of threads)
          for (; thread.waiting < askedAtOnce && next < parts.length; next += 1) ask(thread, next);
        const isAsked = asked.has(at);
        if (isAsked && next < parts.length && next - at < mostAhead) {
          read.set(next, wholePart(readHere(parts[next])));
          next += 1;
        } else if (isAsked) await asked.get(at);
        else read.set(at, wholePart(readHere(part)));
        next = Math.max(next, at + 1);
        await new Promise((resolve) => setImmediate(resolve)); // lets answers and Ctrl-C in
        signal.throwIfAborted();
      }
      const found = read.get(at);
      read.delete(at);
      if (found) yield found;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

function wholePart(reading: ReturnType<ReadPart>): PartRead {
  const blocks = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) blocks.push(next.value);
  return { blocks, ...next.value };
}
