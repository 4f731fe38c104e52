import type { Asset } from '../../shared/asset.ts';
import type { Outcome } from '../../shared/bridge.ts';
import type { RunStore } from '../../shared/run/store.ts';

/** Few, so that a small fleet has several blocks. */
const devicesOfBlock = 2;

/** What a bridge tells of a device that became an asset. */
export const outcomeOf = (asset: Asset): Outcome => ({
  kind: 'asset',
  explained: { asset, rules: {} },
  rows: null,
});

/** Fills the store of a run as an extraction does. */
export async function fillStore(store: RunStore, outcomes: Iterable<Outcome>): Promise<void> {
  let count = 0;
  for (const outcome of outcomes) {
    store.addDevice(outcome, () => null);
    count += 1;
    if (count % devicesOfBlock === 0) await store.devices.closeBlock();
  }
  await store.devices.finish();
}
