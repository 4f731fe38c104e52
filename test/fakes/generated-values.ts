/** Upper case, with leading zeros. */
export const hexadecimal = (value: number, width: number) =>
  value.toString(16).toUpperCase().padStart(width, '0');
/** Decimal with leading zeros. */
export const padded = (value: number, width: number) => String(value).padStart(width, '0');
/** A MAC of its own for each number up to 16 million. */
export const macOf = (n: number) => `64:00:6A:${hexadecimal(n, 6).match(/../g)?.join(':')}`;
