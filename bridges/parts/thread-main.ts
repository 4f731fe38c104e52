import { parentPort, workerData } from 'node:worker_threads';
import { usePlaceholders } from '../../shared/device/placeholder-catalogue.ts';
import { partReading } from './part.ts';
import type { ThreadData } from './part-thread.ts';

/** Reads parts as they come: sends the blocks of each, then what was met, or null for one that cannot be read. */
const { request, placeholders }: ThreadData = workerData;
usePlaceholders(placeholders);
const read = await partReading(request);

parentPort?.on('message', (part: unknown) => {
  try {
    send(part);
  } catch {
    parentPort?.postMessage(null); // the main thread reads it again, and meets the same failure
  }
});

function send(part: unknown): void {
  const blocks = read(part);
  let next = blocks.next();
  for (; !next.done; next = blocks.next()) {
    const { devices, documents, explained } = next.value;
    // As text: the copying of objects from thread to thread takes three times as long.
    const block = { devices: JSON.stringify(devices), documents, explained };
    parentPort?.postMessage({ block }, [documents.buffer, explained.buffer]);
  }
  parentPort?.postMessage({ counts: next.value });
}
