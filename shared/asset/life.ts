import { z } from 'zod';
import { localDate, moment } from './times.ts';

/**
 * `active`; `inactive` (fell silent); `discovered` (seen, without a client); and what somebody or the management
 * decided: `stock`, `inRepair`, `broken`, `missing`, `retiring` (retirement or wipe is under way), `retired`.
 */
export const lifeStatuses = [
  'active',
  'inactive',
  'discovered',
  'stock',
  'inRepair',
  'broken',
  'missing',
  'retiring',
  'retired',
] as const;

/** What tells that a device lives, each with a field of its own below. */
export const clocks = ['heartbeat', 'hardwareScan', 'directoryLogon', 'mdmSync'] as const;
export type Clock = (typeof clocks)[number];

/** What becomes of a device that has been silent: nothing, a mark, the status `retired`, or it is left out. */
export const tiers = ['keep', 'flag', 'retire', 'drop'] as const;
export type Tier = (typeof tiers)[number];

/** Whether the device is alive, by the source's clocks. */
export const life = z.strictObject({
  /** SCCM: Client0, ClientActiveStatus, Active0; LanSweeper: tblState; Intune: managementState. */
  status: z.enum(lifeStatuses),
  /** The state in the source's own word. LanSweeper: tblState.Statename; Intune: managementState. */
  sourceState: z.string().nullable(),
  /** Newest sign of life. SCCM: newest of v_CH_ClientSummary.LastActiveTime and LastHWScan, else the directory logon. */
  lastSeenAt: moment.nullable(),
  /** The client reported, or the scan got an answer. SCCM: v_CH_ClientSummary.LastActiveTime; LanSweeper: tblAssets.Lastseen. */
  lastHeartbeatAt: moment.nullable(),
  /** Last hardware inventory. SCCM: v_GS_WORKSTATION_STATUS.LastHWScan, then v_CH_ClientSummary.LastHW; wall clock. */
  lastInventoryAt: moment.nullable(),
  /** Directory logon of the computer account, up to two weeks late. SCCM: Last_Logon_Timestamp0. */
  lastDirectoryLogonAt: moment.nullable(),
  /** Last contact with the service that manages it over the air. Intune: managedDevice.lastSyncDateTime. */
  lastMdmSyncAt: moment.nullable(),
  /** Record creation in the source, not a purchase. SCCM: Creation_Date0. */
  firstSeenAt: moment.nullable(),
  /** SCCM: v_R_System.Client_Version0. */
  clientVersion: z.string().nullable(),
  /** SCCM: v_CH_ClientSummary.ClientStateDescription, for example `Active/Pass`. */
  clientHealth: z.string().nullable(),
  /** Last attempt of the source to reach it, which is not contact. LanSweeper: tblAssets.Lasttried. */
  lastTriedAt: moment.nullable(),
  /** Kinds of trouble that the source had in reading it, sorted. LanSweeper: tsysasseterrortypes by tblErrors. */
  scanErrors: z.array(z.string()),
  /** Only on the last asset of a device that was retired here: the day from which on the source lacked it. */
  absentOn: localDate.optional(),
  /** How long it has been silent, by `rules.staleness`; null without this rule, and where no clock is known. */
  staleness: z
    .strictObject({
      tier: z.enum(tiers),
      /** The clock that decided: the newest of those that count. */
      clock: z.enum(clocks),
      /** The day that it showed. */
      since: localDate,
    })
    .nullable(),
  /** Day on which `rules.staleness` retired it: the day of the deciding clock and `retireDays`; null for any other. */
  retiredOn: localDate.nullable(),
});
export type Life = z.infer<typeof life>;
export type Staleness = NonNullable<Life['staleness']>;
