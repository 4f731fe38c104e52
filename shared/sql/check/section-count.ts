import { KeyOrder } from '../../extract/key-order.ts';
import type { QueryFile } from '../query-file.ts';
import type { Cell, RowSink } from '../source.ts';

/**
 * Counts a section without keeping it, and refuses what an extraction would refuse: `ConfigError` for a result without
 * the key column, with a key that is not a whole number, or not in ascending order of the key.
 */
export class SectionCount implements RowSink {
  /** Name of the key column. */
  readonly key: string;
  columnCount = 0;
  /** Devices of the base section that have a row here. */
  covered = 0;
  /** Each key of the result once, in order; kept for the base section only. */
  readonly keys: number[] = [];
  /** Keys that came more than once. */
  readonly repeated = new Set<number>();
  readonly #file: QueryFile;
  readonly #order: KeyOrder;
  /** Keys of the base section; null while it is the base section that is counted, or when nobody knows them. */
  readonly #devices: readonly number[] | null;
  #last = Number.NEGATIVE_INFINITY;
  #device = 0;

  constructor(file: QueryFile, key: string, devices: readonly number[] | null) {
    this.#file = file;
    this.#order = new KeyOrder(file, key);
    this.key = key;
    this.#devices = devices;
  }

  get rows(): number {
    return this.#order.rows;
  }

  get section(): string {
    return this.#file.section;
  }

  columns(names: readonly string[]): void {
    this.columnCount = names.length;
    this.#order.columns(names);
  }

  row(cells: readonly Cell[]): void {
    const key = this.#order.next(cells);
    if (key !== this.#last) this.#count(key);
    else if (this.#devices === null) this.repeated.add(key);
    this.#last = key;
  }

  restart(): void {
    this.#order.restart();
    this.covered = 0;
    this.keys.length = 0;
    this.repeated.clear();
    this.#last = Number.NEGATIVE_INFINITY;
    this.#device = 0;
  }

  /** Both lists ascend, so one pass over each is enough. */
  #count(key: number): void {
    const devices = this.#devices;
    if (devices === null) {
      this.keys.push(key);
      return;
    }
    while ((devices[this.#device] ?? key) < key) this.#device += 1;
    if (devices[this.#device] === key) this.covered += 1;
  }
}
