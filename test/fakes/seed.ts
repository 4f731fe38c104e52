import { expect } from 'vitest';
import { loadProfile } from '../../output/profile/profile.ts';
import type { RuleCode } from '../../output/verify/rules.ts';
import { verifySet } from '../../output/verify/set.ts';
import { type ImporterSet, importerSet, type SetSource, writeSet } from './importer-set.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One thing that is broken in a good set, and where it must be found. */
export interface Seed {
  readonly rule: RuleCode;
  readonly what: string;
  readonly kind: ImporterSet['kind'];
  readonly change: (set: ImporterSet) => void;
  /** File, row and header of the only violation. */
  readonly place: readonly [file: string, row: number | null, header: string | null];
  /** Shipped profile that the set is verified against; none by default. */
  readonly profile?: string;
}

/** The source of one content. */
export function sourceOf(set: ImporterSet, content: string): SetSource {
  const found = set.sources.find((source) => source.content === content);
  if (!found) throw new Error(`no source of ${content}`);
  return found;
}

/** Puts a value into a cell; `row` as it stands in the file, the header being 1. */
export function put(set: ImporterSet, content: string, row: number, header: string, value: string): void {
  const { rows } = sourceOf(set, content);
  const cells = rows[row - 1];
  const column = rows[0]?.indexOf(header) ?? -1;
  if (!cells || column < 0) throw new Error(`no cell ${header} in row ${row}`);
  cells[column] = value;
}

/** Breaks a good set, verifies it, and expects exactly this violation and no other. */
export async function expectSeed({ rule, kind, change, place, profile }: Seed): Promise<void> {
  const folder = temporaryFolder();
  const set = importerSet(kind);
  change(set);
  const { violations } = await verifySet({
    importerXml: writeSet(set, folder),
    at: (path) => path,
    profile: profile === undefined ? null : loadProfile(profile),
    folder,
    written: null,
    limit: 10,
    signal: new AbortController().signal,
  });
  const found = violations.kept.map(({ code, file, row, header }) => [code, file, row, header]);
  expect(found).toEqual([[rule, ...place]]);
}
