import type { Place } from '../../../shared/asset/place.ts';
import type { Part } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { pickDnsDomain, pickDomain, pickOu } from '../pick/domain.ts';
import { pickFqdn, pickName } from '../pick/name.ts';
import type { SccmRecord, Sections } from '../record.ts';

/** What the machine is called. A record without a name, which never becomes an asset, shows its ResourceID. */
export function normalizePlace(record: SccmRecord): Part<Place> {
  const { sections } = record;
  const name = pickName(sections);
  const fqdn = pickFqdn(sections);
  const dnsDomain = pickDnsDomain(sections);
  const domain = pickDomain(sections);
  const ou = pickOu(sections);
  return {
    value: {
      name: name.value ?? String(record.key),
      fqdn: fqdn.value,
      dnsDomain: dnsDomain.value,
      domain: domain.value,
      ou: ou.value,
      distinguishedName: sections.base.distinguishedName,
      adSite: sections.base.adSite,
      assignedSite: assignedSite(sections),
      location: null,
      building: null,
      department: null,
      branch: null,
      ipLocation: null,
      groups: collections(sections),
    },
    rules: {
      'place.name': name.rule,
      'place.fqdn': fqdn.rule,
      'place.dnsDomain': dnsDomain.rule,
      'place.domain': domain.rule,
      'place.ou': ou.rule,
    },
  };
}

/** Each collection once: a device may be in two of the same name. */
function collections(sections: Sections): string[] {
  const names = known(sections.collections.map((row) => row.name));
  return sorted(
    [...new Set(names)],
    ascending((name) => name),
  );
}

function assignedSite(sections: Sections): string | null {
  const codes = known(sections.assignedSites.map((row) => row.siteCode));
  return (
    sorted(
      codes,
      ascending((code) => code),
    )[0] ?? null
  );
}
