import type { Asset } from './asset.ts';

/** One row as the source sent it, by column; what it does not say is null, or left out. */
export type ReadRow = Readonly<Record<string, unknown>>;
/** All that a source said of one device, by section as the manifest names them; empty sections are left out. */
export type ReadRows = Readonly<Record<string, readonly ReadRow[]>>;

/** What a device is known by, whether it becomes an asset or not. */
export interface AboutDevice {
  /** The key that its asset has or would have. */
  readonly key: string;
  /** Key inside the source. */
  readonly sourceId: string;
  readonly name: string | null;
  /** Every serial that the source gave, placeholders too. */
  readonly serials: readonly string[];
}

/** What an asset is known by. */
export function aboutAsset({ identity, place }: Asset): AboutDevice {
  const { key, sourceId, serial, serials } = identity;
  const known = [serial ?? [], serials.map(({ value }) => value)].flat();
  return { key, sourceId, name: place.name, serials: [...new Set(known)] };
}

/** Rows without what they do not say. */
export const saidOf = (rows: readonly ReadRow[]): ReadRow[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
