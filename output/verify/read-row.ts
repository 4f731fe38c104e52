import type { RuleCode } from './rules.ts';

/** Something wrong with the form of a row. */
export interface RowFault {
  readonly code: RuleCode;
  /** Column from 0; null for the row as a whole. */
  readonly column: number | null;
  readonly value: string;
  readonly expected: string;
}

/** A row as it stands in a file. */
export interface ReadRow {
  /** 1 for the header. */
  readonly line: number;
  /** Texts; an empty cell is empty text. */
  readonly cells: string[];
  readonly faults: readonly RowFault[];
}

/** What is wrong with a file as a whole, known at its end. */
export type FileFault = Omit<RowFault, 'column'> & { readonly line: number | null };

export const noFaults: readonly RowFault[] = [];
