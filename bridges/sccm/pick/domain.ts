import type { Choice } from '../../../shared/asset.ts';
import { firstKnown, known } from '../../../shared/device/choice.ts';
import { dnsDomain } from '../../../shared/device/dns-domain.ts';
import { descending, sorted } from '../../../shared/device/order.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

/** A stand-alone workstation (0) or server (2) belongs to no domain. */
export function isWorkgroupMachine(sections: Sections): boolean {
  const role = sections.computerSystem?.domainRole;
  return role === 0 || role === 2;
}

/** The DNS domain in lower case; rule `workgroup` says why a machine has none. */
export const pickDnsDomain = remembered((sections: Sections): Choice<string | null> => {
  if (isWorkgroupMachine(sections)) return { value: null, rule: 'workgroup' };
  return firstKnown({
    system: dnsDomain(sections.base.dnsDomain),
    computerSystem: dnsDomain(sections.computerSystem?.domain),
  });
});

/** The NetBIOS domain or the workgroup. */
export function pickDomain(sections: Sections): Choice<string | null> {
  const inventoried = sections.computerSystem?.domain ?? null;
  return firstKnown({
    system: sections.base.domainOrWorkgroup,
    computerSystem: inventoried?.includes('.') ? null : inventoried,
  });
}

/** The deepest organisational unit: one row a level, the longest is the deepest. */
export function pickOu(sections: Sections): Choice<string | null> {
  const longest = sorted(
    known(sections.ous.map((row) => row.ou)),
    descending((ou) => ou.length),
  );
  return firstKnown({ longest: longest[0] });
}
