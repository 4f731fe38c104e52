import { comparable } from './placeholder.ts';
import { realTextExcept } from './real-text.ts';

/** The model as written, or null for a placeholder. */
export const modelName = realTextExcept('models');

/** The maker as written, or null for a placeholder. */
export const manufacturerName = realTextExcept('manufacturers');

const realSku = realTextExcept('skus');

/** The type or SKU code as written, or null for a placeholder. */
export function skuCode(text: string | null | undefined): string | null {
  const value = realSku(text);
  return value === null || /^(.)\1{4,}$/u.test(value) ? null : value;
}

/** Whether a Lenovo model is the machine type: four characters and up to six of the variant, `20XW0026CA`. */
export function isLenovoTypeCode(manufacturer: string | null, model: string | null): boolean {
  if (manufacturer === null || model === null) return false;
  return (
    comparable(manufacturer).startsWith('LENOVO') && /^(?=.*\d)[0-9A-Z]{4}(?:[0-9A-Z]{3,6})?$/u.test(model)
  );
}

/** A model that people can read: it has a word in it, `ThinkPad X1 Carbon Gen 9`, unlike `05` or `1.0`. */
export function readableName(text: string | null | undefined): string | null {
  const value = modelName(text);
  return value !== null && /\p{L}{3}/u.test(value) ? value : null;
}
