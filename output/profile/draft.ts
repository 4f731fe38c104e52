import { z } from 'zod';
import { languages } from '../../shared/text.ts';
import { type ProfileColumn, profileColumn } from './column.ts';

const texts = z.array(z.string()).catch([]);

/** What can be read of a profile that may have mistakes, so that the rest of it is checked as well. */
const draftSchema = z.object({
  language: z.enum(languages).nullable().catch(null),
  types: z.record(z.string(), z.unknown()).catch({}),
  typeGroups: z.record(z.string(), texts).catch({}),
  statuses: z.record(z.string(), z.unknown()).catch({}),
  retirement: z.object({ status: z.string(), dates: texts }).nullable().catch(null),
  ci: z
    .object({
      tags: z.object({ SiteSplitStrategy: z.unknown() }).nullable().catch(null),
      columns: z.array(profileColumn.nullable().catch(null)).catch([]),
      clear: z.array(z.string()).catch([]),
    })
    .catch({ tags: null, columns: [], clear: [] }),
});
export type Draft = z.infer<typeof draftSchema>;

/** A column of a draft with its place in the list. */
export interface PlacedColumn {
  readonly column: ProfileColumn;
  readonly index: number;
}

/** Reads a draft; null of what is not even a mapping. Columns with a mistake of their own are left out. */
export function readDraft(value: unknown): Draft | null {
  return draftSchema.safeParse(value).data ?? null;
}

/** The columns that could be read. */
export const placedColumns = ({ ci }: Draft): PlacedColumn[] =>
  ci.columns.flatMap((column, index) => (column === null ? [] : [{ column, index }]));

/** The distinct CI types that classes become, in the order of the profile. */
export const typesOf = ({ types }: Pick<Draft, 'types'>): string[] => [
  ...new Set(Object.values(types).filter((type) => typeof type === 'string')),
];
