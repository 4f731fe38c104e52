import type { Place } from '../../../shared/asset/place.ts';
import { pickName } from '../pick/name.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** What the device is called, and the category that the organisation put it in. */
export function normalizePlace(record: IntuneRecord, isMinimum: boolean): Part<Place> {
  const name = pickName(record, isMinimum);
  const { deviceCategoryDisplayName } = record.list;
  return {
    value: {
      name: name.value,
      fqdn: fqdn(record),
      dnsDomain: null,
      domain: null,
      ou: null,
      distinguishedName: null,
      adSite: null,
      assignedSite: null,
      location: null,
      building: null,
      department: null,
      branch: null,
      ipLocation: null,
      groups: deviceCategoryDisplayName === null ? [] : [deviceCategoryDisplayName],
    },
    rules: { 'place.name': name.rule },
  };
}

/** hardwareInformation.deviceFullQualifiedDomainName; a host without a domain is none. */
function fqdn({ detail }: IntuneRecord): string | null {
  const name = detail?.hardware.deviceFullQualifiedDomainName?.toLowerCase() ?? '';
  return name.includes('.') ? name : null;
}
