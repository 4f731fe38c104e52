import { isIPv4, isIPv6 } from 'node:net';

const unset = new Set(['0.0.0.0', '::', '255.255.255.255']);

/** An address in lower case without its zone; null for other text and for the unset address. */
export function readAddress(text: string | null | undefined): string | null {
  const value = (text ?? '').trim().toLowerCase().replace(/%.*$/u, '');
  return (isIPv4(value) || isIPv6(value)) && !unset.has(value) ? value : null;
}

/** Whether others can reach the device by it: neither loopback, link-local nor multicast. */
export function isReachable(address: string): boolean {
  if (isIPv4(address)) return !/^(?:127|169\.254|22[4-9]|23\d)\./u.test(address);
  return address !== '::1' && !/^(?:fe[89ab]|ff[0-9a-f])[0-9a-f]:/u.test(address);
}

/** IPv4 before IPv6, IPv4 by number: a key that sorts as text. */
export function addressSortKey(address: string): string {
  if (!isIPv4(address)) return `6${address}`;
  const parts = address.split('.').map((part) => part.padStart(3, '0'));
  return `4${parts.join('.')}`;
}
