import { isIPv4, isIPv6 } from 'node:net';
import type { Adapter } from '../../../shared/asset/network.ts';
import { adapterMedium, isVirtualAdapter } from '../../../shared/device/adapter-kind.ts';
import { readAddress } from '../../../shared/device/ip-address.ts';
import { usableMac } from '../../../shared/device/mac.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';

type Configuration = Sections['adapterConfigurations'][number];
type AdapterRow = Sections['adapters'][number];

/** Inventory strings end here; the last item of such a list may be cut. */
const longestList = 255;

/** The adapters that are bound to TCP/IP, by number; joined on the adapter's number, never on its service name. */
export function networkAdapters(sections: Sections): Adapter[] {
  const adapters = sections.adapterConfigurations.map((row) => toAdapter(row, adapterOf(row, sections)));
  return sorted(
    adapters,
    ascending((adapter) => adapter.index),
    ascending((adapter) => adapter.name),
  );
}

function toAdapter(row: Configuration, card: AdapterRow | null): Adapter {
  const addresses = listOf(row.addresses).map(readAddress);
  const ipv4 = addresses.filter((address) => address !== null && isIPv4(address));
  const first = addresses.findIndex((address) => address !== null && isIPv4(address));
  const gateways = listOf(row.gateways).map(readAddress);
  const names = [row.description, card?.name, card?.productName].flatMap((name) => name ?? []);
  return {
    index: row.adapterIndex,
    name: names[0] ?? null,
    medium: adapterMedium(names.join('\n'), card?.adapterType ?? null),
    virtual: names.some(isVirtualAdapter),
    mac: usableMac(row.mac ?? card?.mac),
    ipv4: ipv4.flatMap((address) => address ?? []),
    ipv6: addresses.flatMap((address) => (address !== null && isIPv6(address) ? address : [])),
    mask: maskAt(listOf(row.masks), first),
    gateway:
      gateways.find((gateway) => gateway !== null && isIPv4(gateway)) ?? gateways.find(Boolean) ?? null,
    dhcp: row.dhcp,
  };
}

function adapterOf(row: Configuration, sections: Sections): AdapterRow | null {
  if (row.adapterIndex === null) return null;
  const same = sections.adapters.filter((card) => card.adapterIndex === row.adapterIndex);
  return sorted(same)[0] ?? null;
}

/** Items of a comma-separated list, blank ones kept because an address and its mask share the position. */
function listOf(text: string | null): string[] {
  if (text === null) return [];
  const items = text.split(',').map((item) => item.trim());
  return text.length < longestList ? items : items.slice(0, -1);
}

function maskAt(masks: readonly string[], position: number): string | null {
  const mask = masks[position] ?? '';
  return isIPv4(mask) ? mask : null;
}
