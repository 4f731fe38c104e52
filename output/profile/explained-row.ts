import type { Asset } from '../../shared/asset.ts';
import { assetTable } from './asset-table.ts';
import { type Profile, profileSchema } from './profile.ts';
import type { ProfileCounts } from './tally.ts';

/** Why a cell is not the whole value of its field: what the profile took away. */
export type CellLoss = keyof ProfileCounts;

/** One column of an asset's row. */
export interface ExplainedCell {
  readonly header: string;
  /** The field, or the fields of its levels, that fill it. */
  readonly fields: readonly string[];
  /** As the profile writes it, without corrections of the site. */
  readonly cell: string;
  readonly losses: readonly CellLoss[];
}

/** The row of one asset, column by column, with what the profile took away. */
export function explainRow(profile: Profile, bridgeName: string, asset: Asset): ExplainedCell[] {
  const { table, counts: tally } = assetTable(profile, bridgeName, [asset]);
  const [row = []] = [...table.rows()];
  const cells = new Map(table.columns.map(({ header }, at) => [header, row[at] ?? '']));
  const reasons = (Object.keys(tally) as CellLoss[]).toSorted();
  return profile.ci.columns.map(({ header, field, levels }) => ({
    header,
    fields: levels ?? (field === null ? [] : [field]),
    cell: cells.get(header) ?? '',
    losses: reasons.filter((reason) => tally[reason][header] !== undefined),
  }));
}

/** A profile that was kept as JSON; null for one that this version does not understand. */
export function keptProfile(json: string): Profile | null {
  const { data } = profileSchema.safeParse(JSON.parse(json));
  return data ?? null;
}
