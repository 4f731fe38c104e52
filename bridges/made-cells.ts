import type { Profile } from '../output/profile/profile.ts';
import { countsText, newRowCounts } from '../output/profile/row-counts.ts';
import { rowMaker } from '../output/profile/row-maker.ts';
import type { Asset } from '../shared/asset.ts';
import type { MadeCells } from '../shared/run/row-store.ts';

/** Makes the cells of an asset by a profile. */
export function cellMaker(profile: Profile): (asset: Asset) => MadeCells {
  const make = rowMaker(profile);
  return (asset) => {
    const counts = newRowCounts();
    return { cells: JSON.stringify(make(asset, counts)), counts: countsText(counts) };
  };
}
