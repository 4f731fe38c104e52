const [zero, nine, letterA, letterZ] = [48, 57, 65, 90];

/** Reads a text that comes in pieces, and throws `TypeError` where it is not what it must be. */
export class Scanner {
  #text = '';
  #at = 0;

  feed(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
  }

  /** Whether a mark lies ahead. */
  sees(mark: string): boolean {
    return this.#text.indexOf(mark, this.#at) !== -1;
  }

  /** Goes past a mark that lies ahead, giving the text before it. */
  until(mark: string): string {
    const end = this.#text.indexOf(mark, this.#at);
    if (end === -1) throw new TypeError(`no ${mark}`);
    const text = this.#text.slice(this.#at, end);
    this.#at = end + mark.length;
    return text;
  }

  /** Goes past this text if it comes next. */
  takes(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Goes past this text, which must come next. */
  expect(text: string): void {
    if (!this.takes(text)) throw new TypeError(`no ${text}`);
  }

  /** A whole number in decimal digits. */
  number(): number {
    return this.#digits(zero, nine, 10, zero);
  }

  /** The letters of a column: 1 for `A`, 27 for `AA`. */
  letters(): number {
    return this.#digits(letterA, letterZ, 26, letterA - 1);
  }

  #digits(lowest: number, highest: number, base: number, origin: number): number {
    const start = this.#at;
    let value = 0;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (!(code >= lowest && code <= highest)) break;
      value = value * base + code - origin;
      this.#at += 1;
    }
    if (this.#at === start) throw new TypeError('no number');
    return value;
  }
}
