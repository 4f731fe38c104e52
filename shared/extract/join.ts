import { DataError } from '../errors.ts';
import type { Cell } from '../sql/source.ts';
import type { Notice } from '../text.ts';
import { RowShape } from './row-shape.ts';
import type { DeviceRecord, SectionSet } from './section.ts';
import { type Spool, spoolRows } from './spool.ts';
import { messages } from './spool-messages.ts';

/** The spooled sections of one extraction by the bridge's own section names; null for an empty section. */
export type Spools<S extends SectionSet> = { readonly [Name in keyof S]: Spool | null };

/** A spool, once it was joined. */
export interface JoinedSpool extends Spool {
  /** Whether rows of it are of no device: the base section does not list theirs. */
  readonly hasOrphans: boolean;
}

/**
 * Merges sections that are all in key order, in one pass: memory holds one device. Child rows without a base row are
 * dropped and counted. Throws `DataError` when the base section has two rows of one key.
 */
export class Join<S extends SectionSet> {
  readonly #base: Spool;
  readonly #baseShape: RowShape;
  readonly #children: Child[];
  /** Every section of a device, still without rows: added one by one, so many of them become a dictionary. */
  readonly #blank: Readonly<Record<string, null | readonly never[]>>;

  constructor(sections: S, spools: Spools<S>, base: Spool) {
    this.#base = base;
    this.#baseShape = new RowShape(sections.base, base);
    this.#children = Object.entries(sections)
      .filter(([name]) => name !== 'base')
      .map(([name, section]) => new Child(name, section, spools[name] ?? null));
    const nothing = ({ grain }: SectionSet[string]) => (grain === 'many' ? noRows : null);
    this.#blank = Object.fromEntries(
      Object.entries(sections).map(([name, section]) => [name, nothing(section)]),
    );
  }

  *records(): Generator<DeviceRecord<S>> {
    let last: number | null = null;
    for (const cells of spoolRows(this.#base)) {
      const key = Number(cells[this.#base.keyAt]);
      if (key === last) throw duplicateKeys(this.#base);
      last = key;
      const extra: Record<string, string> = {};
      const sections: Record<string, unknown> = { ...this.#blank, base: this.#baseShape.read(cells, extra) };
      for (const child of this.#children) if (child.has(key)) sections[child.name] = child.take(key, extra);
      // The shape is the section set's by construction; the types cannot follow the loop over its names.
      yield { key, sections: sections as DeviceRecord<S>['sections'], extra };
    }
    for (const child of this.#children) child.drain();
  }

  /** The sections that were read; complete once `records` has ended. */
  spools(): JoinedSpool[] {
    return [{ ...this.#base, hasOrphans: false }, ...this.#children.flatMap((child) => child.spool() ?? [])];
  }

  /** What was dropped or blanked on the way; complete once `records` has ended. */
  notices(): Notice[] {
    return [...this.#baseShape.notices(), ...this.#children.flatMap((child) => child.notices())];
  }
}

const noRows: readonly never[] = [];

/** The cursor of one child section. */
class Child {
  readonly name: string;
  readonly #section: SectionSet[string];
  readonly #spool: Spool | null;
  readonly #shape: RowShape | null;
  readonly #rows: Iterator<readonly Cell[]> | null;
  readonly #keyAt: number;
  #next: readonly Cell[] | undefined;
  /** Of the next row; beyond all keys behind the last one. */
  #key = Number.POSITIVE_INFINITY;
  #orphans = 0;
  #surplus = 0;

  constructor(name: string, section: SectionSet[string], spool: Spool | null) {
    this.name = name;
    this.#section = section;
    this.#spool = spool;
    this.#shape = spool && new RowShape(section, spool);
    this.#rows = spool && spoolRows(spool);
    this.#keyAt = spool?.keyAt ?? 0;
    this.#advance();
  }

  /** Whether the section has rows of this device; those before it have none. */
  has(key: number): boolean {
    while (this.#key < key) this.#skip();
    return this.#key === key;
  }

  /** The rows of one device that has some: an array for grain `many`, else the first row. */
  take(key: number, extra: Record<string, string>): unknown {
    const rows: unknown[] = [];
    while (this.#next && this.#key === key) {
      if (this.#section.grain === 'many' || rows.length === 0)
        rows.push(this.#shape?.read(this.#next, extra));
      else this.#surplus += 1;
      this.#advance();
    }
    return this.#section.grain === 'many' ? rows : rows[0];
  }

  drain(): void {
    while (this.#next) this.#skip();
  }

  spool(): JoinedSpool | null {
    return this.#spool && { ...this.#spool, hasOrphans: this.#orphans > 0 };
  }

  notices(): Notice[] {
    const found = this.#shape?.notices() ?? [];
    if (this.#orphans > 0)
      found.push({ code: 'rows-orphan', text: messages.rowsOrphan(this.#section.name, this.#orphans) });
    if (this.#surplus > 0)
      found.push({ code: 'rows-extra', text: messages.rowsExtra(this.#section.name, this.#surplus) });
    return found;
  }

  #skip(): void {
    this.#orphans += 1;
    this.#advance();
  }

  #advance(): void {
    this.#next = this.#rows?.next().value;
    this.#key = this.#next ? Number(this.#next[this.#keyAt]) : Number.POSITIVE_INFINITY;
  }
}

/** Names the three keys with the most rows, and the columns in which those rows differ. */
function duplicateKeys(spool: Spool): DataError {
  const groups = new Map<number, (readonly Cell[])[]>();
  let group: (readonly Cell[])[] = [];
  for (const cells of spoolRows(spool)) {
    const same = group[0]?.[spool.keyAt] === cells[spool.keyAt];
    group = same ? [...group, cells] : [cells];
    if (same) groups.set(Number(cells[spool.keyAt]), group);
  }
  const worst = [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, 3);
  const lines = worst.map(([key, rows]) => {
    const differs = (at: number) => rows.some((row) => row[at] !== rows[0]?.[at]);
    return messages.duplicateKey(
      key,
      rows.length,
      spool.columns.filter((_, at) => differs(at)),
    );
  });
  const text = {
    fr: messages.duplicateKeys(
      spool.file,
      lines.map((line) => line.fr),
    ).fr,
    en: messages.duplicateKeys(
      spool.file,
      lines.map((line) => line.en),
    ).en,
  };
  return new DataError(text, { hint: messages.duplicateKeysHint(spool.file) });
}
