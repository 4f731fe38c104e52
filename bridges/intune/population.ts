import type { ListRow } from './record.ts';
import type { IntuneRules } from './rules.ts';

/** Why a device of the list becomes no asset. */
export const exclusionReasons = ['personal', 'defenderOnly', 'tenantAttached'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** The first reason that keeps a device out, or null. Ownership that Intune does not know is not personal. */
export function judgePopulation(list: ListRow, rules: IntuneRules): ExclusionReason | null {
  const { defenderOnly, tenantAttached } = rules.population;
  if (isPersonal(list) && rules.personal === 'exclude') return 'personal';
  if (list.managementAgent === 'msSense' && defenderOnly === 'exclude') return 'defenderOnly';
  if (isTenantAttached(list) && tenantAttached === 'exclude') return 'tenantAttached';
  return null;
}

export const isPersonal = (list: ListRow): boolean => list.managedDeviceOwnerType === 'personal';

/** Known only through SCCM. */
export const isTenantAttached = (list: ListRow): boolean =>
  list.managementAgent === 'configurationManagerClient';

/** Managed by Intune and by SCCM. */
export function isCoManaged(list: ListRow): boolean {
  if (isTenantAttached(list)) return false;
  return (
    /^configurationManagerClientMdm/u.test(list.managementAgent ?? '') ||
    list.deviceEnrollmentType === 'windowsCoManagement' ||
    list.configurationManagerClientEnabledFeatures === true
  );
}
