import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import type { Sections } from '../record.ts';

type Role = Os['role'];

const byProductType: ReadonlyMap<number, Role> = new Map([
  [1, 'workstation'],
  [2, 'domainController'],
  [3, 'server'],
]);

const byDomainRole: ReadonlyMap<number, Role> = new Map([
  [0, 'workstation'],
  [1, 'workstation'],
  [2, 'server'],
  [3, 'server'],
  [4, 'domainController'],
  [5, 'domainController'],
]);

/** What the operating system is for; a machine that was only discovered tells it by the system's name. */
export function pickRole(sections: Sections): Choice<Role> {
  return firstKnown({
    productType: byProductType.get(sections.operatingSystem?.productType ?? -1),
    domainRole: byDomainRole.get(sections.computerSystem?.domainRole ?? -1),
    systemRole: roleInText(sections.inventorySystem?.systemRole),
    name: roleInText(sections.operatingSystem?.caption ?? sections.base.osNameAndVersion),
  });
}

function roleInText(text: string | null | undefined): Role {
  if (/\bserver\b/iu.test(text ?? '')) return 'server';
  return /\bworkstation\b|\bwindows (?:7|8|8\.1|10|11)\b/iu.test(text ?? '') ? 'workstation' : null;
}
