import type { PersonalKind } from '../../shared/people/mode.ts';
import { type PersonalFact, personalFacts } from '../../shared/people/personal-column.ts';
import type { ProfileColumn } from './column.ts';

/** What each field of a person tells. */
export const personFacts = {
  login: 'login',
  domain: 'domain',
  displayName: 'displayName',
  upn: 'upn',
  mail: 'mail',
  entraId: 'entraId',
  employeeId: 'employeeNumber',
} as const satisfies Readonly<Record<string, PersonalFact>>;

/** The people of an asset: `people.<whom>.<field of a person>`. */
export const personPaths = ['primaryUser', 'lastUser', 'topConsoleUser', 'enrolledBy'] as const;

/** Every field that a profile may name and that tells of a person. */
export const personalFields: ReadonlyMap<string, PersonalFact> = new Map<string, PersonalFact>([
  ...personPaths.flatMap((whom) =>
    Object.entries(personFacts).map(([field, fact]) => [`people.${whom}.${field}`, fact] as const),
  ),
  ['people.contact', 'contact'],
  ['mobile.phoneNumber', 'phone'],
  ['nature.description', 'freeText'],
  ['nature.notes', 'freeText'],
  ['primaryUserLogin', 'account'],
  ['lastUserLogin', 'account'],
]);

/** What the values of a column tell of a person; of a path of levels the most that one of them tells. Null for nothing. */
export function personalKind({
  field,
  levels,
}: Pick<ProfileColumn, 'field' | 'levels'>): PersonalKind | null {
  const kinds = [field, ...(levels ?? [])].flatMap((path) => {
    const fact = path === null ? undefined : personalFields.get(path);
    return fact === undefined ? [] : [personalFacts[fact]];
  });
  return kinds.find((kind) => kind === 'detail') ?? kinds[0] ?? null;
}
