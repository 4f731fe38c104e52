import type { AssetTable, RowKeeper } from '../output/profile/asset-table.ts';
import { personalKind } from '../output/profile/personal-fields.ts';
import type { Profile } from '../output/profile/profile.ts';
import type { JudgedColumns } from '../shared/judge/judgement.ts';
import type { RunStore } from '../shared/run/store.ts';
import { rowOf } from '../shared/store/planned-row.ts';

/** Fields that belong to a device for life, or nearly. */
const stableField = /^(?:identity\.|nature\.|place\.name$|type$)/;

/** What the judge knows of the columns of a profile, in or out of the table. */
export function judgedColumns(
  { ci: { columns } }: Profile,
  { unfilled }: Pick<AssetTable, 'unfilled'>,
): JudgedColumns {
  const stable = columns.filter(({ field }) => field !== null && stableField.test(field));
  const personal = columns.flatMap((column) => {
    const kind = personalKind(column);
    return kind === null ? [] : [[column.header, kind] as const];
  });
  return {
    headers: columns.map(({ header }) => header),
    unfilled,
    stable: new Set(stable.map(({ header }) => header)),
    personal: new Map(personal),
  };
}

/** Keeps the rows of a run in its store, with what tells each device again. */
export const rowKeeper = ({ rows }: RunStore): RowKeeper => ({
  ...(rows.hasMade && { made: { counts: () => rows.madeCounts(), missing: () => rows.missing() } }),
  add: (asset, cells) => rows.add({ ...rowOf(asset), cells }),
  done: () => rows.finish(),
  rows: () => rows.cells(),
});
