import { z } from 'zod';

/** Ties to other assets, by the names the source gives; resolved into relations later. */
export const links = z.strictObject({
  /** Host of a virtual machine, last known. SCCM: Virtual_Machine_Host_Name0, v_GS_VIRTUAL_MACHINE.PhysicalHostName0. */
  virtualHost: z.string().nullable(),
});
export type Links = z.infer<typeof links>;
