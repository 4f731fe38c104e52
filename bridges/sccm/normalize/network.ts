import type { Adapter, Network } from '../../../shared/asset/network.ts';
import type { Choice, Part } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { addressSortKey, isReachable, isVersion4, readAddress } from '../../../shared/device/ip-address.ts';
import { usableMacs } from '../../../shared/device/mac.ts';
import { addressOf, pickMainAdapter } from '../../../shared/device/main-adapter.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';
import { networkAdapters } from './network-adapters.ts';

/** How the device is reached. Without a main adapter, discovery's lists stand in, which are not tied together. */
export function normalizeNetwork(sections: Sections): Part<Network> {
  const adapters = networkAdapters(sections);
  const addresses = discoveredAddresses(sections);
  const macs = knownMacs(sections, adapters);
  const main = pickMainAdapter(adapters);
  const ofMain = (value: string | null): Choice<string | null> => ({
    value,
    rule: value === null ? 'none' : main.rule,
  });
  const ipv4 = main.value ? ofMain(addressOf(main.value.ipv4)) : fallback(addresses, adapters, isVersion4);
  const ipv6 = main.value ? ofMain(addressOf(main.value.ipv6)) : fallback(addresses, adapters, isVersion6);
  const mac = main.value ? ofMain(main.value.mac) : onlyMac(macs);
  return {
    value: {
      ipv4: ipv4.value,
      ipv6: ipv6.value,
      mac: mac.value,
      adapterName: main.value?.name ?? null,
      adapters,
      addresses,
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

const isVersion6 = (address: string): boolean => !isVersion4(address);

function discoveredAddresses(sections: Sections): string[] {
  const addresses = known(sections.addresses.map((row) => readAddress(row.address)));
  return sorted([...new Set(addresses)], ascending(addressSortKey));
}

function knownMacs(sections: Sections, adapters: readonly Adapter[]): string[] {
  return usableMacs([...adapters, ...sections.adapters, ...sections.macs].map((row) => row.mac));
}

/** The lowest discovered address that no virtual adapter owns; `discovery-first` when it had to be one of several. */
function fallback(
  addresses: readonly string[],
  adapters: readonly Adapter[],
  isVersion: (address: string) => boolean,
): Choice<string | null> {
  const foreign = new Set(
    adapters.filter((adapter) => adapter.virtual).flatMap((adapter) => [...adapter.ipv4, ...adapter.ipv6]),
  );
  const usable = addresses.filter(
    (address) => isVersion(address) && isReachable(address) && !foreign.has(address),
  );
  const rule = usable.length > 1 ? 'discovery-first' : 'discovery';
  return usable[0] === undefined ? { value: null, rule: 'none' } : { value: usable[0], rule };
}

/** With one usable MAC on the whole machine it cannot be a foreign one. */
function onlyMac(macs: readonly string[]): Choice<string | null> {
  const [mac] = macs;
  return mac !== undefined && macs.length === 1
    ? { value: mac, rule: 'only' }
    : { value: null, rule: 'none' };
}
