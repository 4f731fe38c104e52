import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { roleInText, roleOfDomainRole, roleOfProductType } from '../../../shared/device/computer-role.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

/** What the Windows of the machine is for; the code of the product ends in S on a server. */
export const pickRole = remembered(
  (sections: Sections): Choice<Os['role']> =>
    firstKnown({
      productType: roleOfProductType(sections.operatingSystem?.productType),
      domainRole: roleOfDomainRole(sections.computerSystem?.domainRole),
      code: /\dS$/u.test(sections.base.osCode ?? '') ? 'server' : null,
      name: roleInText(sections.operatingSystem?.caption ?? sections.osName?.name),
    }),
);
