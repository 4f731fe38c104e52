import { add, newTally, type Tally } from './tally.ts';

/** What was counted while rows were made. */
export interface RowCounts {
  /** By position of the column: whether an asset has a value for it. */
  readonly filled: Set<number>;
  readonly tally: Tally;
}

export const newRowCounts = (): RowCounts => ({ filled: new Set(), tally: newTally() });

/** As text, of which the rows of a fleet have few different ones. */
export function countsText({ filled, tally }: RowCounts): string {
  const kinds = Object.entries(tally).filter(([, cells]) => !isEmpty(cells));
  return JSON.stringify([[...filled], Object.fromEntries(kinds)]);
}

/** Adds what was counted of each of so many rows. */
export function addCounts(counts: RowCounts, text: string, rows: number): void {
  const [filled, kinds]: [number[], Partial<Tally>] = JSON.parse(text);
  for (const column of filled) counts.filled.add(column);
  for (const [kind, total] of Object.entries(counts.tally))
    for (const [header, cells] of Object.entries(kinds[kind as keyof Tally] ?? {}))
      add(total, header, cells * rows);
}

function isEmpty(cells: Readonly<Record<string, number>>): boolean {
  for (const _ in cells) return false;
  return true;
}
