import { cellDigest } from '../table/cell-digest.ts';

/** A digest over the rows of one content, as if all its sources were one table. */
export interface ContentDigest {
  /** The header counts once, however many sources repeat it. */
  addHeader(cells: readonly string[]): void;
  add(cells: readonly string[]): void;
  readonly rows: number;
  /** Ends the digest. */
  value(): string;
}

/** A new digest; a source with another header than the first one makes it another digest. */
export function contentDigest(): ContentDigest {
  const digest = cellDigest();
  let header: string | null = null;
  let rows = 0;
  return {
    addHeader: (cells) => {
      const text = JSON.stringify(cells);
      if (text !== header) digest.add(cells);
      header = text;
    },
    add: (cells) => {
      digest.add(cells);
      rows += 1;
    },
    get rows() {
      return rows;
    },
    value: () => digest.value(),
  };
}
