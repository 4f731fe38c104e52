import type { Firmware } from '../../../shared/asset/firmware.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { readMonthFirst } from '../../../shared/device/day-text.ts';
import { ascending, distinct, sorted } from '../../../shared/device/order.ts';
import { realText } from '../../../shared/device/real-text.ts';
import { tpmVersion } from '../../../shared/device/tpm-version.ts';
import { driveOf, type JudgedVolume, pickEncrypted } from '../../../shared/device/volume-protection.ts';
import type { Sections } from '../record.ts';

/** Firmware and the security that rests on it; the product does not read UEFI and Secure Boot by itself. */
export function normalizeFirmware(sections: Sections): Part<Firmware> {
  const { bios, linuxBios, macHardware, vmwareHost, tpm } = sections;
  const version = firstKnown({
    version: bios?.version,
    caption: bios?.caption,
    linux: realText(linuxBios?.version),
    mac: macHardware?.bootRom,
    vmware: vmwareHost?.biosVersion,
  });
  const volumes = protectedVolumes(sections);
  const encrypted = pickEncrypted(volumes);
  return {
    value: {
      biosVendor: bios?.manufacturer ?? realText(linuxBios?.vendor),
      biosVersion: version.value,
      biosDate: bios?.released ?? readMonthFirst(linuxBios?.released) ?? vmwareHost?.biosDate ?? null,
      uefi: null,
      secureBoot: null,
      tpmVersion: tpmVersion(tpm?.specVersion),
      tpmEnabled: tpm?.enabled ?? null,
      tpmActivated: tpm?.activated ?? null,
      tpmOwned: tpm?.owned ?? null,
      tpmReady: null,
      encrypted: encrypted.value,
      encryptedVolumes: volumes.map(({ volume }) => volume),
    },
    rules: { 'firmware.biosVersion': version.rule, 'firmware.encrypted': encrypted.rule },
  };
}

/** The volumes by letter; where a letter comes twice, unprotected wins. */
function protectedVolumes(sections: Sections): JudgedVolume[] {
  const rows = sections.encryptableVolumes.map((row) => ({ ...row, drive: driveOf(row.drive) }));
  const ordered = sorted(
    rows,
    ascending((row) => row.drive),
    ascending((row) => row.protection),
  );
  const each = distinct(
    ordered.map((row, at) => ({ row, at })),
    ({ row, at }) => row.drive ?? `#${at}`,
  );
  return each.map(({ row }) => ({
    volume: { drive: row.drive, protected: row.protection, method: null },
    rule: row.protection === null ? 'none' : 'encryptableVolume',
  }));
}
