import { z } from 'zod';
import { localDate, moment } from './times.ts';

/** Kinds of operating system that are told apart. */
export const osFamilies = [
  'windows',
  'macos',
  'linux',
  'ios',
  'ipados',
  'android',
  'chromeos',
  'other',
] as const;

/** The operating system. */
export const os = z.strictObject({
  /** SCCM: Windows where the name says so; Intune: operatingSystem. */
  family: z.enum(osFamilies).nullable(),
  /** Name as the machine shows it, in its own language. SCCM: v_GS_OPERATING_SYSTEM.Caption0, then Operating_System_Name_and0. */
  name: z.string().nullable(),
  /** SCCM: Version0, then v_R_System.Build01; for example `10.0.22631`. */
  version: z.string().nullable(),
  /** Build with revision where known. SCCM: v_R_System.BuildExt, then BuildNumber0. */
  build: z.string().nullable(),
  /** Feature version derived from the build, for example `23H2`; null for a build we do not know. */
  featureVersion: z.string().nullable(),
  /** Language-neutral edition number. SCCM: OperatingSystemSKU0. */
  editionCode: z.number().int().nullable(),
  /** SCCM: OSArchitecture0 without its language, then SystemType0. */
  architecture: z.enum(['x64', 'x86', 'arm64', 'arm']).nullable(),
  /** SCCM: CSDVersion0. */
  servicePack: z.string().nullable(),
  /** 1 workstation, 2 domain controller, 3 server. SCCM: ProductType0, then DomainRole0, SystemRole0, then the system's name. */
  role: z.enum(['workstation', 'domainController', 'server']).nullable(),
  /** Reset by feature updates. SCCM: InstallDate0. */
  installedOn: localDate.nullable(),
  /** SCCM: LastBootUpTime0, client wall clock. */
  lastBootAt: moment.nullable(),
});
export type Os = z.infer<typeof os>;
