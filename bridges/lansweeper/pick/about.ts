import type { AboutDevice } from '../../../shared/read-device.ts';
import type { LansweeperRecord } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { assetKey } from './key.ts';
import { pickName } from './name.ts';
import { serialFacts } from './serial.ts';

/** What a record is known by that does not become an asset. */
export const identify = ({ key, sections }: LansweeperRecord, site: LansweeperSite): AboutDevice => ({
  key: assetKey(key),
  sourceId: String(key),
  name: pickName(sections, site).value,
  serials: [...new Set(serialFacts(sections).map(({ value }) => value))],
});
