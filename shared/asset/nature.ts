import { z } from 'zod';

/**
 * What a device is, whatever it is called in Octopus; the profile turns it into a CI type. `other`: the source knows
 * what it is and we have no class for it; `unknown`: a computer of which the source does not say enough.
 */
export const assetClasses = [
  'desktop',
  'allInOne',
  'laptop',
  'tablet',
  'server',
  'virtualServer',
  'virtualWorkstation',
  'embedded',
  'hypervisor',
  'smartphone',
  'monitor',
  'printer',
  'switch',
  'router',
  'firewall',
  'accessPoint',
  'networkDevice',
  'nas',
  'ups',
  'camera',
  'ipPhone',
  'other',
  'unknown',
] as const;

/** What kind of thing the device is. */
export const nature = z.strictObject({
  /** SCCM: virtual marks, then operating system role, then chassis, then battery (see `pickClass`). */
  class: z.enum(assetClasses),
  /** Virtual machine. SCCM: Is_Virtual_Machine0, then manufacturer and model. */
  virtual: z.boolean().nullable(),
  /** Maker as written by the firmware. SCCM: v_GS_COMPUTER_SYSTEM.Manufacturer0, then ..._PRODUCT.Vendor0. */
  manufacturer: z.string().nullable(),
  /** Readable model. SCCM: v_GS_COMPUTER_SYSTEM.Model0; for Lenovo ..._PRODUCT.Version0. */
  model: z.string().nullable(),
  /** Maker's type or SKU code. SCCM: ..._PRODUCT.SKUNumber0, enclosure SKU0; for Lenovo the Model0 type code. */
  sku: z.string().nullable(),
  /** SMBIOS chassis codes of the deciding enclosure. SCCM: v_GS_SYSTEM_ENCLOSURE.ChassisTypes0. */
  chassisCodes: z.array(z.number().int()),
  /** A battery was reported. SCCM: v_GS_BATTERY or v_GS_PORTABLE_BATTERY row; null where the class is off. */
  battery: z.boolean().nullable(),
  /** What the source calls this kind of device. LanSweeper: tsysAssetTypes.AssetTypename. */
  sourceType: z.string().nullable(),
  /** What somebody or the device says about itself. LanSweeper: tblAssets.Description. */
  description: z.string().nullable(),
  /** Free text that somebody wrote. LanSweeper: tblAssetCustom.Comments; Intune: notes. */
  notes: z.string().nullable(),
});
export type Nature = z.infer<typeof nature>;
export type AssetClass = Nature['class'];
