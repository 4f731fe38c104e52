import type { Cell } from '../sql/source.ts';

/** Turns one cell into a typed value; `null` for unknown, which null always is. Throws `TypeError` on a value of another kind. */
export type Reader<T> = (cell: Cell) => T;
export type Columns = Readonly<Record<string, Reader<unknown>>>;
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ReturnType<C[Name]> };

/**
 * One query of one grain: `queries/<bridge>/<name>.sql`. Its columns are the aliases of that file,
 * without the key, which every section returns as `resourceId` or as the bridge says.
 */
export interface Section<C extends Columns = Columns> {
  readonly name: string;
  /** `one`: at most one row a device (the first counts); `many`: any number of rows. */
  readonly grain: 'one' | 'many';
  /** A missing view of a required section stops the run; of another one leaves the section empty. */
  readonly required: boolean;
  readonly columns: C;
}

export const one = <C extends Columns>(name: string, columns: C) =>
  ({ name, grain: 'one', required: false, columns }) as const satisfies Section<C>;
export const many = <C extends Columns>(name: string, columns: C) =>
  ({ name, grain: 'many', required: false, columns }) as const satisfies Section<C>;

/** The sections of a bridge; `base` decides which devices exist. */
export interface SectionSet {
  readonly base: Section & { readonly grain: 'one' };
  readonly [name: string]: Section;
}

/** All that the source says about one device. */
export type RecordOf<S extends SectionSet> = {
  readonly [Name in keyof S]: Name extends 'base'
    ? RowOf<S[Name]['columns']>
    : S[Name]['grain'] extends 'one'
      ? RowOf<S[Name]['columns']> | null
      : readonly RowOf<S[Name]['columns']>[];
};

/** One device as the join delivers it. */
export interface DeviceRecord<S extends SectionSet> {
  /** Value of the key column, the same in every section. */
  readonly key: number;
  readonly sections: RecordOf<S>;
  /** Columns that a site added to its queries; for a section of many rows the first value. */
  readonly extra: Readonly<Record<string, string>>;
}
