import type { EncryptedVolume } from '../asset/firmware.ts';
import type { Choice } from '../asset.ts';

const systemDrive = 'C:';

/** One volume and which class told its protection. */
export interface JudgedVolume {
  readonly volume: EncryptedVolume;
  readonly rule: string;
}

/** Whether drive C: is protected, or the only volume where there is no other. */
export function pickEncrypted(volumes: readonly JudgedVolume[]): Choice<boolean | null> {
  const system = volumes.find(({ volume }) => volume.drive === systemDrive);
  if (system) return { value: system.volume.protected, rule: system.rule };
  const [only] = volumes;
  if (only && volumes.length === 1 && only.volume.protected !== null)
    return { value: only.volume.protected, rule: 'onlyVolume' };
  return { value: null, rule: 'none' };
}

/** `C:` from `c:`, `C` or `C:\`; null for a volume without letter. */
export function driveOf(text: string | null): string | null {
  const found = /^([A-Z]):?\\?$/iu.exec(text ?? '');
  return found ? `${String(found[1]).toUpperCase()}:` : null;
}
