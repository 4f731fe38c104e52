import { parentPort, workerData } from 'node:worker_threads';
import { usePlaceholders } from '../../shared/device/placeholder-catalogue.ts';
import { type PartRead, partReading } from './part.ts';
import type { ThreadData } from './part-thread.ts';

/** Reads parts as they come, and answers each with what it was read to, or null when it could not be read. */
const { request, placeholders }: ThreadData = workerData;
usePlaceholders(placeholders);
const read = await partReading(request);

parentPort?.on('message', (part: unknown) => {
  const found = readOrNull(part);
  parentPort?.postMessage(found, found ? buffersOf(found) : []);
});

/** The main thread reads the part again, and meets the same failure. */
function readOrNull(part: unknown): PartRead | null {
  try {
    return read(part);
  } catch {
    return null;
  }
}

const buffersOf = ({ blocks }: PartRead): ArrayBuffer[] =>
  blocks.flatMap(({ documents, explained }) => [documents.buffer, explained.buffer]);
