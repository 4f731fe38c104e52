import { guid } from './guid.ts';
import { placeholders } from './placeholder-catalogue.ts';

/** The SMBIOS UUID in upper case; null for a placeholder and for text that is no UUID. */
export function firmwareUuid(text: string | null | undefined): string | null {
  const value = guid(text);
  return value === null || placeholders().uuids.has(value) ? null : value;
}
