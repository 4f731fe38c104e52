import { type RuleCode, refuses } from './rules.ts';

/** Where something was seen. */
export interface Place {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Name of the `<Source>`, where one is at issue. */
  readonly source: string | null;
  /** Sheet of a workbook. */
  readonly sheet: string | null;
  /** Row of a file of rows, the header being 1; line of any other file. */
  readonly row: number | null;
  /** Header of the column, or tag of the configuration. */
  readonly header: string | null;
}

/** What was found, and what was expected; each a text that a message quotes. */
export interface Seen {
  readonly value: string;
  readonly expected: string;
}

/** What a violation of a row is about. */
export interface Subject {
  /** Name that the row gives its record; null where it gives none. */
  readonly name: string | null;
  /** The value of the cell; null for a violation of the row as a whole. */
  readonly cell: string | null;
}

/** A rule that was broken; name and cell are null outside rows. */
export interface Violation extends Place, Seen, Subject {
  readonly code: RuleCode;
}

const noSubject: Subject = { name: null, cell: null };

/** Longest value that is kept of a violation. */
const shownLength = 80;

/** A text short enough to be told. */
export const shortened = (text: string): string =>
  text.length > shownLength ? `${text.slice(0, shownLength).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** Everything that a verification found: all counted, of each rule and column only the first ones kept. */
export class Violations {
  readonly #limit: number;
  readonly #kept: Violation[] = [];
  readonly #seen = new Map<string, number>();
  readonly #counts = new Map<RuleCode, number>();

  /** `limit`: how many of one rule and one header are kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(code: RuleCode, place: Place, value = '', expected = '', { name, cell }: Subject = noSubject): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    const kind = `${code} ${place.source} ${place.header}`;
    const seen = (this.#seen.get(kind) ?? 0) + 1;
    this.#seen.set(kind, seen);
    if (seen > this.#limit) return;
    const told = { value: shortened(value), expected: shortened(expected), name: name && shortened(name) };
    this.#kept.push({ code, ...place, ...told, cell });
  }

  /** In the order in which they were found. */
  get kept(): readonly Violation[] {
    return this.#kept;
  }

  /** How often each rule was broken. */
  get counts(): ReadonlyMap<RuleCode, number> {
    return this.#counts;
  }

  /** How many of these refuse the files. */
  get refusing(): number {
    return [...this.#counts].reduce((sum, [code, count]) => sum + (refuses(code) ? count : 0), 0);
  }
}
