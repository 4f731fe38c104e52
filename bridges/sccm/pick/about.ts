import type { AboutDevice } from '../../../shared/read-device.ts';
import type { SccmRecord } from '../record.ts';
import { pickKey, type Site } from './key.ts';
import { pickName } from './name.ts';
import { serialFacts } from './serial.ts';

/** What a record is known by that does not become an asset. */
export const identify = (record: SccmRecord, site: Site): AboutDevice => ({
  key: pickKey(record, site).value,
  sourceId: String(record.key),
  name: pickName(record.sections).value,
  serials: [...new Set(serialFacts(record.sections).map(({ value }) => value))],
});
