import { z } from 'zod';

/**
 * What an asset is to another one: `displayOf` a monitor to its computer, `guestOf` a virtual machine to its host,
 * `connectedTo` a device to the switch it is plugged into, `related` as the source names it.
 */
export const relationKinds = ['displayOf', 'guestOf', 'connectedTo', 'related'] as const;

/** A tie from this asset to another one. At least one of `key` and `name` is known. */
export const relation = z.strictObject({
  kind: z.enum(relationKinds),
  /** Key of the other asset, where the source states which one it is. */
  key: z.string().nullable(),
  /** Name of the other asset as the source writes it. */
  name: z.string().nullable(),
  /** Name of the relation in the source, for `related`. LanSweeper: tsysAssetRelationTypes.Name. */
  label: z.string().nullable(),
  /** Where on the other asset, for example the switch port. */
  detail: z.string().nullable(),
});

/** Ties to other assets; resolved into relations between CIs later. */
export const links = z.strictObject({
  /** Host of a virtual machine, last known. SCCM: Virtual_Machine_Host_Name0, v_GS_VIRTUAL_MACHINE.PhysicalHostName0. */
  virtualHost: z.string().nullable(),
  /** Sorted by kind, then key and name. */
  relations: z.array(relation),
});
export type Links = z.infer<typeof links>;
export type Relation = z.infer<typeof relation>;
