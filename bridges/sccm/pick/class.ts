import type { AssetClass } from '../../../shared/asset/nature.ts';
import type { Choice } from '../../../shared/asset.ts';
import { chassisClass, chassisCodes } from '../../../shared/device/chassis.ts';
import type { Sections } from '../record.ts';
import { pickEnclosure } from './enclosure.ts';
import { pickRole } from './role.ts';
import { pickVirtual } from './virtual.ts';

/**
 * What the device is: virtual marks first, then a server operating system (a tower that runs Server is a server),
 * then the chassis, then a battery, which only portable machines report.
 */
export function pickClass(sections: Sections): Choice<AssetClass> {
  const role = pickRole(sections).value;
  const isServer = role === 'server' || role === 'domainController';
  if (pickVirtual(sections).value === true)
    return { value: isServer ? 'virtualServer' : 'virtualWorkstation', rule: 'virtual' };
  if (isServer) return { value: 'server', rule: 'operatingSystem' };
  const byChassis = chassisClass(chassisCodes(pickEnclosure(sections)?.chassisTypes));
  if (byChassis !== null) return { value: byChassis, rule: 'chassis' };
  if (sections.batteries.length > 0) return { value: 'laptop', rule: 'battery' };
  return { value: 'unknown', rule: 'none' };
}
