import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { roleInText, roleOfDomainRole, roleOfProductType } from '../../../shared/device/computer-role.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

/** What the operating system is for; a machine that was only discovered tells it by the system's name. */
export const pickRole = remembered(
  (sections: Sections): Choice<Os['role']> =>
    firstKnown({
      productType: roleOfProductType(sections.operatingSystem?.productType),
      domainRole: roleOfDomainRole(sections.computerSystem?.domainRole),
      systemRole: roleInText(sections.inventorySystem?.systemRole),
      name: roleInText(sections.operatingSystem?.caption ?? sections.base.osNameAndVersion),
    }),
);
