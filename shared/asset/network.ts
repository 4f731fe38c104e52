import { z } from 'zod';

/** One bound network adapter. */
export const adapter = z.strictObject({
  /** Number that links adapter and configuration. SCCM: Index0. */
  index: z.number().nullable(),
  /** SCCM: v_GS_NETWORK_ADAPTER_CONFIGURATION.Description0. */
  name: z.string().nullable(),
  medium: z.enum(['wired', 'wireless', 'other']),
  /** Virtual, VPN or tunnel adapter. */
  virtual: z.boolean(),
  /** `AA:BB:CC:DD:EE:FF`; null for a placeholder. */
  mac: z.string().nullable(),
  ipv4: z.array(z.string()),
  ipv6: z.array(z.string()),
  /** Mask of the first IPv4 address. SCCM: IPSubnet0 at the same position. */
  mask: z.string().nullable(),
  gateway: z.string().nullable(),
  dhcp: z.boolean().nullable(),
});

/** How the device is reached; addresses are those of the last inventory, days old. */
export const network = z.strictObject({
  /** Address of the main adapter. SCCM: v_GS_NETWORK_ADAPTER_CONFIGURATION, then v_RA_System_IPAddresses. */
  ipv4: z.string().nullable(),
  ipv6: z.string().nullable(),
  /** Of the main adapter, never of another one. SCCM: MACAddress0; v_RA_System_MACAddresses when it is the only one. */
  mac: z.string().nullable(),
  /** Description of the main adapter. */
  adapterName: z.string().nullable(),
  adapters: z.array(adapter),
  /** Every address that discovery lists, in order. SCCM: v_RA_System_IPAddresses. */
  addresses: z.array(z.string()),
  /** Every usable MAC, in order. SCCM: adapters and v_RA_System_MACAddresses. */
  macs: z.array(z.string()),
});
export type Network = z.infer<typeof network>;
export type Adapter = z.infer<typeof adapter>;
