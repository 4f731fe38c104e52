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

/** Whether the device is alive, by the source's clocks. */
export const life = z.strictObject({
  /** SCCM: Client0, ClientActiveStatus, Active0; LanSweeper: tblState; Intune: managementState. */
  status: z.enum(lifeStatuses),
  /** The state in the source's own word. LanSweeper: tblState.Statename; Intune: managementState. */
  sourceState: z.string().nullable(),
  /** Newest sign of life. SCCM: newest of v_CH_ClientSummary.LastActiveTime and LastHWScan, else the directory logon. */
  lastSeenAt: moment.nullable(),
  /** Last hardware inventory. SCCM: v_GS_WORKSTATION_STATUS.LastHWScan, then v_CH_ClientSummary.LastHW; wall clock. */
  lastInventoryAt: moment.nullable(),
  /** Directory logon of the computer account, up to two weeks late. SCCM: Last_Logon_Timestamp0. */
  lastDirectoryLogonAt: moment.nullable(),
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
});
export type Life = z.infer<typeof life>;
