import type { AssetClass } from '../../../shared/asset/nature.ts';
import type { Choice } from '../../../shared/asset.ts';
import { chassisClass, chassisCodes } from '../../../shared/device/chassis.ts';
import { known } from '../../../shared/device/choice.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { pickRole } from './role.ts';
import { enclosures } from './serial.ts';
import { pickType } from './type.ts';
import { pickVirtual } from './virtual.ts';

/**
 * What the asset is, by the meaning of its type; what a computer is, by its role and enclosure. A type that nobody
 * described is `other`, with the rule `unknownType`.
 */
export function pickClass(sections: Sections, site: LansweeperSite): Choice<AssetClass> {
  const type = pickType(sections, site);
  switch (type.value) {
    case null:
    case 'controller':
    case 'place':
      return { value: 'other', rule: type.rule };
    case 'byRole':
      return windowsClass(sections, site);
    case 'byChassis':
      return unixClass(sections, site);
    case 'byModel':
      return macClass(sections);
    default:
      return { value: type.value, rule: type.rule };
  }
}

/** The SMBIOS codes of the enclosures, docking stations left out. */
export const codesOf = (sections: Sections): number[] =>
  enclosures(sections).flatMap((row) => chassisCodes(String(row.chassisCode ?? '')));

function windowsClass(sections: Sections, site: LansweeperSite): Choice<AssetClass> {
  const role = pickRole(sections).value;
  const isServer = role === 'server' || role === 'domainController';
  if (pickVirtual(sections, site).value === true)
    return { value: isServer ? 'virtualServer' : 'virtualWorkstation', rule: 'virtual' };
  if (isServer && sections.hyperVGuests.length > 0) return { value: 'hypervisor', rule: 'guests' };
  if (isServer) return { value: 'server', rule: 'operatingSystem' };
  const byChassis = chassisClass(codesOf(sections));
  if (byChassis !== null) return { value: byChassis, rule: 'chassis' };
  if (sections.batteries.length + sections.portableBatteries.length > 0)
    return { value: 'laptop', rule: 'battery' };
  return { value: 'unknown', rule: 'none' };
}

/** Most run as servers, and only the enclosure tells otherwise. */
function unixClass(sections: Sections, site: LansweeperSite): Choice<AssetClass> {
  if (pickVirtual(sections, site).value === true) return { value: 'virtualServer', rule: 'virtual' };
  const byChassis = chassisClass(codesOf(sections));
  return byChassis === null ? { value: 'server', rule: 'type' } : { value: byChassis, rule: 'chassis' };
}

/** The forms of a Mac by the words in its model. */
const macForms: readonly (readonly [RegExp, AssetClass])[] = [
  [/book/iu, 'laptop'],
  [/imac/iu, 'allInOne'],
  [/xserve/iu, 'server'],
  [/mac ?(?:mini|pro|studio)|^power ?mac/iu, 'desktop'],
];

function macClass(sections: Sections): Choice<AssetClass> {
  const { macHardware, base } = sections;
  const texts = known([macHardware?.machineName, base.model, macHardware?.model]);
  for (const text of texts) {
    const form = macForms.find(([words]) => words.test(text));
    if (form) return { value: form[1], rule: 'model' };
  }
  return { value: 'unknown', rule: 'none' };
}
