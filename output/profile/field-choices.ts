import { z } from 'zod';
import { assetSchema } from '../../shared/asset.ts';
import { members } from '../../shared/schema-keys.ts';

/** The values that a field of an asset may have, where the schema lists them; null where it does not. */
export function fieldChoices(path: string): string[] | null {
  let schemas: unknown[] = [assetSchema];
  for (const step of path.split('.'))
    schemas = schemas
      .flatMap(members)
      .flatMap((schema) => (schema instanceof z.ZodObject ? [schema.shape[step]] : []));
  const choice = schemas.flatMap(members).find((schema) => schema instanceof z.ZodEnum);
  return choice instanceof z.ZodEnum ? choice.options.map(String) : null;
}
