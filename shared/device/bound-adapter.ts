import { isIPv4 } from 'node:net';
import type { Adapter } from '../asset/network.ts';
import { adapterMedium, isVirtualAdapter } from './adapter-kind.ts';
import { known } from './choice.ts';
import { isVersion4, readAddress } from './ip-address.ts';
import { usableMac } from './mac.ts';

/** What a source says of an adapter that is bound to TCP/IP; an address and its mask share the position. */
export interface BoundAdapter {
  readonly index: number | null;
  /** Descriptions, the best first. */
  readonly names: readonly string[];
  /** What Windows calls the kind of adapter. */
  readonly type: string | null;
  readonly mac: string | null | undefined;
  readonly addresses: readonly string[];
  readonly masks: readonly string[];
  readonly gateways: readonly string[];
  readonly dhcp: boolean | null;
}

/** The adapter with real addresses only. */
export function toAdapter(bound: BoundAdapter): Adapter {
  const addresses = bound.addresses.map(readAddress);
  const first = addresses.findIndex((address) => address !== null && isVersion4(address));
  const real = known(addresses);
  const gateways = known(bound.gateways.map(readAddress));
  return {
    index: bound.index,
    name: bound.names[0] ?? null,
    medium: adapterMedium(bound.names.join('\n'), bound.type),
    virtual: bound.names.some(isVirtualAdapter),
    mac: usableMac(bound.mac),
    ipv4: real.filter(isVersion4),
    ipv6: real.filter((address) => !isVersion4(address)),
    mask: maskAt(bound.masks, first),
    gateway: gateways.find(isVersion4) ?? gateways[0] ?? null,
    dhcp: bound.dhcp,
  };
}

function maskAt(masks: readonly string[], position: number): string | null {
  const mask = masks[position] ?? '';
  return isIPv4(mask) ? mask : null;
}
