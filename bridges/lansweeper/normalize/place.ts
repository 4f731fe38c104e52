import type { Place } from '../../../shared/asset/place.ts';
import type { Choice, Part } from '../../../shared/asset.ts';
import { firstKnown, known } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import type { CustomTarget } from '../custom-fields.ts';
import { pickDnsDomain, pickFqdn, pickName, pickOu } from '../pick/name.ts';
import type { LansweeperRecord, Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { customValue } from './custom.ts';

/** Names of the address range that stands for all others. */
const noRange = /^(?:undefined|non défini)$/iu;

/** What the asset is called and where it is. A record without a name, which never becomes an asset, shows its number. */
export function normalizePlace({ key, sections }: LansweeperRecord, site: LansweeperSite): Part<Place> {
  const name = pickName(sections, site);
  const fqdn = pickFqdn(sections);
  const dnsDomain = pickDnsDomain(sections);
  const ou = pickOu(sections);
  const location = pickLocation(sections, site);
  const filled = (target: CustomTarget, own: string | null) =>
    firstKnown({ customField: customValue(target, sections, site), asset: own });
  const building = filled('place.building', sections.base.building);
  const department = filled('place.department', sections.base.department);
  const branch = filled('place.branch', sections.base.branch);
  const range = sections.ipLocation?.name ?? null;
  return {
    value: {
      name: name.value ?? String(key),
      fqdn: fqdn.value,
      dnsDomain: dnsDomain.value,
      domain: sections.base.domain,
      ou: ou.value,
      distinguishedName: null,
      adSite: null,
      assignedSite: null,
      location: location.value,
      building: building.value,
      department: department.value,
      branch: branch.value,
      ipLocation: range !== null && noRange.test(range) ? null : range,
      groups: groupsOf(sections),
    },
    rules: {
      'place.name': name.rule,
      'place.fqdn': fqdn.rule,
      'place.dnsDomain': dnsDomain.rule,
      'place.ou': ou.rule,
      'place.location': location.rule,
      'place.building': building.rule,
      'place.department': department.rule,
      'place.branch': branch.rule,
    },
  };
}

/** Four places keep one notion: the site's own field, the asset, a tie to an asset that is a place, the directory. */
function pickLocation(sections: Sections, site: LansweeperSite): Choice<string | null> {
  const places = sections.relations.filter((row) => site.types(row.parentTypeName) === 'place');
  const [place] = sorted(known(places.map((row) => row.parentName)));
  return firstKnown({
    customField: customValue('place.location', sections, site),
    asset: sections.base.location,
    relation: place,
    directory: sections.directoryComputer?.location,
  });
}

/** Groups that people made; the product's own hold everything. */
const groupsOf = ({ groups }: Sections): string[] =>
  sorted(
    [...new Set(known(groups.map(({ name, builtIn }) => (builtIn === true ? null : name))))],
    ascending((name) => name),
  );
