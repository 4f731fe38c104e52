import type { Language, Notice, Text } from '../../shared/text.ts';

/** A word of ours in a cell: the code for programs, the text for people. */
export interface Word {
  readonly code: string;
  readonly text: Text;
}

/** A value as it is, a number, a word, or nothing to tell. */
export type Cell = string | number | Word | null;

/** One column of a table; `name` is for programs and stable. */
export interface PlanHeader {
  readonly name: string;
  readonly text: Text;
}

/** One list of a plan, shown in the same order in every form. */
export interface PlanTable {
  /** Stable name. */
  readonly code: string;
  /** Also the name of its sheet. */
  readonly title: Text;
  /** What the rows are and what to do about them. */
  readonly about: Text;
  readonly headers: readonly PlanHeader[];
  /** How many there are; `rows` may give fewer. */
  readonly count: number;
  /** May be walked more than once; gives the same rows each time. */
  rows(): Iterable<readonly Cell[]>;
}

/** One number of a plan. */
export interface PlanCount {
  /** Stable name. */
  readonly code: string;
  readonly label: Text;
  /** What becomes of these in Octopus, where the label does not say all. */
  readonly about: Text | null;
  readonly count: number;
}

/** Why the run would publish nothing. */
export interface Refusal {
  /** With which the run would end. */
  readonly exitCode: number;
  readonly text: Text;
  readonly hint: Text;
}

/** What would change if a run were published and imported, made once and shown in several forms. */
export interface Plan {
  readonly source: string;
  readonly sample: boolean;
  /** The file that would be published. */
  readonly file: string;
  /** When what it is compared with was published; null where nothing was. */
  readonly publishedAt: string | null;
  /** Rows that would be published. */
  readonly rows: number;
  /** The first one decides the exit code; none where the run would be published. */
  readonly refusals: readonly Refusal[];
  /** The counters that Octopus itself shows. */
  readonly octopus: readonly PlanCount[];
  /** What Octopus has no counter for. */
  readonly others: readonly PlanCount[];
  /** What the run would tell without stopping. */
  readonly notices: readonly Notice[];
  readonly tables: readonly PlanTable[];
}

/** How the run would end. */
export const exitCodeOf = ({ refusals }: Plan): number => refusals[0]?.exitCode ?? 0;

/** A cell for people. */
export function shown(cell: Cell, language: Language): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text[language] : String(cell);
}

/** A cell for programs. */
export const coded = (cell: Cell): string | number | null =>
  cell !== null && typeof cell === 'object' ? cell.code : cell;
