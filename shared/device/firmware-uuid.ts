import { guid } from './guid.ts';
import { placeholders } from './placeholder-catalogue.ts';

/** One byte sixteen times. */
const oneByteRepeated = /^(..)\1{3}(?:-\1\1){3}-\1{6}$/u;

/** The SMBIOS UUID in upper case; null for a placeholder and for text that is no UUID. */
export function firmwareUuid(text: string | null | undefined): string | null {
  const value = guid(text);
  return value === null || placeholders().uuids.has(value) || oneByteRepeated.test(value) ? null : value;
}
