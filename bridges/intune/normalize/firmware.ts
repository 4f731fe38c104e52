import type { Firmware } from '../../../shared/asset/firmware.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** Firmware and the security that rests on it. */
export function normalizeFirmware({ list, report, detail }: IntuneRecord): Part<Firmware> {
  const biosVersion = firstKnown({
    report: report?.SystemManagementBIOSVersion,
    detail: detail?.hardware.systemManagementBIOSVersion,
  });
  return {
    value: {
      biosVendor: null,
      biosVersion: biosVersion.value,
      biosDate: null,
      uefi: null,
      secureBoot: null,
      tpmVersion: tpmVersion(detail?.hardware.tpmSpecificationVersion ?? null),
      tpmEnabled: null,
      tpmActivated: null,
      tpmOwned: null,
      tpmReady: null,
      // Defender does not know, and says false.
      encrypted: list.managementAgent === 'msSense' ? null : list.isEncrypted,
      encryptedVolumes: [],
    },
    rules: { 'firmware.biosVersion': biosVersion.rule },
  };
}

/** The first element of `2.0, 0, 1.38`. */
function tpmVersion(text: string | null): string | null {
  const first = text?.split(',')[0]?.trim() ?? '';
  return /^\d+(?:\.\d+)*$/u.test(first) ? first : null;
}
