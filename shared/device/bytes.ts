/** Bytes from a count of kilobytes; null when unknown, negative or beyond what a number holds exactly. */
export const fromKilobytes = (count: number | null | undefined): number | null => scale(count, 1024);

/** Bytes from a count of megabytes; null when unknown, negative or beyond what a number holds exactly. */
export const fromMegabytes = (count: number | null | undefined): number | null => scale(count, 1024 * 1024);

/** The number, or null where 0 means that nothing was read. */
export const positive = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && value > 0 ? value : null;

/** The sum, known only when there are parts, every part is known, and a number holds it exactly. */
export function total(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) return null;
  const sum = known.reduce((so, part) => so + part, 0);
  return Number.isSafeInteger(sum) ? sum : null;
}

function scale(count: number | null | undefined, unit: number): number | null {
  if (count === null || count === undefined || count < 0) return null;
  const bytes = Math.round(count * unit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}
