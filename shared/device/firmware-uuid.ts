import { guid } from './guid.ts';

/** UUIDs that makers copy from one board to the next; all zeros and all F are no GUID at all. */
export const uuidPlaceholders: ReadonlySet<string> = new Set([
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  '6AB5B300-538D-1014-9FB5-B0684D007B53',
  '01010101-0101-0101-0101-010101010101',
]);

/** One byte sixteen times. */
const oneByteRepeated = /^(..)\1{15}$/u;

/** The SMBIOS UUID in upper case; null for a placeholder and for text that is no UUID. */
export function firmwareUuid(text: string | null | undefined): string | null {
  const value = guid(text);
  const isPlaceholder = (uuid: string) =>
    uuidPlaceholders.has(uuid) || oneByteRepeated.test(uuid.replaceAll('-', ''));
  return value === null || isPlaceholder(value) ? null : value;
}
