import type { AssetClass } from '../asset/nature.ts';
import { ofFewTexts } from './remembered.ts';

const dock = 12;
const highestCode = 255;

const codesByClass: readonly (readonly [AssetClass, readonly number[]])[] = [
  ['desktop', [3, 4, 5, 6, 7, 15, 16, 24, 35, 36]],
  ['allInOne', [13]],
  ['laptop', [8, 9, 10, 14, 31, 32]],
  ['tablet', [11, 30]],
  ['server', [17, 23, 25, 28, 29]],
  ['embedded', [33, 34]],
];

const classes: ReadonlyMap<number, AssetClass> = new Map(
  codesByClass.flatMap(([name, codes]) => codes.map((code) => [code, name] as const)),
);

/** The SMBIOS codes in a text that may be empty, a number or a list. */
export function chassisCodes(text: string | null | undefined): number[] {
  return text ? [...codesIn(text)] : [];
}

const codesIn = ofFewTexts((text): readonly number[] => {
  const codes = text.match(/\d+/gu) ?? [];
  return codes.map(Number).filter((code) => code >= 1 && code <= highestCode);
});

/** Whether the enclosure is a docking station and nothing else. */
export const isDock = (codes: readonly number[]): boolean =>
  codes.length > 0 && codes.every((code) => code === dock);

/** The class of the first code that decides; null when none does (other, unknown, dock, expansion, …). */
export function chassisClass(codes: readonly number[]): AssetClass | null {
  for (const code of codes) {
    const found = classes.get(code);
    if (found) return found;
  }
  return null;
}
