import { z } from 'zod';

/** Where the link between a person and a device came from, best first. */
export const affinityOrigins = [
  'administrator',
  'selfService',
  'deployment',
  'usage',
  'deviceManagement',
  'user',
  'fastInstall',
  'exchange',
  'relation',
  'customField',
  'managedBy',
  'frequentLogon',
  'lastLogon',
  'management',
  'enrollment',
] as const;

/** One person as the source knows them; at least one of login, upn, mail and id is known. */
export const person = z.strictObject({
  /** Account name without domain. */
  login: z.string().nullable(),
  /** NetBIOS domain of the account. */
  domain: z.string().nullable(),
  /** SCCM: v_R_User.Full_User_Name0. */
  displayName: z.string().nullable(),
  /** SCCM: v_R_User.User_Principal_Name0. */
  upn: z.string().nullable(),
  /** SCCM: v_R_User.Mail0. */
  mail: z.string().nullable(),
  /** Object id in Entra ID, lower case. Intune: userId. */
  entraId: z.string().nullable(),
  /** Employee number or id. LanSweeper: tblADusers.EmployeeNumber, then EmployeeID. */
  employeeId: z.string().nullable(),
});

/** A person the device is assigned to, with the reasons. */
export const affinity = z.strictObject({
  person,
  /** SCCM: v_UserMachineSourceRelation.SourceID, best one; elsewhere where the source says it. */
  origin: z.enum(affinityOrigins).nullable(),
  /** SCCM: v_UserMachineIntelligence.ConsoleMinutes. */
  consoleMinutes: z.number().nullable(),
});

/** The people of the device; none of them is the owner unless the organisation says so. */
export const people = z.strictObject({
  /** The one to call. SCCM: user device affinity by origin, minutes, newest; never just the last user. */
  primaryUser: person.nullable(),
  /** Every affinity, the primary user's first. */
  affinities: z.array(affinity),
  /** SCCM: v_GS_COMPUTER_SYSTEM.UserName0, then User_Domain0 and User_Name0. */
  lastUser: person.nullable(),
  /**
   * The one who uses it most. SCCM: v_GS_SYSTEM_CONSOLE_USAGE.TopConsoleUser0, then the longest console user;
   * LanSweeper: most logons in tblCPlogoninfo.
   */
  topConsoleUser: person.nullable(),
  /** Who enrolled the device; stays the same when it changes hands. Intune: userId, userPrincipalName of the list. */
  enrolledBy: person.nullable(),
  /** Owner or contact that somebody wrote as free text. LanSweeper: tblAssetCustom.Contact. */
  contact: z.string().nullable(),
});
export type People = z.infer<typeof people>;
export type Person = z.infer<typeof person>;
export type Affinity = z.infer<typeof affinity>;
export type AffinityOrigin = (typeof affinityOrigins)[number];
