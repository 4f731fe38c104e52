import type { z } from 'zod';
import { isRecord } from './is-record.ts';

/** Whether a value is of the schema, without saying why not. */
type Check = (value: unknown) => boolean;

/**
 * The same verdict as the schema's own `safeParse`, without copying the value: for values that are checked by the hundred
 * thousand and are nearly always right. Knows the forms that assets are made of; throws `TypeError` on any other one.
 */
export function quickCheck(schema: z.core.$ZodType): Check {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return objectCheck(def);
    case 'nullable': {
      const check = quickCheck(def.innerType);
      return (value) => value === null || check(value);
    }
    case 'optional': {
      const check = quickCheck(def.innerType);
      return (value) => value === undefined || check(value);
    }
    case 'array': {
      const check = quickCheck(def.element);
      return (value) => Array.isArray(value) && value.every(check);
    }
    case 'record':
      return recordCheck(quickCheck(def.keyType), quickCheck(def.valueType));
    case 'enum': {
      const known = new Set<unknown>(Object.values(def.entries));
      return (value) => known.has(value);
    }
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return all((value) => typeof value === 'string', plainChecks(def));
    case 'number':
      return all(Number.isFinite, plainChecks(def));
    default:
      throw new TypeError(`no quick check of ${def.type}`);
  }
}

function all(first: Check, rest: readonly Check[]): Check {
  return rest.length === 0 ? first : (value) => first(value) && rest.every((check) => check(value));
}

/** The further conditions of a text or a number that is of no named form. */
function plainChecks(def: z.core.$ZodStringDef | z.core.$ZodNumberDef): Check[] {
  if ('format' in def) throw new TypeError(`no quick check of the form ${String(def.format)}`);
  return (def.checks ?? []).map((each) => checkOf((each as unknown as z.core.$ZodChecks)._zod.def));
}

function checkOf(def: z.core.$ZodChecks['_zod']['def']): Check {
  if (def.check === 'min_length') return (value) => String(value).length >= def.minimum;
  if (def.check === 'number_format' && def.format === 'safeint') return Number.isSafeInteger;
  if (def.check === 'string_format' && 'pattern' in def && def.pattern) {
    const { pattern } = def;
    return (value) => pattern.test(String(value));
  }
  throw new TypeError(`no quick check of ${def.check}`);
}

/** Every field of the shape, and none besides. */
function objectCheck({ shape, catchall }: z.core.$ZodObjectDef): Check {
  if (catchall?._zod.def.type !== 'never') throw new TypeError('no quick check of a loose object');
  const fields = Object.entries(shape).map(([name, field]) => ({ name, check: quickCheck(field) }));
  return (value) => {
    if (!isRecord(value)) return false;
    let others = 0;
    for (const _ in value) others += 1;
    for (const { name, check } of fields) {
      const field = value[name];
      if (!check(field)) return false;
      if (field !== undefined || name in value) others -= 1;
    }
    return others === 0;
  };
}

function recordCheck(key: Check, field: Check): Check {
  return (value) => {
    if (!isRecord(value)) return false;
    for (const name in value) if (!key(name) || !field(value[name])) return false;
    return true;
  };
}
