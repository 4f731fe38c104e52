import { z } from 'zod';
import { moment } from './times.ts';

/** Whether the device is alive, by the source's clocks. */
export const life = z.strictObject({
  /** `active`, `inactive` (the client fell silent), `discovered` (no client). SCCM: Client0, ClientActiveStatus, Active0. */
  status: z.enum(['active', 'inactive', 'discovered']),
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
});
export type Life = z.infer<typeof life>;
