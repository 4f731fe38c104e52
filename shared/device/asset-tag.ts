import { realTextExcept } from './real-text.ts';

const realTag = realTextExcept('assetTags');

/** Shorter than in serials: an organisation may well number its machines 1, 11 or 1234. */
const placeholderForms = [/^0+$/u, /^(.)\1{4,}$/u, /^0?123456789?0?$/u] as const;

/** The organisation's tag as written, or null for a placeholder. */
export function assetTag(text: string | null | undefined): string | null {
  const value = realTag(text);
  return value === null || placeholderForms.some((form) => form.test(value)) ? null : value;
}
