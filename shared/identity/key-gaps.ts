import type { Asset } from '../asset.ts';
import { trustedSerial } from '../device/serial.ts';
import type { Identities } from '../store/planned-row.ts';

/** Why an asset lacks a key that would tell it from every other one. */
export const keyGaps = [
  'serialMissing',
  'serialPlaceholder',
  'serialShort',
  'makerUnknown',
  'uuidMissing',
  'deviceIdMissing',
  'addressMissing',
  'addressNotOwn',
] as const;
export type KeyGap = (typeof keyGaps)[number];

/** The keys that an asset lacks, and whether it lacks all of them: then nothing but its name tells it. */
export function gapsOf(
  asset: Asset,
  { hardware, uuid, device, address }: Identities,
): { readonly gaps: readonly KeyGap[]; readonly unidentified: boolean } {
  const gaps: KeyGap[] = [];
  if (hardware === null) gaps.push(serialGap(asset));
  if (uuid === null) gaps.push('uuidMissing');
  if (device === null) gaps.push('deviceIdMissing');
  if (address === null) gaps.push(asset.network.macs.length > 0 ? 'addressNotOwn' : 'addressMissing');
  return { gaps, unidentified: gaps.length === 4 };
}

function serialGap({ identity }: Asset): KeyGap {
  if (trustedSerial(identity) !== null) return 'makerUnknown';
  if (identity.serial !== null) return 'serialShort';
  return identity.serials.length > 0 ? 'serialPlaceholder' : 'serialMissing';
}
