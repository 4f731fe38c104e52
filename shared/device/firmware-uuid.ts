import { guid } from './guid.ts';
import { placeholders } from './placeholder-catalogue.ts';

/** One byte sixteen times. */
const oneByteRepeated = /^(..)\1{15}$/u;

/** The SMBIOS UUID in upper case; null for a placeholder and for text that is no UUID. */
export function firmwareUuid(text: string | null | undefined): string | null {
  const value = guid(text);
  const isPlaceholder = (uuid: string) =>
    placeholders().uuids.has(uuid) || oneByteRepeated.test(uuid.replaceAll('-', ''));
  return value === null || isPlaceholder(value) ? null : value;
}
