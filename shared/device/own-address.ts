import type { Adapter } from '../asset/network.ts';
import type { Asset } from '../asset.ts';
import { isRemovableAdapter } from './adapter-kind.ts';
import { known } from './choice.ts';

/** Classes of devices that are put on a dock; of `unknown` nobody knows. */
const dockable: readonly Asset['nature']['class'][] = ['laptop', 'tablet', 'unknown'];

/**
 * The MAC addresses that are the device's own, in order: not those of virtual adapters, docks and adapters on a cable,
 * nor random ones. Where nothing describes the adapter, an address of a device that may stand on a dock is not its own
 * unless it is wireless.
 */
export function ownAddresses({ nature, network }: Pick<Asset, 'nature' | 'network'>): string[] {
  const mayBeDocked = dockable.includes(nature.class);
  const isOwn = ({ name, medium, virtual }: Adapter) =>
    !virtual && (name === null ? !mayBeDocked || medium === 'wireless' : !isRemovableAdapter(name));
  const described = known(network.adapters.map((adapter) => (isOwn(adapter) ? adapter.mac : null)));
  const undescribed = network.adapters.length === 0 && !mayBeDocked ? network.macs : [];
  const own = [...described, ...undescribed].filter((mac) => nature.virtual === true || !isRandom(mac));
  return [...new Set(own)].sort();
}

/** An address that no maker gave out: the second lowest bit of its first byte is set. */
const isRandom = (mac: string): boolean => /^.[2367ABEF]/iu.test(mac);
