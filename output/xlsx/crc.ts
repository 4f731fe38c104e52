/** The CRC-32 polynomial, its lowest power in the highest bit; so 1 is `0x80000000` and x⁸ is `0x00800000`. */
const polynomial = 0xedb88320;
const one = 0x80000000;
const oneByte = 0x00800000;

/** The CRC-32 of a text from those of its two pieces, the second being `length` bytes long. */
export function joinedCrc(first: number, second: number, length: number): number {
  let shift = one;
  let power = oneByte;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shift = product(power, shift);
    power = product(power, power);
  }
  return (product(shift, first) ^ second) >>> 0;
}

/** Product of two polynomials, modulo that of CRC-32. */
function product(a: number, b: number): number {
  let sum = 0;
  let shifted = b;
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if (a & bit) sum ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return sum;
}
