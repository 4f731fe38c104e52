import type { ImporterTarget } from '../output/importer/target.ts';
import type { AssetTable } from '../output/profile/asset-table.ts';
import { personalKind } from '../output/profile/personal-fields.ts';
import type { JudgedRows } from '../shared/judge/judgement.ts';
import type { RunStore } from '../shared/run/store.ts';
import { identitiesOf, type PlannedRow, placeOf } from '../shared/store/planned-row.ts';

/** Fields that belong to a device for life, or nearly. */
const stableField = /^(?:identity\.|nature\.|place\.name$|type$)/;

/** The rows of the CI with the assets that they are made of. */
export function judgedRows(store: RunStore, { table }: AssetTable, { profile }: ImporterTarget): JudgedRows {
  const stable = profile.ci.columns.filter(({ field }) => field !== null && stableField.test(field));
  const personal = profile.ci.columns.flatMap((column) => {
    const kind = personalKind(column);
    return kind === null ? [] : [[column.header, kind] as const];
  });
  return {
    headers: table.columns.map(({ header }) => header),
    stable: new Set(stable.map(({ header }) => header)),
    personal: new Map(personal),
    rows: plannedRows(store, table),
  };
}

function* plannedRows(store: RunStore, table: AssetTable['table']): Generator<PlannedRow> {
  const rows = table.rows()[Symbol.iterator]();
  try {
    for (const asset of store.assets()) {
      const { value: cells, done } = rows.next();
      if (done) throw new Error('every asset has a row');
      const { identity, place, nature, life } = asset;
      const retired = life.absentOn !== undefined;
      const about = { key: identity.key, name: place.name, class: nature.class, place: placeOf(asset) };
      yield { ...about, retired, identities: identitiesOf(asset), cells };
    }
  } finally {
    rows.return?.(); // lets go of the store, which waits behind the rows
  }
}
