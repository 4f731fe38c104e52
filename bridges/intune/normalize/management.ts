import type { Management } from '../../../shared/asset/management.ts';
import { pickFamily } from '../pick/family.ts';
import { isCoManaged, isTenantAttached } from '../population.ts';
import type { IntuneRecord, ListRow } from '../record.ts';

/** How the device is managed; enumerations stay open, as texts. */
export function normalizeManagement({ list, report }: IntuneRecord): Management {
  return {
    ownership: ownership(list),
    compliance: list.complianceState,
    agent: list.managementAgent,
    enrollmentType: list.deviceEnrollmentType,
    enrolledAt: list.enrolledDateTime,
    enrollmentProfile: list.enrollmentProfileName,
    joinType: report?.JoinType ?? null,
    registration: list.deviceRegistrationState,
    supervised: canBeSupervised(list) ? list.isSupervised : null,
    jailbroken: list.jailBroken,
    coManaged: isCoManaged(list),
    tenantAttached: isTenantAttached(list),
    category: list.deviceCategoryDisplayName,
    securityPatchOn: list.androidSecurityPatchLevel,
    threatState: list.partnerReportedThreatState,
  };
}

function ownership({ managedDeviceOwnerType: owner }: ListRow): Management['ownership'] {
  return owner === 'company' || owner === 'personal' ? owner : null;
}

/** Supervision is Apple's; everywhere else its `false` says nothing. */
function canBeSupervised(list: ListRow): boolean {
  const family = pickFamily(list);
  return family === 'ios' || family === 'ipados' || family === 'macos';
}
