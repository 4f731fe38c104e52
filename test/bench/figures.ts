/** Prints on the standard output. */
export const write = (text: string): void => void process.stdout.write(text);

/** The middle one; of an even number the mean of both in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted.at(middle - 1 + (sorted.length % 2)), sorted.at(middle)];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** A number for people; a dash where there is none. */
export const shown = (value: number | null | undefined, digits = 1): string =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

export const percent = (share: number | null): string =>
  share === null ? '–' : `${shown(share * 100, 0)} %`;

/** Prints a table; the first column is text, the others are numbers. */
export function writeTable(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headers.map((header, at) =>
    Math.max(header.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  write(`\n${title}\n${[headers, ...rows].map((row) => `  ${line(row)}\n`).join('')}`);
}
