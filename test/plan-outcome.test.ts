import { describe, expect, it } from 'vitest';
import { effectsOf, tally } from '../output/plan/outcome.ts';
import { loadProfile, type Profile } from '../output/profile/profile.ts';
import type { Change } from '../shared/store/comparison.ts';

const french = loadProfile('octopus-fr');
const plain = { header: null, before: null, after: null };
const ci = (key: string) => ({ key: `sccm:${key}`, name: `PC-${key}` });
const cell = (key: string, header: string, before: string, after: string): Change => ({
  ...{ kind: 'changed', ...ci(key) },
  ...{ header, before, after },
});

/** The outcomes that are not zero. */
function outcomesOf(changes: readonly Change[], profile: Profile = french, unfilled: string[] = []) {
  const { outcomes, ...rest } = tally(changes, effectsOf(profile, { unfilled }));
  return { ...rest, outcomes: Object.fromEntries(Object.entries(outcomes).filter(([, count]) => count > 0)) };
}

describe('what becomes of a CI in Octopus', () => {
  it('is counted once, whatever differs in it', () => {
    const renamed: Change = { ...cell('2', 'Nom', 'PC-9', 'PC-2'), kind: 'renamed' };
    const changes: Change[] = [
      { kind: 'created', ...ci('1'), ...plain },
      renamed,
      cell('2', 'RAM', '8 Go', '16 Go'),
      cell('3', 'RAM', '8 Go', '16 Go'),
      cell('3', 'Note', 'x', ''),
      cell('4', 'Note', 'x', ''),
      { kind: 'returned', ...ci('5'), ...plain },
      cell('5', 'RAM', '8 Go', '16 Go'),
      { kind: 'missing', ...ci('6'), ...plain },
    ];
    expect(outcomesOf(changes)).toEqual({
      outcomes: { add: 1, rename: 1, modify: 1, blank: 1, return: 1, missing: 1 },
      ...{ rows: 5, differences: 8, renames: 1, missing: 1 },
      columns: new Map([
        ['Nom', { changed: 1, kept: 0 }],
        ['RAM', { changed: 3, kept: 0 }],
        ['Note', { changed: 2, kept: 2 }],
      ]),
    });
  });

  it('is to deactivate with the status of the profile that asks for a day, and to activate without it', () => {
    expect(
      outcomesOf([cell('1', 'État', '', 'Retiré'), cell('1', 'DateRetrait', '', '2026-11-01')]),
    ).toMatchObject({
      outcomes: { deactivate: 1 },
    });
    expect(outcomesOf([cell('1', 'État', 'Retiré', 'En service')])).toMatchObject({
      outcomes: { activate: 1 },
    });
    // An empty status keeps the one that Octopus has.
    expect(outcomesOf([cell('1', 'État', 'Retiré', '')])).toMatchObject({ outcomes: { blank: 1 } });
    expect(outcomesOf([cell('1', 'État', 'En service', 'En inventaire')])).toMatchObject({
      outcomes: { modify: 1 },
    });
  });

  it('is to modify where the profile clears the column, unless nothing fills it at all', () => {
    const clearing = { ...french, ci: { ...french.ci, clear: ['Note'] } };
    const emptied = [cell('1', 'Note', 'x', '')];
    expect(outcomesOf(emptied, clearing)).toMatchObject({ outcomes: { modify: 1 } });
    expect(outcomesOf(emptied, clearing, ['Note'])).toMatchObject({ outcomes: { blank: 1 } });
  });

  it('is to deactivate when it is missing and the profile lets DataImporter retire', () => {
    const tags = { ...french.ci.tags, ManageCIRetirement: true };
    const changes: Change[] = [{ kind: 'missing', ...ci('1'), ...plain }];
    expect(outcomesOf(changes, { ...french, ci: { ...french.ci, tags } })).toMatchObject({
      outcomes: { deactivate: 1 },
      missing: 1,
    });
  });
});
