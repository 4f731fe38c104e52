import type { ImporterTarget } from '../output/importer/target.ts';
import type { AssetTable, RowKeeper } from '../output/profile/asset-table.ts';
import { personalKind } from '../output/profile/personal-fields.ts';
import type { Profile } from '../output/profile/profile.ts';
import type { JudgedColumns } from '../shared/judge/judgement.ts';
import type { Progress } from '../shared/run/progress.ts';
import type { RunStore } from '../shared/run/store.ts';
import { rowOf } from '../shared/store/planned-row.ts';

const progressEvery = 1_000;

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

/** Who is told of rows on their way into a file. */
interface Told {
  readonly progress: Progress;
  readonly target: Pick<ImporterTarget, 'path'>;
}

/** Keeps the rows of a run in its store, with what tells each device again; tells now and then how many went by. */
export const rowKeeper = ({ rows }: RunStore, told?: Told): RowKeeper => ({
  ...(rows.hasMade && { made: { counts: () => rows.madeCounts(), missing: () => rows.missing() } }),
  add: (asset, cells) => rows.add({ ...rowOf(asset), cells }),
  done: () => rows.finish(),
  rows: () => (told ? watched(rows.cells(), told) : rows.cells()),
});

function* watched<Row>(rows: Iterable<Row>, { progress, target }: Told): Generator<Row> {
  let count = 0;
  for (const row of rows) {
    if (count % progressEvery === 0) progress({ step: 'write', subject: target.path, count });
    count += 1;
    yield row;
  }
}
