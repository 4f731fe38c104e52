import type { Cell } from '../sql/source.ts';
import type { Notice } from '../text.ts';
import type { Columns, Reader, Section } from './section.ts';
import type { Spool } from './spool.ts';
import { messages } from './spool-messages.ts';

interface Slot {
  readonly name: string;
  readonly at: number;
  readonly read: Reader<unknown>;
}

/**
 * Turns the cells of one section into its typed rows. A value of another kind becomes null and is counted; a column
 * that the query does not return is null; a column that the section does not know is carried as extra.
 */
export class RowShape {
  readonly #title: string;
  readonly #slots: readonly Slot[];
  readonly #extras: readonly { readonly name: string; readonly at: number }[];
  readonly #absent: readonly string[];
  readonly #blank: Readonly<Record<string, null>>;
  readonly #unreadable = new Map<string, number>();

  constructor(section: Section<Columns>, spool: Pick<Spool, 'columns' | 'keyAt'>) {
    this.#title = section.name;
    const positions = new Map(spool.columns.map((name, at) => [name.toLowerCase(), at]));
    const wanted = Object.entries(section.columns).map(([name, read]) => ({
      name,
      read,
      at: positions.get(name.toLowerCase()) ?? -1,
    }));
    this.#slots = wanted.filter((slot) => slot.at >= 0);
    this.#absent = wanted.filter((slot) => slot.at < 0).map((slot) => slot.name);
    this.#blank = Object.fromEntries(Object.keys(section.columns).map((name) => [name, null]));
    const known = new Set(this.#slots.map((slot) => slot.at));
    this.#extras = spool.columns
      .map((name, at) => ({ name, at }))
      .filter(({ name, at }) => at !== spool.keyAt && !known.has(at) && name !== '');
  }

  /** One typed row; the first value of each extra column goes to `extra`. */
  read(cells: readonly Cell[], extra: Record<string, string>): Readonly<Record<string, unknown>> {
    const row: Record<string, unknown> = { ...this.#blank };
    for (const slot of this.#slots) {
      const cell = cells[slot.at] ?? null;
      if (cell !== null) row[slot.name] = this.#value(slot, cell);
    }
    for (const { name, at } of this.#extras) {
      const cell = cells[at] ?? null;
      if (cell !== null && cell !== '' && !Object.hasOwn(extra, name)) extra[name] = String(cell);
    }
    return row;
  }

  notices(): Notice[] {
    const found = [...this.#unreadable].map(([column, count]) => ({
      code: 'cells-unreadable',
      text: messages.cellsUnreadable(this.#title, column, count),
    }));
    if (this.#absent.length > 0 && this.#extras.length > 0)
      found.push({ code: 'columns-not-returned', text: messages.columnsIgnored(this.#title, this.#absent) });
    return found;
  }

  #value(slot: Slot, cell: Cell): unknown {
    try {
      return slot.read(cell);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#unreadable.set(slot.name, (this.#unreadable.get(slot.name) ?? 0) + 1);
      return null;
    }
  }
}
