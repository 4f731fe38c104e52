import type { Notice } from '../shared/text.ts';
import type { CellCounts, ProfileCounts } from './profile/asset-table.ts';
import { messages } from './profile/messages.ts';
import type { Replacements } from './table/writer.ts';

/** What writing changed in the values, in words; nothing where nothing changed. */
export function outputNotices(counts: ProfileCounts, replacements: Replacements): Notice[] {
  const counted = (
    [
      ['value-cut', counts.cut, messages.valuesCut],
      ['type-without-attribute', counts.typeWithoutAttribute, messages.typeWithoutAttribute],
      ['needed-column-empty', counts.neededColumnEmpty, messages.neededColumnEmpty],
    ] as const
  ).flatMap(([code, cells, message]) => {
    const count = total(cells);
    return count === 0 ? [] : [{ code, text: message(count, Object.keys(cells)) }];
  });
  if (replacements.characters === 0) return counted;
  const text = messages.charactersReplaced(replacements.characters, replacements.cells);
  return [...counted, { code: 'character-replaced', text }];
}

const total = (cells: CellCounts): number => Object.values(cells).reduce((sum, count) => sum + count, 0);
