import type { Adapter, Network } from '../../../shared/asset/network.ts';
import type { Choice, Part } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { addressSortKey, isReachable, isVersion4, readAddress } from '../../../shared/device/ip-address.ts';
import { usableMac, usableMacs } from '../../../shared/device/mac.ts';
import { addressOf, pickMainAdapter } from '../../../shared/device/main-adapter.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { pickContact } from '../pick/contact.ts';
import type { Sections } from '../record.ts';
import { networkAdapters } from './network-adapters.ts';

/** The interfaces of a switch or router are those of others. */
const noAdapter: Choice<Adapter | null> = { value: null, rule: 'none' };

/**
 * How the asset is reached: by the adapter that holds the address of the last contact, for a router may have others
 * with a gateway; else by the main adapter of a computer; else by that address and the MAC beside it.
 */
export function normalizeNetwork(sections: Sections): Part<Network> {
  const adapters = networkAdapters(sections);
  const contact = contactAddress(sections);
  const isNetworkDevice = sections.snmpInterfaces.length > 0;
  const main = pickContact(adapters, contact, isNetworkDevice ? noAdapter : pickMainAdapter(adapters));
  const macs = knownMacs(sections, adapters);
  const ofMain = (value: string | null): Choice<string | null> => ({
    value,
    rule: value === null ? 'none' : main.rule,
  });
  const ofAsset = (value: string | null): Choice<string | null> => ({
    value,
    rule: value === null ? 'none' : 'asset',
  });
  const known = main.value;
  const ipv4 = known
    ? ofMain(ipv4Of(known, contact))
    : ofAsset(contact && isVersion4(contact) ? contact : null);
  const ipv6 = known
    ? ofMain(addressOf(known.ipv6))
    : ofAsset(contact && !isVersion4(contact) ? contact : null);
  const mac = known ? ofMain(known.mac) : ofAsset(usableMac(sections.base.mac));
  return {
    value: {
      ipv4: ipv4.value,
      ipv6: ipv6.value,
      mac: mac.value,
      adapterName: known?.name ?? null,
      adapters,
      addresses: addressesOf(sections),
      macs,
    },
    rules: {
      'network.ipv4': ipv4.rule,
      'network.ipv6': ipv6.rule,
      'network.mac': mac.rule,
      'network.adapterName': main.rule,
    },
  };
}

/** Of an adapter with several addresses the one that was in contact. */
const ipv4Of = ({ ipv4 }: Adapter, contact: string | null): string | null =>
  contact !== null && ipv4.includes(contact) ? contact : addressOf(ipv4);

/** The address of the last contact, where others can reach it too. */
function contactAddress({ base }: Sections): string | null {
  const address = readAddress(base.ipAddress);
  return address !== null && isReachable(address) ? address : null;
}

function addressesOf(sections: Sections): string[] {
  const texts = [sections.base.ipAddress, ...sections.snmpInterfaces.map((row) => row.address)];
  const addresses = known(texts.map(readAddress));
  return sorted([...new Set(addresses)], ascending(addressSortKey));
}

function knownMacs(sections: Sections, adapters: readonly Adapter[]): string[] {
  const rows = [
    sections.base,
    ...adapters,
    ...sections.adapters,
    ...sections.macs,
    ...sections.snmpInterfaces,
  ];
  return usableMacs(rows.map((row) => row.mac));
}
