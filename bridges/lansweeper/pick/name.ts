import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { dnsDomain, isDnsDomain } from '../../../shared/device/dns-domain.ts';
import { ofFewTexts, remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { realSerial } from './serial.ts';
import { pickType } from './type.ts';

/**
 * The name of the asset. All screens of a model have the same one, and Octopus knows things by name: to theirs the
 * serial is added.
 */
export function pickName(sections: Sections, site: LansweeperSite): Choice<string | null> {
  const { name, serial } = sections.base;
  const own = realSerial(serial);
  if (name !== null && own !== null && pickType(sections, site).value === 'monitor' && !name.includes(own))
    return { value: `${name} ${own}`, rule: 'nameAndSerial' };
  return firstKnown({ name, fqdn: sections.base.fqdn?.split('.')[0] || null });
}

/** The fully qualified name in lower case, where it has a domain. */
export const pickFqdn = remembered(
  (sections: Sections): Choice<string | null> =>
    firstKnown({ asset: qualified(sections.base.fqdn), dns: qualified(sections.base.dnsName) }),
);

/** The DNS domain: of the unit in the directory, then of the fully qualified name. */
export function pickDnsDomain(sections: Sections): Choice<string | null> {
  if (sections.computerSystem?.partOfDomain === false) return { value: null, rule: 'workgroup' };
  const fqdn = pickFqdn(sections).value;
  return firstKnown({
    directory: dnsDomain(unitOf(sections.directoryComputer?.ou ?? '').domain),
    fqdn: fqdn === null ? null : dnsDomain(fqdn.slice(fqdn.indexOf('.') + 1)),
  });
}

/** The organisational unit as `domain/unit/subunit`. */
export function pickOu(sections: Sections): Choice<string | null> {
  const { domain, units } = unitOf(sections.directoryComputer?.ou ?? '');
  return firstKnown({ directory: units.length === 0 ? null : [domain, ...units].filter(Boolean).join('/') });
}

/** `host.domain` in lower case; null for an address, and for a name without a domain. */
function qualified(text: string | null): string | null {
  const name = (text ?? '').toLowerCase().replace(/\.$/u, '');
  const cut = name.indexOf('.');
  return cut > 0 && isDnsDomain(name.slice(cut + 1)) && /[a-z]/u.test(name.slice(cut)) ? name : null;
}

const unitForm = /^\s*OU=(.*)$/iu;
const domainForm = /^\s*DC=(.*)$/iu;

/** The parts of `OU=Finances,OU=Postes,DC=corp,DC=example`; a comma inside a name stands behind a backslash. */
const unitOf = ofFewTexts((text): { readonly domain: string; readonly units: readonly string[] } => {
  const parts = text.match(/(?:\\.|[^,\\])+/gu) ?? [];
  const named = (form: RegExp) =>
    parts.flatMap((part) => form.exec(part)?.[1]?.replace(/\\(.)/gu, '$1').trim() ?? []);
  return { domain: named(domainForm).join('.').toLowerCase(), units: named(unitForm).toReversed() };
});
