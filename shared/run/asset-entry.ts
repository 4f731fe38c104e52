import { type Asset, assetSchema } from '../asset.ts';
import { gapsOf } from '../identity/key-gaps.ts';
import { quickCheck } from '../quick-check.ts';
import { type PlannedRow, rowOf } from '../store/planned-row.ts';

/** An asset as the database of a run has it: all but its number and its document. */
export interface AssetEntry {
  /** By these columns, in their order. */
  readonly values: readonly (string | number | boolean | null)[];
  /** What its row has besides the cells. */
  readonly row: Omit<PlannedRow, 'cells'>;
}

/** The columns of an asset that tell it from others, and that settle which of two stays; after `seq`, before `document`. */
export const entryColumns = [
  'key',
  'name',
  'folded_name',
  'hardware',
  'uuid',
  'device',
  'address',
  'alive',
  'seen',
  'inventory',
  'source_id',
  'since',
  'gaps',
  'unidentified',
  'retired',
] as const;

const isAsset = quickCheck(assetSchema);

/** Throws when the asset is not of the schema, which is a mistake of its bridge. */
export function assetEntry(asset: Asset): AssetEntry {
  if (!isAsset(asset)) assetSchema.parse(asset); // says what is wrong with it
  const { identity, place, life, management } = asset;
  const row = rowOf(asset);
  const { hardware, uuid, device, address } = row.identities;
  const { gaps, unidentified } = gapsOf(asset, row.identities);
  const values = [
    identity.key,
    place.name,
    place.name.toUpperCase(),
    hardware,
    uuid,
    device,
    address,
    life.status === 'active' ? 1 : 0,
    life.lastSeenAt,
    life.lastInventoryAt ?? management?.enrolledAt ?? null,
    identity.sourceId.padStart(20, '0'),
    life.staleness?.since ?? null,
    gaps.join(' '),
    unidentified,
    row.retired ?? false,
  ];
  return { values, row };
}
