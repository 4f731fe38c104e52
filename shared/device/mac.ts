import { known } from './choice.ts';
import { formatMac } from './mac-form.ts';
import { placeholders } from './placeholder-catalogue.ts';

const prefixLength = 'AA:BB:CC:DD:EE'.length;

/** The formatted address, or null when it names no adapter. */
export function usableMac(text: string | null | undefined): string | null {
  const mac = formatMac(text);
  const { macs, macPrefixes } = placeholders();
  return mac === null || macs.has(mac) || macPrefixes.has(mac.slice(0, prefixLength)) ? null : mac;
}

/** The usable ones of these texts, each once, in order; most come several times. */
export const usableMacs = (texts: readonly (string | null)[]): string[] =>
  [...new Set(known([...new Set(texts)].map(usableMac)))].sort();
