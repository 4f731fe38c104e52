import { Scanner } from './scanner.ts';
import { takesText } from './shared-strings.ts';

/**
 * The shared texts of a workbook of ours, read beside the cells that refer to them: those of the writer's table stay in
 * memory, and each later one is there until the cell that it was written for. Throws `TypeError` on anything else.
 */
export class TextReader {
  readonly #pieces: AsyncIterator<string>;
  readonly #scanner = new Scanner();
  readonly #kept: string[] = [];
  #later: string[] = [];
  #laterFrom = 0;
  #characters = 0;
  #begun = false;

  constructor(pieces: AsyncIterable<string>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Reads on until the text of this number is there. */
  async readTo(index: number): Promise<void> {
    while (index >= this.#kept.length + this.#laterFrom + this.#later.length)
      if (!(await this.#readPiece())) throw new TypeError(`text ${index} is missing`);
  }

  /** The text of a number that `readTo` has reached. */
  text(index: number): string {
    const text = this.#kept[index] ?? this.#later[index - this.#kept.length - this.#laterFrom];
    if (text === undefined) throw new TypeError(`text ${index} is out of its order`);
    return text;
  }

  /** Forgets the later texts up to this number. */
  forgetTo(index: number): void {
    const count = index + 1 - this.#kept.length - this.#laterFrom;
    if (count <= 0) return;
    this.#later = this.#later.slice(count);
    this.#laterFrom += count;
  }

  /** Reads to the end; every text must have been used. */
  async finish(): Promise<void> {
    while (await this.#readPiece());
    this.#scanner.expect('</sst>');
    if (this.#later.length > 0) throw new TypeError('texts that no cell holds');
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #readPiece(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    const scanner = this.#scanner;
    scanner.feed(value);
    if (!this.#begun) {
      scanner.until('<sst ');
      scanner.until('>');
      this.#begun = true;
    }
    while (scanner.sees('</si>')) {
      scanner.expect('<si>');
      this.#add(readText(scanner));
      scanner.expect('</si>');
    }
    return true;
  }

  #add(text: string): void {
    if (this.#laterFrom + this.#later.length === 0 && takesText(this.#kept.length, this.#characters)) {
      this.#kept.push(text);
      this.#characters += text.length;
    } else this.#later.push(text);
  }
}

/** The text of a `<t>` element. */
export function readText(scanner: Scanner): string {
  if (!scanner.takes('<t>')) scanner.expect('<t xml:space="preserve">');
  const text = scanner.until('</t>');
  return /[<&]|_x/.test(text) ? unescaped(text) : text;
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function unescaped(text: string): string {
  if (text.includes('<')) throw new TypeError('markup in a text');
  return text
    .replace(/&[^;]*;?/g, (reference) => {
      const character = characters[reference];
      if (character === undefined) throw new TypeError(`reference ${reference}`);
      return character;
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
