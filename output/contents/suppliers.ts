import { z } from 'zod';
import { legalSheetName, legalSourceName } from '../profile/legal-names.ts';
import type { Table } from '../table/writer.ts';
import { groupMakers } from './makers.ts';

const name = z.string().min(1);

/** Block `suppliers` of a profile: makers with their aliases, imported before the CI that name them. */
export const suppliersContent = z.strictObject({
  sheet: name.refine(...legalSheetName),
  sourceName: name.refine(...legalSourceName),
  /** Value of `<Content>`; not documented, hence a setting. */
  content: name,
  headers: z.strictObject({ name, isManufacturer: name, isSupplier: name, aliases: name }),
});
export type SuppliersContent = z.infer<typeof suppliersContent>;

/** Longest text of the alias column that Octopus accepts; an alias that has no room is left out and counted. */
const aliasesLimit = 500;
const nameLimit = 500;

/** The makers of a run as rows, and the aliases that found no room. */
export interface SuppliersTable {
  readonly table: Table;
  readonly aliasesLeftOut: number;
}

/** One row for each maker that the run met, by name. `yes` and `no` are the profile's words. */
export function suppliersTable(
  { sheet, headers }: SuppliersContent,
  spellings: ReadonlyMap<string, number>,
  { yes, no }: { readonly yes: string; readonly no: string },
): SuppliersTable {
  let aliasesLeftOut = 0;
  const rows = groupMakers(spellings).map((maker) => {
    const aliases = fitting(maker.aliases.filter((alias) => !alias.includes('|')));
    aliasesLeftOut += maker.aliases.length - aliases.length;
    return [maker.name, yes, no, aliases.join('|')];
  });
  const column = (header: string, maxLength: number, required: boolean) => ({
    header,
    maxLength,
    required,
    unique: header === headers.name,
  });
  const columns = [
    column(headers.name, nameLimit, true),
    column(headers.isManufacturer, 5, true),
    column(headers.isSupplier, 5, true),
    column(headers.aliases, aliasesLimit, false),
  ];
  return { table: { sheet, columns, rows: () => rows }, aliasesLeftOut };
}

/** The first aliases that fit together, with the separators between them. */
function fitting(aliases: readonly string[]): readonly string[] {
  let length = -1;
  return aliases.filter((alias) => {
    if (length + 1 + alias.length > aliasesLimit) return false;
    length += 1 + alias.length;
    return true;
  });
}
