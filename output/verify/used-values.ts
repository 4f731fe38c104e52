/** Rows are numbered below this, so that one number holds a source and a row. */
const rowRange = 2 ** 32;

/** The values of the columns that hold none twice, over all the sources of a set, compared without case. */
export class UsedValues {
  readonly #columns = new Map<string, Map<string, number>>();
  readonly #sources: string[] = [];

  /** Remembers a value of a column and where it stands; the row of an earlier one in words, or null. */
  add(column: string, value: string, source: string, line: number): string | null {
    let values = this.#columns.get(column);
    if (!values) {
      values = new Map();
      this.#columns.set(column, values);
    }
    if (this.#sources.at(-1) !== source) this.#sources.push(source);
    const key = value.toLowerCase();
    const first = values.get(key);
    if (first === undefined) {
      values.set(key, (this.#sources.length - 1) * rowRange + line);
      return null;
    }
    const other = this.#sources[Math.floor(first / rowRange)];
    return other === source ? String(first % rowRange) : `${first % rowRange} (${other})`;
  }

  /** Whether a value is not among those of a column; never where that column has not been read. */
  isMissing(column: string, value: string): boolean {
    const values = this.#columns.get(column);
    return values !== undefined && !values.has(value.toLowerCase());
  }
}
