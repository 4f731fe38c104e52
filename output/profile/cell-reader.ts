import type { Asset } from '../../shared/asset.ts';
import { fieldKind, fieldValue } from './asset-fields.ts';
import { type CellFormat, cellText, formatsOf } from './cell-format.ts';
import type { ProfileColumn } from './column.ts';
import { derivedField, isRetiredWithoutDay } from './derived-fields.ts';
import { joinLevels } from './levels.ts';
import { levelSeparator, type Profile } from './profile.ts';
import { add, type Tally } from './tally.ts';

/** Reads the text of one column, empty for unknown; counts what it leaves out. */
export type CellReader = (asset: Asset, tally: Tally) => string;

/** The reader of a column; a type that lacks the attribute gives an empty cell. */
export function cellReader(column: ProfileColumn, profile: Profile): CellReader {
  const read = valueReader(column, profile);
  if (column.types === null) return read;
  const types = new Set(column.types);
  return (asset, tally) => {
    const text = read(asset, tally);
    if (text === '' || types.has(profile.types[asset.nature.class])) return text;
    add(tally.typeWithoutAttribute, column.header);
    return '';
  };
}

function valueReader(column: ProfileColumn, profile: Profile): CellReader {
  const { header, field, levels, values } = column;
  if (levels) return levelReader(header, levels, levelSeparator(profile));
  if (field === 'status') return statusReader(header, profile);
  const derived = derivedField(field ?? '');
  if (derived) return (asset) => derived(asset, profile);
  const value = fieldValue(field ?? '');
  const write = cellText(formatOf(column), profile);
  const words = new Map(Object.entries(values));
  return (asset) => {
    const known = value(asset);
    if (known === null) return '';
    const text = write(known);
    return words.get(text) ?? text;
  };
}

/** The format that a column asks for, else the first one that fits its field. */
export const formatOf = ({ field, format }: ProfileColumn): CellFormat =>
  format ?? formatsOf[fieldKind(field ?? '') ?? 'text'][0];

function statusReader(header: string, profile: Profile): CellReader {
  const status = derivedField('status');
  return (asset, tally) => {
    if (isRetiredWithoutDay(asset, profile)) add(tally.retiredWithoutDay, header);
    return status?.(asset, profile) ?? '';
  };
}

function levelReader(header: string, levels: readonly string[], separator: string): CellReader {
  const readers = levels.map(fieldValue);
  return (asset, tally) => {
    const names = readers.map((read) => {
      const known = read(asset);
      return typeof known === 'string' ? known : '';
    });
    const { text, cleaned, ended } = joinLevels(names, separator);
    if (cleaned) add(tally.separatorReplaced, header);
    if (ended) add(tally.levelUnknown, header);
    return text;
  };
}
