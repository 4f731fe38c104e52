import { isIP } from 'node:net';

const unset = new Set(['0.0.0.0', '::', '255.255.255.255']);

/** Of an address that was read, whether it is one of version 4. */
export const isVersion4 = (address: string): boolean => !address.includes(':');

/** An address in lower case without its zone; null for other text and for the unset address. */
export function readAddress(text: string | null | undefined): string | null {
  const value = (text ?? '').trim().toLowerCase().replace(/%.*$/u, '');
  return isIP(value) > 0 && !unset.has(value) ? value : null;
}

/** Whether others can reach the device by an address that was read: neither loopback, link-local nor multicast. */
export function isReachable(address: string): boolean {
  if (isVersion4(address)) return !/^(?:127|169\.254|22[4-9]|23\d)\./u.test(address);
  return address !== '::1' && !/^(?:fe[89ab]|ff[0-9a-f])[0-9a-f]:/u.test(address);
}

/** IPv4 before IPv6, IPv4 by number: a key that sorts as text. */
export function addressSortKey(address: string): string {
  if (!isVersion4(address)) return `6${address}`;
  const parts = address.split('.').map((part) => part.padStart(3, '0'));
  return `4${parts.join('.')}`;
}
