/** Addresses of drivers and tunnels, the same on many machines. */
export const macPlaceholders: ReadonlySet<string> = new Set([
  '00:00:00:00:00:00',
  'FF:FF:FF:FF:FF:FF',
  'FE:FF:FF:FF:FF:FF',
  '50:50:54:50:30:30', // PPTP
  '33:50:6F:45:30:30', // PPPoE
  '20:41:53:59:4E:FF', // RAS
  '24:B6:20:52:41:53', // RAS
  '00:A0:C6:00:00:00',
  '02:00:4E:43:50:49',
  '02:80:37:EC:02:00',
  '00:0B:CA:FE:00:00',
  'E2:E6:16:20:0A:35',
  'D2:0A:2D:A0:04:BE',
  'D2:6B:25:2F:2C:E7',
]);

/** Host side of a hypervisor on a workstation; only the last byte differs. */
export const macPlaceholderPrefixes = [
  '00:50:56:C0:00:', // VMware
  '0A:00:27:00:00:', // VirtualBox
] as const;

/** `AA:BB:CC:DD:EE:FF` from any usual spelling; null when there are not six bytes. */
export function formatMac(text: string | null | undefined): string | null {
  const digits = (text ?? '').trim().replace(/[:.\-\s]/gu, '');
  if (!/^[0-9a-f]{12}$/iu.test(digits)) return null;
  return digits.toUpperCase().replace(/(..)(?!$)/gu, '$1:');
}

/** The formatted address, or null when it names no adapter. */
export function usableMac(text: string | null | undefined): string | null {
  const mac = formatMac(text);
  if (mac === null || macPlaceholders.has(mac)) return null;
  return macPlaceholderPrefixes.some((prefix) => mac.startsWith(prefix)) ? null : mac;
}
