import { known } from '../../../shared/device/choice.ts';
import type { Sections } from '../record.ts';

/** Every name of the machine: an account whose domain is one of them is local. */
export function machineNames(sections: Sections): string[] {
  return known([sections.base.netbiosName, sections.base.name, sections.computerSystem?.name]);
}
