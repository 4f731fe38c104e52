import type { Adapter } from '../../../shared/asset/network.ts';
import type { Choice } from '../../../shared/asset.ts';

/**
 * The adapter by which the asset was last reached, unless that is a virtual or VPN one; `main` where no adapter holds
 * that address.
 */
export function pickContact(
  adapters: readonly Adapter[],
  contact: string | null,
  main: Choice<Adapter | null>,
): Choice<Adapter | null> {
  if (contact === null) return main;
  const holder = adapters.find(
    ({ ipv4, ipv6, virtual }) => !virtual && (ipv4.includes(contact) || ipv6.includes(contact)),
  );
  return holder ? { value: holder, rule: 'contact' } : main;
}
