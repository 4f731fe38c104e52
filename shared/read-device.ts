import type { Asset } from './asset.ts';

/** One row as the source sent it, by column; what it does not say is left out. */
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

/** The rows of each section, one or many, without what is null. */
export function rowsBySection(
  sections: Readonly<Record<string, ReadRow | null | readonly ReadRow[]>>,
  titleOf: (section: string) => string = (section) => section,
): ReadRows {
  const rows: Record<string, readonly ReadRow[]> = {};
  for (const name in sections) {
    const found = sections[name] ?? null;
    if (found === null) continue;
    if (!isList(found)) rows[titleOf(name)] = [withoutNull(found)];
    else if (found.length > 0) rows[titleOf(name)] = found.map(withoutNull);
  }
  return rows;
}

const isList = (rows: ReadRow | readonly ReadRow[]): rows is readonly ReadRow[] => Array.isArray(rows);

function withoutNull(row: ReadRow): ReadRow {
  const said: Record<string, unknown> = {};
  for (const column in row) {
    const value = row[column] ?? null;
    if (value !== null) said[column] = value;
  }
  return said;
}
