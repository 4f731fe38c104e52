import type { Choice } from '../../../shared/asset.ts';
import type { DetailRow } from '../record.ts';

const gibibyte = 1024 ** 3;
/** Sizes that memory is sold in, in GiB. */
const nominalSizes = [1, 2, 3, 4, 6, 8, 12, 16, 18, 20, 24, 32, 36, 40, 48, 64, 96, 128, 192, 256, 384, 512];
/** Firmware and graphics keep a few percent to themselves. */
const leastShare = 0.94;

/** The size that the memory was sold as, when a little less than that can be used; else just what can be used. */
export function pickMemory(detail: DetailRow | null): Choice<number | null> {
  const usable = detail?.physicalMemoryInBytes ?? null;
  if (usable === null) return { value: null, rule: 'none' };
  const nominal = nominalSizes.map((size) => size * gibibyte).find((size) => size >= usable);
  if (nominal !== undefined && usable >= nominal * leastShare) return { value: nominal, rule: 'nominal' };
  return { value: usable, rule: 'usable' };
}
