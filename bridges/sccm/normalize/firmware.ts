import type { Firmware } from '../../../shared/asset/firmware.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { tpmVersion } from '../../../shared/device/tpm-version.ts';
import { pickEncrypted } from '../../../shared/device/volume-protection.ts';
import { encryptableVolumes } from '../pick/encryption.ts';
import type { Sections } from '../record.ts';

/** Firmware and the security that rests on it. */
export function normalizeFirmware(sections: Sections): Part<Firmware> {
  const biosVersion = firstKnown({ version: sections.bios?.version, name: sections.bios?.name });
  const volumes = encryptableVolumes(sections);
  const encrypted = pickEncrypted(volumes);
  return {
    value: {
      biosVendor: sections.bios?.manufacturer ?? null,
      biosVersion: biosVersion.value,
      biosDate: sections.bios?.released ?? null,
      uefi: sections.firmware?.uefi ?? null,
      secureBoot: sections.firmware?.secureBoot ?? null,
      tpmVersion: tpmVersion(sections.tpm?.specVersion),
      tpmEnabled: sections.tpm?.enabled ?? null,
      tpmActivated: sections.tpm?.activated ?? null,
      tpmOwned: sections.tpm?.owned ?? null,
      tpmReady: sections.tpmStatus?.ready ?? null,
      encrypted: encrypted.value,
      encryptedVolumes: volumes.map(({ volume }) => volume),
    },
    rules: { 'firmware.biosVersion': biosVersion.rule, 'firmware.encrypted': encrypted.rule },
  };
}
