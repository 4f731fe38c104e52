import type { Spool } from './spool.ts';

/** Devices that follow one another: their keys, `to` not among them. Plain data. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** All devices. */
export const wholeFleet: Part = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** The devices of a base section in parts of some hundreds, in order; together they hold every key there can be. */
export function partsOf({ marks }: Spool): Part[] {
  const starts = [wholeFleet.from, ...marks.slice(1).map(({ key }) => key)];
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? wholeFleet.to }));
}

/** Bytes before the line from which no row of a part is missing. */
export function offsetOf({ marks }: Spool, { from }: Part): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.key ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1]?.offset ?? 0;
}
