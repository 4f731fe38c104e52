import type { AssetClass } from '../../../shared/asset/nature.ts';
import type { Choice } from '../../../shared/asset.ts';
import { modelClass } from '../../../shared/device/model-class.ts';
import type { IntuneRecord } from '../record.ts';
import { pickFamily } from './family.ts';
import { pickRole } from './os.ts';
import { pickVirtual } from './virtual.ts';

/** Beta chassisType; `unknown` and the vague ones tell nothing. */
const chassis: ReadonlyMap<string, AssetClass> = new Map([
  ['desktop', 'desktop'],
  ['laptop', 'laptop'],
  ['worksWorkstation', 'desktop'],
  ['enterpriseServer', 'server'],
  ['phone', 'smartphone'],
  ['tablet', 'tablet'],
]);

/**
 * What the device is: virtual marks, then a server system, then what the chassis says, then the model's name (an iPad
 * may still say iOS), then the system: what runs iOS or Android and is no tablet is a phone.
 */
export function pickClass(record: IntuneRecord): Choice<AssetClass> {
  const { list, detail } = record;
  const isServer = pickRole(list).value === 'server';
  if (pickVirtual(list).value === true)
    return { value: isServer ? 'virtualServer' : 'virtualWorkstation', rule: 'virtual' };
  if (isServer) return { value: 'server', rule: 'operatingSystem' };
  const byChassis = chassis.get(detail?.chassisType ?? '');
  if (byChassis) return { value: byChassis, rule: 'chassis' };
  const byModel = modelClass(list.model);
  if (byModel !== null) return { value: byModel, rule: 'model' };
  return bySystem(record);
}

function bySystem({ list }: IntuneRecord): Choice<AssetClass> {
  // Headsets, scanners and meeting bars run Android without Google.
  if (/aosp/iu.test(list.operatingSystem ?? '')) return { value: 'other', rule: 'operatingSystem' };
  switch (pickFamily(list)) {
    case 'ios':
    case 'android':
      return { value: 'smartphone', rule: 'operatingSystem' };
    case 'ipados':
      return { value: 'tablet', rule: 'operatingSystem' };
    case 'other':
      return { value: 'other', rule: 'operatingSystem' };
    default:
      return { value: 'unknown', rule: 'none' };
  }
}
