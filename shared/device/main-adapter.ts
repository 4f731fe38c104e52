import type { Adapter } from '../asset/network.ts';
import type { Choice } from '../asset.ts';
import { isBridgeAdapter } from './adapter-kind.ts';
import { isReachable } from './ip-address.ts';
import { ascending, sorted } from './order.ts';

const media: readonly Adapter['medium'][] = ['wired', 'wireless', 'other'];

/**
 * The adapter by which the device is reached: with a gateway before without, IPv4 before IPv6 only, wired before
 * wireless before others, lowest number. Virtual, VPN and tunnel adapters never count, with one exception: on a
 * Hyper-V host whose card was given to a switch, the host's side of the switch holds the address and gateway.
 */
export function pickMainAdapter(adapters: readonly Adapter[]): Choice<Adapter | null> {
  const reached = adapters.filter((adapter) => addressOf(adapter.ipv4) ?? addressOf(adapter.ipv6));
  const ordered = sorted(
    reached,
    ascending((adapter) => addressOf(adapter.ipv4) === null),
    ascending((adapter) => media.indexOf(adapter.medium)),
    ascending((adapter) => adapter.index),
  );
  const physical = ordered.filter((adapter) => !adapter.virtual);
  const routed = physical.find((adapter) => adapter.gateway !== null);
  if (routed) return { value: routed, rule: `gateway-${routed.medium}` };
  const bridge = ordered.find((adapter) => adapter.gateway !== null && isBridge(adapter));
  if (bridge) return { value: bridge, rule: 'gateway-bridge' };
  const [first] = physical;
  return first ? { value: first, rule: `no-gateway-${first.medium}` } : { value: null, rule: 'none' };
}

/** The first address that is not link-local. */
export const addressOf = (addresses: readonly string[]): string | null => addresses.find(isReachable) ?? null;

const isBridge = (adapter: Adapter): boolean => adapter.name !== null && isBridgeAdapter(adapter.name);
