import { Worker } from 'node:worker_threads';
import { type PlaceholderLists, placeholdersOfSite } from '../../shared/device/placeholder-catalogue.ts';
import type { DeviceBlock } from '../../shared/run/device-block.ts';
import type { PartCounts, PartsRequest } from './part.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly request: PartsRequest;
  readonly placeholders: PlaceholderLists;
}

/** A block on its way: its devices are JSON. */
interface SentBlock extends Omit<DeviceBlock, 'devices'> {
  readonly devices: string;
}

/** What a thread answers: each block of a part, then what was met; null for a part that cannot be read. */
type Answer = { readonly block: SentBlock } | { readonly counts: PartCounts } | null;

/** A part that was read to its end. */
export interface PartRead extends PartCounts {
  readonly blocks: readonly DeviceBlock[];
}

/** Bounds of a thread's heap: little is alive at a time, and garbage is better collected than kept. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 64 };

/** A thread that reads parts, one after the other. */
export class PartThread {
  readonly #worker: Worker;
  readonly #waiting: ((found: PartRead | null) => void)[] = [];
  #blocks: DeviceBlock[] = [];
  #isGone = false;

  constructor(request: PartsRequest) {
    const workerData: ThreadData = { request, placeholders: placeholdersOfSite() };
    this.#worker = new Worker(new URL('thread-main.js', import.meta.url), { workerData, resourceLimits });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', () => this.#end());
    this.#worker.on('exit', () => this.#end());
  }

  /** Parts that it was asked for and has not answered; as if there were many once it is gone. */
  get waiting(): number {
    return this.#isGone ? Number.POSITIVE_INFINITY : this.#waiting.length;
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

  #take(answer: Answer): void {
    if (answer && 'block' in answer) {
      const { devices, ...bytes } = answer.block;
      this.#blocks.push({ devices: JSON.parse(devices), ...bytes });
      return;
    }
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#waiting.shift()?.(answer && { blocks, ...answer.counts });
  }

  #end(): void {
    this.#isGone = true;
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }
}
