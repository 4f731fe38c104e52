import { z } from 'zod';
import { localDate, moment } from '../../shared/asset/times.ts';
import { type Asset, assetSchema } from '../../shared/asset.ts';

/** What kind of value a field holds; the formats that fit depend on it. */
export type FieldKind = 'text' | 'time' | 'number' | 'bytes' | 'flag' | 'list';

/** Every field of an asset that fits one cell, by its path, for example `os.name`. */
export const assetFields: ReadonlyMap<string, FieldKind> = new Map(fieldsOf(assetSchema, ''));

/** Columns that a site added to its queries: `extra.<column>`. */
const extraField = /^extra\.(.+)$/;

/** The kind of a field path; null when assets have no such field. */
export function fieldKind(path: string): FieldKind | null {
  return extraField.test(path) ? 'text' : (assetFields.get(path) ?? null);
}

/** A function that reads one field of an asset, whatever its kind; null for unknown. */
export function fieldValue(path: string): (asset: Asset) => unknown {
  const extra = extraField.exec(path)?.[1];
  if (extra !== undefined) return (asset) => asset.extra[extra] ?? null;
  const steps = path.split('.');
  return (asset) => {
    let value: unknown = asset;
    for (const step of steps) value = isRecord(value) ? value[step] : null;
    return value ?? null;
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The fields below one schema: objects are walked, lists of objects have no place in a cell. */
function* fieldsOf(schema: unknown, path: string): Generator<[string, FieldKind]> {
  if (schema instanceof z.ZodNullable) yield* fieldsOf(schema.unwrap(), path);
  else if (schema instanceof z.ZodObject) {
    for (const [name, member] of Object.entries(schema.shape))
      yield* fieldsOf(member, path === '' ? name : `${path}.${name}`);
  } else {
    const kind = kindOf(schema, path);
    if (kind) yield [path, kind];
  }
}

function kindOf(schema: unknown, path: string): FieldKind | null {
  if (schema === localDate || schema === moment) return 'time';
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return 'text';
  if (schema instanceof z.ZodNumber) return path.endsWith('Bytes') ? 'bytes' : 'number';
  if (schema instanceof z.ZodBoolean) return 'flag';
  if (!(schema instanceof z.ZodArray)) return null;
  return schema.element instanceof z.ZodString || schema.element instanceof z.ZodNumber ? 'list' : null;
}
