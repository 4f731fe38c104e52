import { OutputError } from '../../shared/errors.ts';
import { messages } from '../messages.ts';
import type { Column } from '../table/writer.ts';

/** Characters of one cell in Excel. */
export const cellLimit = 32_767;
/** Rows below the header by which the Microsoft driver guesses whether a column holds long texts. */
const guessRows = 8;
/** Longest text of a column that the driver does not take for long: it cuts the others without a word. */
const shortText = 255;

/** Watches for texts that Excel does not hold, and for those that the driver may cut. */
export class LongTexts {
  readonly #columns: readonly Column[];
  readonly #guessedLong = new Set<number>();
  readonly #counts: Record<string, number> = {};

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /** The driver guesses anew for each sheet. */
  startSheet(): void {
    this.#guessedLong.clear();
  }

  /**
   * Looks at a row, `line` being its row in the sheet, the header 1. Throws `OutputError` on a text that Excel would
   * cut.
   */
  add(row: readonly string[], line: number): void {
    if (!row.some(isLong)) return;
    for (const [index, text] of row.entries()) {
      const header = this.#columns[index]?.header ?? '';
      if (text.length > cellLimit)
        throw new OutputError(messages.cellTooLong(header, line, text.length, cellLimit), {
          hint: messages.contractHint,
        });
      if (!isLong(text)) continue;
      if (line <= guessRows + 1) this.#guessedLong.add(index);
      else if (!this.#guessedLong.has(index)) this.#counts[header] = (this.#counts[header] ?? 0) + 1;
    }
  }

  /** Texts that the driver may cut, by the header of their column. */
  get mayBeCut(): Readonly<Record<string, number>> {
    return this.#counts;
  }
}

const isLong = (text: string): boolean => text.length > shortText;
