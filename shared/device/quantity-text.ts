/** A number as people and commands write it: `16`, `1.8`, `7,7`, `1 920,4`, `1,920.4`. */
const groupedNumber =
  /^\d{1,3}(?:[ \u00A0\u202F']\d{3})+(?:[.,]\d+)?$|^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:\.\d{3})+,\d+$/u;
const plainNumber = /^\d+(?:[.,]\d+)?$/u;
/** `1.024` and `1,024` are a thousand and some in one language, and one and some in the other. */
const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/u;

/** The number in a text of any language; null when it is none, or could be two. */
export function readNumber(text: string): number | null {
  const value = text.trim();
  if (ambiguous.test(value)) return null;
  if (plainNumber.test(value)) return Number(value.replace(',', '.'));
  if (!groupedNumber.test(value)) return null;
  const point = Math.max(value.lastIndexOf('.'), value.lastIndexOf(','));
  const whole = value.slice(0, point < 0 ? undefined : point).replace(/\D/gu, '');
  return Number(point < 0 ? whole : `${whole}.${value.slice(point + 1)}`);
}

const powers: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['k', 1],
  ['m', 2],
  ['g', 3],
  ['t', 4],
  ['p', 5],
]);
/** Bytes in English, octets in French; `i` says that the unit is a power of 1024. */
const sizeForm = /^([\d.,' \u00A0\u202F]*\d)[ \u00A0\u202F]*([kmgtp]?)(i?)([bo]|bytes?|octets?|)$/iu;

/**
 * Bytes from a size with its unit: `16 GB`, `16 Go`, `476,9 Gio`, `1.8T`. `base` is what a unit without `i` counts by:
 * 1024 for memory and for `df`, 1000 for disks as their makers sell them; a bare letter is always 1024. Null for words,
 * for nothing, and for a number without a unit.
 */
export function readSize(text: string | null | undefined, base: 1000 | 1024): number | null {
  const found = sizeForm.exec((text ?? '').trim());
  if (!found) return null;
  const [, digits = '', prefix = '', binary = '', unit = ''] = found;
  const number = readNumber(digits);
  const power = powers.get(prefix.toLowerCase()) ?? 0;
  if (number === null || number <= 0 || (unit === '' && power === 0)) return null;
  const bytes = Math.round(number * (binary !== '' || unit === '' ? 1024 : base) ** power);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

const speedForm = /^([\d.,' \u00A0\u202F]*\d)[ \u00A0\u202F]*(mhz|ghz|mt\/s)$/iu;
/** Virtual machines print speeds that no clock has. */
const fastestMhz = 20_000;

/** Megahertz from `3600 MHz`, `3,4 GHz` or `2933 MT/s`; null for words and for what no clock does. */
export function readMegahertz(text: string | null | undefined): number | null {
  const [, digits = '', unit = ''] = speedForm.exec((text ?? '').trim()) ?? [];
  const number = readNumber(digits);
  if (number === null || number <= 0) return null;
  const mhz = Math.round(unit.toLowerCase() === 'ghz' ? number * 1000 : number);
  return mhz <= fastestMhz ? mhz : null;
}
