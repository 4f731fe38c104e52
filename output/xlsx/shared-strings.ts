import { textElement } from './cell-text.ts';
import { declaration, mainNamespace, stringsPath } from './fixed-parts.ts';
import { GrowingPart } from './growing-part.ts';
import type { ZipEntry } from './zip-file.ts';

/**
 * How a workbook holds its texts: `shared`, each once, in memory that grows with them; `auto`, shared too, but only so
 * many are looked up again; `inline`, in each cell.
 */
export const textStorages = ['auto', 'shared', 'inline'] as const;
export type TextStorage = (typeof textStorages)[number];

/** Most texts, and most characters of them, that are looked up when a cell says the same again. */
const tableTexts = 65_536;
const tableCharacters = 4_194_304;

/** Whether the table still takes a text: it takes all until it is full, and none after. */
export const takesText = (texts: number, characters: number): boolean =>
  texts < tableTexts && characters < tableCharacters;

/** The texts of a workbook. With `auto`, a text that comes after the table is full is written anew for each cell that says it. */
export class SharedStrings {
  readonly #part: GrowingPart;
  readonly #cells = new Map<string, string>();
  readonly #storage: TextStorage;
  #characters = 0;
  #texts = 0;
  #uses = 0;

  constructor(path: string, storage: TextStorage) {
    this.#part = new GrowingPart(path);
    this.#storage = storage;
  }

  get part(): GrowingPart {
    return this.#part;
  }

  /** What follows the address of a cell that holds this text. */
  cell(text: string): string {
    if (this.#storage === 'inline') return inlineCell(text);
    const known = this.#cells.get(text);
    if (known !== undefined) {
      this.#uses += 1;
      return known;
    }
    const taken = this.#storage === 'shared' || takesText(this.#cells.size, this.#characters);
    this.#uses += 1;
    const cell = `" s="1" t="s"><v>${this.#texts}</v></c>`;
    this.#texts += 1;
    this.#part.add(`<si>${textElement(text)}</si>`);
    if (taken) {
      this.#cells.set(text, cell);
      this.#characters += text.length;
    }
    return cell;
  }

  /** The texts as a file of the workbook, once it has its last cell. */
  async finish(): Promise<ZipEntry> {
    this.#part.add('</sst>');
    const text = `${declaration}<sst xmlns="${mainNamespace}" count="${this.#uses}" uniqueCount="${this.#texts}">`;
    return { name: stringsPath, text, rest: await this.#part.finish() };
  }
}

const inlineCell = (text: string): string => `" s="1" t="inlineStr"><is>${textElement(text)}</is></c>`;
