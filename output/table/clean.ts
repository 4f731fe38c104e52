import { inWindows1252 } from './windows-1252.ts';
import type { Replacements } from './writer.ts';

/** What stands for a character that a format cannot hold. */
export const replacementMark = '?';

/** Cleans the cells of one file and counts what it had to replace. */
export interface Cleaner {
  clean(text: string): string;
  counts(): Replacements;
}

/** What cells are cleaned for. */
export type CellFormat = 'csv' | 'xlsx' | 'database';

/** How one format treats a text: `plain` finds nothing to do, `substitute` answers for one character. */
interface Rules {
  readonly plain: RegExp;
  readonly prepare: (text: string) => string;
  readonly substitute: (character: string) => string;
}

/** Line breaks and tabs in a row; one space takes their place, which is not counted as a replacement. */
const breaks = /[\t-\r\x85\u2028\u2029]+/g;

/** Controls, lone surrogates and the two code points that no XML 1.0 document may hold. */
const unwritable = /[\p{Control}\p{Surrogate}\ufffe\uffff]/u;

const unicode: Rules = {
  plain: /^[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd]*$/,
  prepare: (text) => text,
  substitute: (character) => (unwritable.test(character) ? replacementMark : character),
};

const rules: Readonly<Record<CellFormat, Rules>> = {
  csv: {
    plain: /^[\x20-\x7e\xa0-\xff]*$/,
    prepare: (text) => text.normalize('NFC'),
    substitute: (character) => (inWindows1252(character) ? character : baseLetter(character)),
  },
  xlsx: unicode,
  // A database could hold more, but the same rows are the same cells in every form that knows Unicode.
  database: unicode,
};

/**
 * A cleaner for one pass over a file. Line breaks and tabs become one space; for CSV, a character outside
 * Windows-1252 becomes its base letter or `?`; for the others, a character outside XML 1.0 becomes `?`. The text never
 * grows, so a value that fits its column still fits. Anything else, formulas included, stays exact.
 */
export function cleaner(format: CellFormat): Cleaner {
  const { plain, prepare, substitute } = rules[format];
  let cells = 0;
  let characters = 0;
  const clean = (text: string): string => {
    if (plain.test(text)) return text;
    let replaced = 0;
    let result = '';
    for (const character of prepare(text.replace(breaks, ' '))) {
      const written = substitute(character);
      if (written !== character) replaced += 1;
      result += written;
    }
    if (replaced > 0) cells += 1;
    characters += replaced;
    return result;
  };
  return { clean, counts: () => ({ cells, characters }) };
}

/** The letter below the accents; nothing for an accent that stands alone; `?` where Windows-1252 has no such letter. */
function baseLetter(character: string): string {
  if (/^\p{Mark}$/u.test(character)) return '';
  const base = character.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return inWindows1252(base) ? base : replacementMark;
}
