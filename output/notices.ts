import type { Notice } from '../shared/text.ts';
import { messages as outputMessages } from './messages.ts';
import { messages } from './profile/messages.ts';
import type { OverrideCounts } from './profile/override-pass.ts';
import type { Profile } from './profile/profile.ts';
import type { CellCounts, ProfileCounts } from './profile/tally.ts';
import type { Replacements, WrittenFile } from './table/writer.ts';

/**
 * What writing changed in the values, in words; nothing where nothing changed. Values for attributes that the CI type
 * lacks are left out on purpose, night after night: the manifest counts them, and no warning does.
 */
export function outputNotices(counts: ProfileCounts, replacements: Replacements): Notice[] {
  const counted = (
    [
      ['value-cut', counts.cut, messages.valuesCut],
      ['needed-column-empty', counts.neededColumnEmpty, messages.neededColumnEmpty],
      ['retired-without-day', counts.retiredWithoutDay, messages.retiredWithoutDay],
      ['level-unknown', counts.levelUnknown, messages.levelUnknown],
      ['separator-replaced', counts.separatorReplaced, messages.separatorReplaced],
    ] as const
  ).flatMap(([code, cells, message]) => {
    const count = total(cells);
    return count === 0 ? [] : [{ code, text: message(count, Object.keys(cells)) }];
  });
  if (replacements.characters === 0) return counted;
  const text = messages.charactersReplaced(replacements.characters, replacements.cells);
  return [...counted, { code: 'character-replaced', text }];
}

/** How many unmatched overrides a notice names. */
const unmatchedNamed = 5;

/** What became of the overrides, in words; nothing where there were none. */
export function overrideNotices({ applied, unmatched }: OverrideCounts): Notice[] {
  const notices: Notice[] = [];
  const count = total(applied);
  if (count > 0)
    notices.push({
      code: 'value-overridden',
      text: messages.valuesOverridden(count, Object.keys(applied)),
    });
  if (unmatched.length > 0) {
    const text = messages.overridesUnmatched(unmatched.length, unmatched.slice(0, unmatchedNamed));
    notices.push({ code: 'override-unmatched', text });
  }
  return notices;
}

/** What reading the file through the Microsoft driver may do to it, in words; nothing where all is as it was. */
export function driverNotices({ sheets, mayBeCut }: WrittenFile): Notice[] {
  const split = { code: 'rows-split', text: outputMessages.rowsSplit(sheets) };
  const cut = {
    code: 'value-may-be-cut',
    text: outputMessages.valuesMayBeCut(total(mayBeCut), Object.keys(mayBeCut)),
  };
  return [...(sheets.length > 1 ? [split] : []), ...(total(mayBeCut) > 0 ? [cut] : [])];
}

/**
 * What a profile asks for that nobody should forget, and what of it this run did not do. `leftover`: the configuration to
 * clear of an earlier run, where this one has none.
 */
export function profileNotices(
  { ci: { tags, clear } }: Profile,
  unfilled: readonly string[],
  leftover: string | null,
): Notice[] {
  const kept = clear.filter((header) => unfilled.includes(header));
  return [
    ...(tags.ManageCIRetirement ? [{ code: 'retirement-managed', text: messages.retirementManaged }] : []),
    ...(kept.length > 0 ? [{ code: 'clear-unfilled', text: messages.clearUnfilled(kept) }] : []),
    ...(leftover ? [{ code: 'clear-leftover', text: messages.clearLeftover(leftover) }] : []),
  ];
}

/** Cells over all headers. */
export const total = (cells: CellCounts): number =>
  Object.values(cells).reduce((sum, count) => sum + count, 0);
