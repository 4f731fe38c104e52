import { z } from 'zod';
import { graphSettings } from '../../shared/graph/settings.ts';

/** Block `sources.intune` of the configuration. */
export const intuneSettings = graphSettings.safeExtend({
  /**
   * What only a request for the one device tells (memory, Ethernet address, chassis, notes), read from beta by batches;
   * off unless it is asked for.
   */
  enrich: z
    .strictObject({
      /** Devices that may be asked for in a day; the others have their turn on the next days. */
      perDay: z.int().min(1).max(100_000).default(2_000),
    })
    .optional(),
});
export type IntuneSettings = z.infer<typeof intuneSettings>;
