import { ConfigError } from '../errors.ts';
import type { QueryFile } from '../sql/query-file.ts';
import type { Cell } from '../sql/source.ts';
import { messages } from './spool-messages.ts';

/**
 * Watches the keys of one result: each a whole number, in ascending order unless any will do. Throws `ConfigError` naming
 * file and fix.
 */
export class KeyOrder {
  readonly #file: QueryFile;
  readonly #key: string;
  readonly #order: 'ascending' | 'any';
  #at = -1;
  #last = Number.NEGATIVE_INFINITY;
  #rows = 0;

  constructor(file: QueryFile, key: string, order: 'ascending' | 'any' = 'ascending') {
    this.#file = file;
    this.#key = key;
    this.#order = order;
  }

  /** Position of the key column. */
  get at(): number {
    return this.#at;
  }

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  columns(names: readonly string[]): void {
    this.#at = names.findIndex((name) => name.toLowerCase() === this.#key.toLowerCase());
    if (this.#at >= 0) return;
    const hint = messages.keyColumnHint(this.#key);
    throw new ConfigError(messages.keyColumnMissing(this.#file, this.#key), { hint });
  }

  /** The key of the next row. */
  next(cells: readonly Cell[]): number {
    const key = Number(cells[this.#at] ?? Number.NaN);
    if (!Number.isSafeInteger(key)) {
      const hint = messages.keyColumnHint(this.#key);
      throw new ConfigError(messages.keyInvalid(this.#file, this.#key, this.#rows + 1), { hint });
    }
    if (key < this.#last && this.#order === 'ascending') {
      const hint = messages.unorderedHint(this.#key);
      throw new ConfigError(messages.unordered(this.#file, this.#last, key), { hint });
    }
    this.#last = key;
    this.#rows += 1;
    return key;
  }

  restart(): void {
    this.#last = Number.NEGATIVE_INFINITY;
    this.#rows = 0;
  }
}
