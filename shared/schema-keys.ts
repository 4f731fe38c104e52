import { z } from 'zod';

/**
 * The keys that the entry at a path of a schema may have: of a strict object, or of a record whose keys are listed.
 * Empty where any key will do.
 */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let entries = members(schema);
  for (const step of path) entries = entries.flatMap((entry) => members(below(entry, step)));
  return [...new Set(entries.flatMap(keysOf))];
}

/** The schemas that a value may meet, without what only wraps them. */
export function members(schema: unknown): unknown[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return members(schema.unwrap());
  if (schema instanceof z.ZodPipe) return members(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(members);
  return [schema];
}

/** The schema of one entry of an object, a record or a list. */
function below(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum)
    return schema.keyType.options.map(String);
  return [];
}
