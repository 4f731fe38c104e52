import { realTextExcept } from './placeholder.ts';

const realTag = realTextExcept([
  'Asset Tag',
  'No Asset Tag',
  'No Asset Information',
  'Chassis Asset Tag',
  'Base Board Asset Tag',
  'Asset-1234567890',
  'ATN12345678901234567',
]);

/** Shorter than in serials: an organisation may well number its machines 1, 11 or 1234. */
const placeholderForms = [/^0+$/u, /^(.)\1{4,}$/u, /^0?123456789?0?$/u] as const;

/** The organisation's tag as written, or null for a placeholder. */
export function assetTag(text: string | null | undefined): string | null {
  const value = realTag(text);
  return value === null || placeholderForms.some((form) => form.test(value)) ? null : value;
}
