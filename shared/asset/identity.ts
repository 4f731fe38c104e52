import { z } from 'zod';

/** Why a serial can or cannot be used: `genuine` names hardware, `virtual` names a guest, `placeholder` names nothing. */
export const serialValidities = ['genuine', 'virtual', 'placeholder', 'short'] as const;

/**
 * Where on the device a serial was read; `manual` was typed by somebody, `record` is what the source itself chose,
 * `system` what the operating system says.
 */
export const serialOrigins = [
  'manual',
  'record',
  'bios',
  'product',
  'enclosure',
  'baseboard',
  'system',
] as const;

/** Every serial the source gave, trusted or not, so that nothing is lost by choosing one. */
export const serialFact = z.strictObject({
  /** As the source wrote it, trimmed. */
  value: z.string(),
  origin: z.enum(serialOrigins),
  validity: z.enum(serialValidities),
});

/** What tells this device from every other one. */
export const identity = z.strictObject({
  /** `<source>:<durable id>`, for ever the name of this asset. SCCM: client GUID, else site code and ResourceID. */
  key: z.string().min(1),
  /** Bridge that read it: `sccm`, `lansweeper`, `intune`. */
  source: z.string().min(1),
  /** Key inside the source. SCCM: v_R_System.ResourceID, unique in one hierarchy only. */
  sourceId: z.string().min(1),
  /** Client GUID without its prefix; changes when the client is reinstalled. SCCM: SMS_Unique_Identifier0, v_GS_SYSTEM.SMSID0. */
  clientId: z.string().nullable(),
  /** SMBIOS UUID, upper case, never a placeholder. SCCM: SMBIOS_GUID0, v_GS_COMPUTER_SYSTEM_PRODUCT.UUID0. */
  firmwareUuid: z.string().nullable(),
  /** Entra device id, upper case; the link to Intune. SCCM: v_R_System.AADDeviceID. */
  entraDeviceId: z.string().nullable(),
  /** Active Directory SID of the computer account. SCCM: v_R_System.SID0. */
  adSid: z.string().nullable(),
  /** Active Directory objectGUID, lower-case hexadecimal. SCCM: v_R_System.Object_GUID0. */
  adObjectGuid: z.string().nullable(),
  /** Serial that identifies the hardware or the guest, never a placeholder. SCCM: v_GS_PC_BIOS.SerialNumber0 first. */
  serial: z.string().nullable(),
  /** Every serial with its origin and validity. */
  serials: z.array(serialFact),
  /** Tag that the organisation wrote into the firmware. SCCM: v_GS_SYSTEM_ENCLOSURE.SMBIOSAssetTag0. */
  assetTag: z.string().nullable(),
  /** Keys that this asset had before its source merged records, oldest first. LanSweeper: tblAssetMergeLinks.OldAssetID. */
  previousKeys: z.array(z.string()),
});
export type Identity = z.infer<typeof identity>;
export type SerialFact = z.infer<typeof serialFact>;
export type SerialOrigin = SerialFact['origin'];
export type SerialValidity = SerialFact['validity'];
