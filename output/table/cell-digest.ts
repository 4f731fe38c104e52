import { createHash } from 'node:crypto';

/** A digest over rows of cells, the same for every format that holds the same cells. */
export interface CellDigest {
  add(row: readonly string[]): void;
  /** Ends the digest. */
  value(): string;
}

const cellEnd = '\x1f';
const rowEnd = '\x1e';
const batchLength = 65_536;

/** A new digest. Cells hold no control characters, so the separators cannot be mistaken for text. */
export function cellDigest(): CellDigest {
  const hash = createHash('sha256');
  let batch = '';
  const add = (row: readonly string[]): void => {
    batch += row.join(cellEnd) + rowEnd;
    if (batch.length < batchLength) return;
    hash.update(batch);
    batch = '';
  };
  return { add, value: () => hash.update(batch).digest('hex') };
}
