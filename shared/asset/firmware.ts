import { z } from 'zod';
import { localDate } from './times.ts';

/** Protection of one volume. */
export const encryptedVolume = z.strictObject({
  /** Drive letter with colon, upper case; null when the volume has none. */
  drive: z.string().nullable(),
  /** SCCM: ProtectionStatus0 0 = false, 1 = true, 2 = null. */
  protected: z.boolean().nullable(),
  /** Method in words, for example `XTS-AES 256`. SCCM: v_GS_BITLOCKER_DETAILS.EncryptionMethod0. */
  method: z.string().nullable(),
});

/** Firmware and the security that rests on it. */
export const firmware = z.strictObject({
  /** SCCM: v_GS_PC_BIOS.Manufacturer0. */
  biosVendor: z.string().nullable(),
  /** SCCM: v_GS_PC_BIOS.SMBIOSBIOSVersion0, then Name0. */
  biosVersion: z.string().nullable(),
  /** SCCM: v_GS_PC_BIOS.ReleaseDate0. */
  biosDate: localDate.nullable(),
  /** SCCM: v_GS_FIRMWARE.UEFI0. */
  uefi: z.boolean().nullable(),
  /** SCCM: v_GS_FIRMWARE.SecureBoot0. */
  secureBoot: z.boolean().nullable(),
  /** First element of the list, for example `2.0`. SCCM: v_GS_TPM.SpecVersion0. */
  tpmVersion: z.string().nullable(),
  /** SCCM: v_GS_TPM.IsEnabled_InitialValue0. */
  tpmEnabled: z.boolean().nullable(),
  /** SCCM: v_GS_TPM.IsActivated_InitialValue0. */
  tpmActivated: z.boolean().nullable(),
  /** SCCM: v_GS_TPM.IsOwned_InitialValue0. */
  tpmOwned: z.boolean().nullable(),
  /** SCCM: v_GS_TPM_STATUS.IsReady0. */
  tpmReady: z.boolean().nullable(),
  /** The system volume is protected. SCCM: the C: row, BitLocker details first, then encryptable volume. */
  encrypted: z.boolean().nullable(),
  encryptedVolumes: z.array(encryptedVolume),
});
export type Firmware = z.infer<typeof firmware>;
export type EncryptedVolume = z.infer<typeof encryptedVolume>;
