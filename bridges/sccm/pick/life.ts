import type { Life } from '../../../shared/asset/life.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import type { Sections } from '../record.ts';

/** Whether the client is heard of; a device without client is only discovered. */
export function pickStatus(sections: Sections): Choice<Life['status']> {
  if (sections.base.client !== true) return { value: 'discovered', rule: 'noClient' };
  const health = sections.clientHealth?.activeStatus ?? null;
  if (health !== null) return { value: health ? 'active' : 'inactive', rule: 'clientHealth' };
  if (sections.base.active !== null)
    return { value: sections.base.active ? 'active' : 'inactive', rule: 'activeMark' };
  return { value: 'active', rule: 'client' };
}

/** The last hardware inventory. */
export function pickLastInventory(sections: Sections): Choice<string | null> {
  return firstKnown({
    workstationStatus: sections.workstationStatus?.lastHardwareScan,
    clientHealth: sections.clientHealth?.lastHardwareScan,
  });
}

/** The newest sign of life; a directory logon, up to two weeks late, only when there is no other. */
export function pickLastSeen(sections: Sections): Choice<string | null> {
  const signs = [
    { rule: 'lastActive', value: sections.clientHealth?.lastActive ?? null },
    { rule: 'workstationStatus', value: sections.workstationStatus?.lastHardwareScan ?? null },
    { rule: 'clientHealth', value: sections.clientHealth?.lastHardwareScan ?? null },
  ];
  const newest = signs.reduce((best, sign) => (isNewer(sign.value, best.value) ? sign : best));
  return newest.value !== null ? newest : firstKnown({ directoryLogon: sections.base.lastDirectoryLogon });
}

/** Compared by what the clock showed: the source does not tell whose clock it was. */
function isNewer(moment: string | null, than: string | null): boolean {
  if (moment === null) return false;
  return than === null || moment.slice(0, 19) > than.slice(0, 19);
}
