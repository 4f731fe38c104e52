/** Cells by the header of their column; headers without any are left out. */
export type CellCounts = Readonly<Record<string, number>>;

/** What the profile took away from the assets in one pass over the rows. */
export interface ProfileCounts {
  /** Values cut to the length that the column accepts; a number or day that is too long is left out whole. */
  readonly cut: CellCounts;
  /** Values left empty because the CI type lacks the attribute. */
  readonly typeWithoutAttribute: CellCounts;
  /** Values left empty because the column they need is empty, such as a model without a manufacturer. */
  readonly neededColumnEmpty: CellCounts;
  /** Statuses left empty because no field tells the day that a retirement needs. */
  readonly retiredWithoutDay: CellCounts;
  /** Paths that end early because a level is not known, although one below it is. */
  readonly levelUnknown: CellCounts;
  /** Paths with a level whose name held the separator, which a hyphen replaced. */
  readonly separatorReplaced: CellCounts;
}

export type Tally = { readonly [Name in keyof ProfileCounts]: Record<string, number> };

/** Counts that begin at none. */
export const newTally = (): Tally => ({
  cut: {},
  typeWithoutAttribute: {},
  neededColumnEmpty: {},
  retiredWithoutDay: {},
  levelUnknown: {},
  separatorReplaced: {},
});

/** Counts cells of a column. */
export function add(counts: Record<string, number>, header: string, cells = 1): void {
  counts[header] = (counts[header] ?? 0) + cells;
}
