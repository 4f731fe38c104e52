import { z } from 'zod';
import { localDate, moment } from './times.ts';

/** How the device is managed over the air. Enumerations of the service stay open: texts, as it writes them. */
export const management = z.strictObject({
  /** Intune: managedDeviceOwnerType. */
  ownership: z.enum(['company', 'personal']).nullable(),
  /** Intune: complianceState, for example `compliant`. */
  compliance: z.string().nullable(),
  /** Intune: managementAgent, for example `mdm`. */
  agent: z.string().nullable(),
  /** Intune: deviceEnrollmentType. */
  enrollmentType: z.string().nullable(),
  /** For Autopilot devices it may be the registration. Intune: enrolledDateTime. */
  enrolledAt: moment.nullable(),
  /** Intune: enrollmentProfileName. */
  enrollmentProfile: z.string().nullable(),
  /** Intune: joinType of the report, for example `azureADJoined`. */
  joinType: z.string().nullable(),
  /** Intune: deviceRegistrationState. */
  registration: z.string().nullable(),
  /** Intune: isSupervised. */
  supervised: z.boolean().nullable(),
  /** Intune: jailBroken, a text there. */
  jailbroken: z.boolean().nullable(),
  /** Also managed by SCCM. Intune: managementAgent, deviceEnrollmentType, configurationManagerClientEnabledFeatures. */
  coManaged: z.boolean(),
  /** Known only through SCCM. Intune: managementAgent `configurationManagerClient`. */
  tenantAttached: z.boolean(),
  /** Intune: deviceCategoryDisplayName. */
  category: z.string().nullable(),
  /** Security patch level of Android. Intune: androidSecurityPatchLevel. */
  securityPatchOn: localDate.nullable(),
  /** Intune: partnerReportedThreatState. */
  threatState: z.string().nullable(),
});
export type Management = z.infer<typeof management>;
