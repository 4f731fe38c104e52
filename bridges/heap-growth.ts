import { setFlagsFromString } from 'node:v8';

/** By how much the heap may grow, in percent of what was in use, before what is no longer used is collected. */
const growth = 50;

/**
 * Keeps the memory of a long run low: left alone, the engine lets a heap of which 40 MB are in use grow to 150 before it
 * collects what is not. Costs no time that can be measured.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
