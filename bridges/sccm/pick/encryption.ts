import { known } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { driveOf, type JudgedVolume } from '../../../shared/device/volume-protection.ts';
import type { Sections } from '../record.ts';

/** v_GS_BITLOCKER_DETAILS.EncryptionMethod0. */
const methods: ReadonlyMap<number, string> = new Map([
  [0, 'none'],
  [1, 'AES 128 with diffuser'],
  [2, 'AES 256 with diffuser'],
  [3, 'AES 128'],
  [4, 'AES 256'],
  [5, 'hardware'],
  [6, 'XTS-AES 128'],
  [7, 'XTS-AES 256'],
]);

/**
 * The volumes of both classes, matched on the drive letter, BitLocker details first; by letter. Volumes without a
 * letter cannot be matched and stay apart. Where one class holds two rows of a letter, unprotected wins.
 */
export function encryptableVolumes(sections: Sections): JudgedVolume[] {
  const bitLocker = sections.bitLocker.map((row) => ({ ...row, drive: driveOf(row.drive) }));
  const others = sections.encryptableVolumes.map((row) => ({ ...row, drive: driveOf(row.drive) }));
  const drives = new Set(known([...bitLocker, ...others].map((row) => row.drive)));
  const lettered = [...drives].map((drive) =>
    judge(
      drive,
      bitLocker.filter((row) => row.drive === drive),
      others.filter((row) => row.drive === drive),
    ),
  );
  const loose = [
    ...bitLocker.filter((row) => row.drive === null).map((row) => judge(null, [row], [])),
    ...others.filter((row) => row.drive === null).map((row) => judge(null, [], [row])),
  ];
  return sorted(
    [...lettered, ...loose],
    ascending(({ volume }) => volume.drive),
  );
}

interface Row {
  readonly protection: boolean | null;
  readonly method?: number | null;
}

function judge(drive: string | null, bitLocker: readonly Row[], others: readonly Row[]): JudgedVolume {
  const [first] = sorted(
    bitLocker,
    ascending((row) => row.protection),
  );
  const [second] = sorted(
    others,
    ascending((row) => row.protection),
  );
  const method = methods.get(first?.method ?? -1) ?? null;
  const told = (first?.protection ?? null) !== null ? 'bitLocker' : 'encryptableVolume';
  const protection = first?.protection ?? second?.protection ?? null;
  return { volume: { drive, protected: protection, method }, rule: protection === null ? 'none' : told };
}
