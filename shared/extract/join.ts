import { DataError } from '../errors.ts';
import type { FindingCounts } from '../findings.ts';
import type { Cell } from '../sql/source.ts';
import { offsetOf, type Part, wholeFleet } from './part.ts';
import { RowShape } from './row-shape.ts';
import type { DeviceRecord, Section, SectionSet } from './section.ts';
import { rowsFrom, type Spool, spoolRows } from './spool.ts';
import { messages } from './spool-messages.ts';

/** The spooled sections of one extraction by the bridge's own section names; null for an empty section. */
export type Spools<S extends SectionSet> = { readonly [Name in keyof S]: Spool | null };

/**
 * Merges sections that are all in key order, in one pass a part: memory holds one device. Child rows without a base row
 * are dropped and counted. Throws `DataError` when the base section has two rows of one key.
 */
export class Join<S extends SectionSet> {
  readonly #base: Spool;
  readonly #baseName: string;
  readonly #baseShape: RowShape;
  readonly #children: readonly ChildSection[];
  readonly #counts: FindingCounts;

  /** `counts` learns of what is dropped or blanked on the way. */
  constructor(sections: S, spools: Spools<S>, base: Spool, counts: FindingCounts) {
    this.#base = base;
    this.#baseName = sections.base.name;
    this.#counts = counts;
    this.#baseShape = new RowShape(sections.base, base, counts);
    this.#children = Object.entries(sections)
      .filter(([name]) => name !== 'base')
      .map(([name, section]) => {
        const spool = spools[name] ?? null;
        return { name, section, read: spool && { spool, shape: new RowShape(section, spool, counts) } };
      });
  }

  *records(part: Part = wholeFleet): Generator<DeviceRecord<S>> {
    let last: number | null = null;
    let count = 0;
    const children = this.#children.map((child) => new Child(child, part, this.#counts));
    try {
      for (const cells of rowsFrom(this.#base, offsetOf(this.#base, part))) {
        const key = Number(cells[this.#base.keyAt]);
        if (key < part.from) continue;
        if (key >= part.to) break;
        if (key === last) throw duplicateKeys(this.#base);
        last = key;
        count += 1;
        const extra: Record<string, string> = {};
        const sections: Record<string, unknown> = { base: this.#baseShape.read(cells, extra) };
        for (const child of children) sections[child.name] = child.take(key, extra);
        // The shape is the section set's by construction; the types cannot follow the loop over its names.
        yield { key, sections: sections as DeviceRecord<S>['sections'], extra };
      }
      this.#counts.count('rows', this.#baseName, count);
      for (const child of children) child.drain();
    } finally {
      for (const child of children) child.close();
    }
  }
}

/** A section beside the base; nothing to read where its view is missing. */
interface ChildSection {
  readonly name: string;
  readonly section: Section;
  readonly read: { readonly spool: Spool; readonly shape: RowShape } | null;
}

/** The cursor of one child section. */
class Child {
  readonly name: string;
  readonly #isMany: boolean;
  readonly #title: string;
  readonly #shape: RowShape | null;
  readonly #rows: Iterator<readonly Cell[]> | null;
  readonly #keyAt: number;
  readonly #end: number;
  readonly #counts: FindingCounts;
  #next: readonly Cell[] | undefined;
  #key = Number.NEGATIVE_INFINITY;
  #taken = 0;

  constructor({ name, section, read }: ChildSection, part: Part, counts: FindingCounts) {
    this.name = name;
    this.#isMany = section.grain === 'many';
    this.#title = section.name;
    this.#shape = read?.shape ?? null;
    this.#rows = read && rowsFrom(read.spool, offsetOf(read.spool, part));
    this.#keyAt = read?.spool.keyAt ?? 0;
    this.#end = part.to;
    this.#counts = counts;
    do this.#advance();
    while (this.#key < part.from);
    this.#taken = this.#next ? 1 : 0;
  }

  /** The rows of one device: an array for grain `many`, else the first row or null. */
  take(key: number, extra: Record<string, string>): unknown {
    while (this.#key < key) this.#skip();
    if (!this.#isMany) return this.#takeOne(key, extra);
    const rows: unknown[] = [];
    for (; this.#key === key; this.#advance()) rows.push(this.#read(extra));
    return rows;
  }

  /** Goes on to the end of the part. */
  drain(): void {
    while (this.#next) this.#skip();
    this.#counts.count('rows', this.#title, this.#taken);
  }

  close(): void {
    this.#rows?.return?.();
  }

  #takeOne(key: number, extra: Record<string, string>): unknown {
    if (this.#key !== key) return null;
    const row = this.#read(extra);
    for (this.#advance(); this.#key === key; this.#advance()) this.#counts.count('surplus', this.#title);
    return row;
  }

  #read(extra: Record<string, string>): unknown {
    return this.#next && this.#shape?.read(this.#next, extra);
  }

  #skip(): void {
    this.#counts.count('orphans', this.#title);
    this.#advance();
  }

  #advance(): void {
    const next: readonly Cell[] | undefined = this.#rows?.next().value;
    this.#key = next ? Number(next[this.#keyAt]) : Number.POSITIVE_INFINITY;
    if (this.#key >= this.#end) [this.#next, this.#key] = [undefined, Number.POSITIVE_INFINITY];
    else {
      this.#next = next;
      this.#taken += 1;
    }
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
