import { Worker } from 'node:worker_threads';
import { type PlaceholderLists, placeholdersOfSite } from '../../shared/device/placeholder-catalogue.ts';
import type { PartRead, PartsRequest } from './part.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly request: PartsRequest;
  readonly placeholders: PlaceholderLists;
}

/** Bounds of a thread's heap: little is alive at a time, and garbage is better collected than kept. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** A thread that reads parts, one after the other. */
export class PartThread {
  readonly #worker: Worker;
  readonly #waiting: ((found: PartRead | null) => void)[] = [];
  #isGone = false;

  constructor(request: PartsRequest) {
    const workerData: ThreadData = { request, placeholders: placeholdersOfSite() };
    this.#worker = new Worker(new URL('thread-main.js', import.meta.url), { workerData, resourceLimits });
    this.#worker.on('message', (found: PartRead | null) => this.#waiting.shift()?.(found));
    this.#worker.on('error', () => this.#end());
    this.#worker.on('exit', () => this.#end());
  }

  /** What a part was read to; null when this thread could not read it, or is gone. */
  read(part: unknown): Promise<PartRead | null> {
    if (this.#isGone) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#worker.postMessage(part);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(): void {
    this.#isGone = true;
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }
}
