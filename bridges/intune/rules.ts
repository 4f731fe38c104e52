import { z } from 'zod';

const treatment = z.enum(['exclude', 'include']).default('exclude');

/** Block `rules.intune` of the configuration. */
export const intuneRules = z.strictObject({
  /** Who the user of a device is: the primary user of Intune, who enrolled it, or who signed in last. */
  user: z.enum(['primary', 'enrolled', 'lastLoggedOn']).default('primary'),
  /**
   * Devices that belong to a person (managedDeviceOwnerType `personal`): left out; what, how safe and when seen, without
   * person, number, address or free text; or like the others.
   */
  personal: z.enum(['exclude', 'minimum', 'all']).default('exclude'),
  population: z
    .strictObject({
      /** managementAgent `msSense`: Defender knows the device, Intune hardly anything of it. */
      defenderOnly: treatment,
      /** managementAgent `configurationManagerClient`: SCCM shows the device to Intune, where it is not enrolled. */
      tenantAttached: treatment,
    })
    .prefault({}),
  /** Share of the devices, in percent, by which two counts of the same fleet may differ; ten devices always may. */
  tolerancePercent: z.number().min(0).max(100).default(2),
});
export type IntuneRules = z.infer<typeof intuneRules>;
