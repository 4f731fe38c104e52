import type { Network } from '../../../shared/asset/network.ts';
import { known } from '../../../shared/device/choice.ts';
import { distinct, sorted } from '../../../shared/device/order.ts';
import { listAdapters, pickAdapter } from '../pick/adapter.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** How the device is reached: addresses of its last inventory, never the address of one adapter with the MAC of another. */
export function normalizeNetwork(record: IntuneRecord): Part<Network> {
  const adapters = listAdapters(record);
  const main = pickAdapter(adapters);
  const macs = known(adapters.map(({ mac }) => mac));
  return {
    value: {
      ipv4: main.value?.ipv4[0] ?? null,
      ipv6: null,
      mac: main.value?.mac ?? null,
      adapterName: null,
      adapters,
      addresses: sorted(
        distinct(
          adapters.flatMap(({ ipv4 }) => ipv4),
          (address) => address,
        ),
      ),
      macs: sorted(macs),
    },
    rules: { 'network.mac': main.rule },
  };
}
