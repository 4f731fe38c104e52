/** What most sources write already. */
const formed = /^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$/u;

/** `AA:BB:CC:DD:EE:FF` from any usual spelling; null when there are not six bytes. */
export const formatMac = (text: string | null | undefined): string | null =>
  text && formed.test(text) ? text : formatBytes(text, 6);

/** So many bytes of an address, from its beginning, in the same form; null when there are more or fewer. */
export function formatBytes(text: string | null | undefined, count: number): string | null {
  const digits = (text ?? '').trim().replace(/[:.\-\s]/gu, '');
  if (digits.length !== count * 2 || !/^[0-9a-f]+$/iu.test(digits)) return null;
  return digits.toUpperCase().replace(/(..)(?!$)/gu, '$1:');
}
