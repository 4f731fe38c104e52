import type { Asset } from '../../shared/asset.ts';
import { OutputError } from '../../shared/errors.ts';
import type { Notice, Text } from '../../shared/text.ts';
import type { ImporterTarget } from '../importer/target.ts';
import { noOverrides } from '../profile/override-pass.ts';
import { refuses, ruleText } from '../verify/rules.ts';
import type { Verification } from '../verify/set.ts';
import type { Violation } from '../verify/violation.ts';
import { messages } from './messages.ts';
import { writeRejects } from './rejects.ts';

/** Writes the rejects file and throws `OutputError`, when a verification found what refuses the files. */
export async function refuseViolations(
  verification: Verification,
  { profile, overrides }: ImporterTarget,
  assets: () => Iterable<Asset>,
  path: string,
): Promise<void> {
  const { violations } = verification;
  if (violations.refusing === 0) return;
  const keys = assetKeys(verification, assets);
  const keyOf = (violation: Violation) => keys.get(assetIndex(violation, verification) ?? -1) ?? null;
  const values = overrides?.values ?? noOverrides;
  const written = writeRejects(path, { violations, keyOf, overrides: values, language: profile.language });
  const cause = await written.then(
    () => null,
    (error: unknown) => error,
  );
  const hint = cause === null ? messages.refusedHint(path) : messages.refusedUnlistedHint(path);
  throw new OutputError(refusal(verification, keyOf), { hint, cause });
}

/** Counts and the first place, without any value: an error is no place for the data of people. */
function refusal({ violations }: Verification, keyOf: (violation: Violation) => string | null): Text {
  const first = violations.kept.find(({ code }) => refuses(code));
  const rules = [...violations.counts]
    .filter(([code]) => refuses(code))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
  return messages.refused(
    violations.refusing,
    rules,
    first ? placeOf(first, keyOf(first)) : { fr: '', en: '' },
  );
}

function placeOf(violation: Violation, key: string | null): Text {
  const { code, row, header, file } = violation;
  if (row === null) return { fr: `${code}, ${file}`, en: `${code}, ${file}` };
  return messages.pair(code, messages.place(row, header, key));
}

/** Which asset a row of the CI is: the rows of all their sources are in the order of the assets. */
function assetIndex({ row, source, file }: Violation, { sources }: Verification): number | null {
  if (row === null || row < 2) return null;
  let before = 0;
  for (const each of sources) {
    if (each.content !== 'CI') return null;
    if (each.name === source && each.file === file) return before + row - 2;
    before += each.rows;
  }
  return null;
}

function assetKeys(verification: Verification, assets: () => Iterable<Asset>): ReadonlyMap<number, string> {
  const wanted = new Set(
    verification.violations.kept.map((violation) => assetIndex(violation, verification)),
  );
  const keys = new Map<number, string>();
  let index = 0;
  for (const asset of assets()) {
    if (wanted.has(index)) keys.set(index, asset.identity.key);
    index += 1;
  }
  return keys;
}

/** Replaced characters and texts that may be cut: the writer knows them for sure. */
const toldByWriter: ReadonlySet<Violation['code']> = new Set(['value-replaced', 'long-text'] as const);

/** What the verification would have a person look at, though it refuses nothing. */
export function verificationNotices({ violations }: Pick<Verification, 'violations'>): Notice[] {
  return [...violations.counts].flatMap(([code, count]) => {
    const first = violations.kept.find((violation) => violation.code === code);
    if (!first || refuses(code) || toldByWriter.has(code)) return [];
    return [{ code, text: messages.warned(count, placeOf(first, null), ruleText(code, first)) }];
  });
}
