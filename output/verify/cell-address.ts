/** 0 for `A7`, 26 for `AA7`. Throws `TypeError` on what is no address. */
export function columnOf(address: string): number {
  let index = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  if (index === 0 || at === address.length) throw new TypeError(`${address} is no cell`);
  return index - 1;
}

/** `A` for a width of 1, `AA` for 27. */
export function columnLetters(width: number): string {
  let letters = '';
  for (let rest = width; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters || 'A';
}

/** A range with both corners: `A1` alone is `A1:A1`. */
export const wholeRange = (range: string): string => (range.includes(':') ? range : `${range}:${range}`);
