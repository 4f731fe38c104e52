import type { Firmware } from '../../../shared/asset/firmware.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { encryptableVolumes, pickEncrypted } from '../pick/encryption.ts';
import type { Sections } from '../record.ts';
import type { Part } from './part.ts';

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

/** The first element of `2.0, 0, 1.38`; null for words such as `Not Supported`. */
function tpmVersion(text: string | null | undefined): string | null {
  const first = (text ?? '').split(',')[0]?.trim() ?? '';
  return /^\d+(?:\.\d+)*$/u.test(first) ? first : null;
}
