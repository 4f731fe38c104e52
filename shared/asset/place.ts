import { z } from 'zod';

/** What the device is called and where the directory puts it. */
export const place = z.strictObject({
  /** Computer name as the source shows it. SCCM: v_R_System.Netbios_Name0, then Name0, v_GS_COMPUTER_SYSTEM.Name0. */
  name: z.string().min(1),
  /** Fully qualified name, lower case. SCCM: v_RA_System_ResourceNames row of this name, then name and DNS domain. */
  fqdn: z.string().nullable(),
  /** DNS domain, lower case; null for a workgroup machine. SCCM: Full_Domain_Name0, v_GS_COMPUTER_SYSTEM.Domain0. */
  dnsDomain: z.string().nullable(),
  /** NetBIOS domain or workgroup. SCCM: Resource_Domain_OR_Workgr0. */
  domain: z.string().nullable(),
  /** Deepest organisational unit, `DOMAIN/OU/SUBOU`. SCCM: longest v_RA_System_SystemOUName.System_OU_Name0. */
  ou: z.string().nullable(),
  /** Distinguished name in the directory. SCCM: v_R_System.Distinguished_Name0. */
  distinguishedName: z.string().nullable(),
  /** Active Directory site. SCCM: v_R_System.AD_Site_Name0. */
  adSite: z.string().nullable(),
  /** Management site that the device is assigned to. SCCM: v_RA_System_SMSAssignedSites. */
  assignedSite: z.string().nullable(),
  /** Room or place. LanSweeper: tblAssetCustom.Location. */
  location: z.string().nullable(),
  /** LanSweeper: tblAssetCustom.Building. */
  building: z.string().nullable(),
  /** LanSweeper: tblAssetCustom.Department. */
  department: z.string().nullable(),
  /** LanSweeper: tblAssetCustom.Branchoffice. */
  branch: z.string().nullable(),
  /** Name of the address range that the device is in. LanSweeper: tsysIPLocations.IPLocation. */
  ipLocation: z.string().nullable(),
  /**
   * Groups that the source puts the device in. SCCM: v_Collection.Name, of the collections that rules name; LanSweeper:
   * tblAssetGroups.AssetGroup; Intune: device category.
   */
  groups: z.array(z.string()),
});
export type Place = z.infer<typeof place>;
