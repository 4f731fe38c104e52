import type { Column } from '../table/writer.ts';
import type { CellCounts } from './tally.ts';

/** Values that take the place of others, by asset key and header. */
export type Overrides = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const noOverrides: Overrides = new Map();

/** What became of the overrides in one pass over the rows. */
export interface OverrideCounts {
  /** Cells that got another value, by header. */
  readonly applied: CellCounts;
  /** Those that no cell answered to, as `key, header`. */
  readonly unmatched: readonly string[];
}

/** The overrides for one pass over the rows. */
export interface OverridePass {
  /** Puts the values of one asset into its row. */
  apply(key: string, row: string[]): void;
  counts(): OverrideCounts;
}

/** Follows which overrides found their cell. */
export function overridePass(overrides: Overrides, columns: readonly Pick<Column, 'header'>[]): OverridePass {
  const indexes = new Map(columns.map(({ header }, index) => [header, index]));
  const applied: Record<string, number> = {};
  const met = new Set<string>();
  const apply = (key: string, row: string[]): void => {
    const values = overrides.get(key);
    if (!values) return;
    met.add(key);
    for (const [header, value] of values) {
      const index = indexes.get(header);
      if (index === undefined) continue;
      row[index] = value;
      applied[header] = (applied[header] ?? 0) + 1;
    }
  };
  const isUnmatched = (key: string, header: string) => !met.has(key) || !indexes.has(header);
  const counts = (): OverrideCounts => ({
    applied,
    unmatched: [...overrides].flatMap(([key, values]) =>
      [...values.keys()].filter((header) => isUnmatched(key, header)).map((header) => `${key}, ${header}`),
    ),
  });
  return { apply, counts };
}
