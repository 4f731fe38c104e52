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

/**
 * The rows of each section, one or many, as the JSON of `ReadRows`: without what is null. Written column by column, as the
 * rows of all devices are, and JSON.stringify would first need each row again without its nulls.
 */
export function rowsText(
  sections: Readonly<Record<string, ReadRow | null | readonly ReadRow[]>>,
  titleOf: (section: string) => string = (section) => section,
): string {
  let text = '';
  for (const name in sections) {
    const found = sections[name] ?? null;
    if (found === null) continue;
    const rows = isList(found) ? listText(found) : rowText(found);
    if (rows !== '') text += `${text === '' ? '' : ','}${keyText(titleOf(name))}[${rows}]`;
  }
  return `{${text}}`;
}

const isList = (rows: ReadRow | readonly ReadRow[]): rows is readonly ReadRow[] => Array.isArray(rows);

function listText(rows: readonly ReadRow[]): string {
  let text = '';
  for (const row of rows) text += `${text === '' ? '' : ','}${rowText(row)}`;
  return text;
}

function rowText(row: ReadRow): string {
  let text = '';
  for (const column in row) {
    const value = row[column] ?? null;
    if (value !== null) text += `${text === '' ? '' : ','}${keyText(column)}${valueText(value)}`;
  }
  return `{${text}}`;
}

/** There are as many as queries have columns. */
const keyTexts = new Map<string, string>();

function keyText(key: string): string {
  let text = keyTexts.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    keyTexts.set(key, text);
  }
  return text;
}

/** Characters that JSON writes as they are; it does so with a few more. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const valueText = (value: unknown): string =>
  typeof value === 'string' && plain.test(value) ? `"${value}"` : JSON.stringify(value);
