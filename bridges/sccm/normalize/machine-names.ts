import { known } from '../../../shared/device/choice.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

/** Every name of the machine: an account whose domain is one of them is local. */
export const machineNames = remembered((sections: Sections): string[] =>
  known([sections.base.netbiosName, sections.base.name, sections.computerSystem?.name]),
);
