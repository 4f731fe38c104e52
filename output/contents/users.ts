import { z } from 'zod';
import type { Person } from '../../shared/asset/people.ts';
import type { Asset } from '../../shared/asset.ts';
import { legalSheetName, legalSourceName, told } from '../profile/legal-names.ts';
import type { Table } from '../table/writer.ts';
import { messages } from './messages.ts';

const name = z.string().min(1);

/** How Octopus finds a user, with the forms of identifier that it then takes. */
const methods = {
  UserByID: ['employeeId'],
  UserByName: ['displayName'],
  UserByWindowsUsername: ['login', 'domainLogin', 'upn'],
} as const;
const methodNames = ['UserByID', 'UserByName', 'UserByWindowsUsername'] as const;
const identifiers = ['employeeId', 'displayName', 'login', 'domainLogin', 'upn'] as const;

/** Block `users` of a profile: which user each CI is linked to. */
export const usersContent = z
  .strictObject({
    sheet: name.refine(...legalSheetName),
    sourceName: name.refine(...legalSourceName),
    headers: z.strictObject({ ci: name, user: name }),
    tags: z.strictObject({ UserIdentificationMethod: z.enum(methodNames) }),
    /** Whom the source calls the user of the device. */
    user: z.enum(['primaryUser', 'lastUser', 'topConsoleUser', 'enrolledBy']),
    /** What identifies the user; must fit the method. */
    identifier: z.enum(identifiers),
  })
  .superRefine(({ tags, identifier }, context) => {
    const allowed: readonly string[] = methods[tags.UserIdentificationMethod];
    if (allowed.includes(identifier)) return;
    const text = messages.identifierUnfit(identifier, tags.UserIdentificationMethod, allowed);
    context.addIssue({ code: 'custom', path: ['identifier'], ...told(text) });
  });
export type UsersContent = z.infer<typeof usersContent>;

/** Assets that got no row in the pass that was begun last. */
export interface UserCounts {
  /** The source names no such user. */
  readonly withoutUser: number;
  /** A user whose identifier the source does not know. */
  readonly withoutIdentifier: number;
  readonly nameTooLong: number;
}

export interface UsersTable {
  readonly table: Table;
  counts(): UserCounts;
}

const ciLimit = 125;
const userLimit = 250;

/** One row for each asset with a user that the method can identify. */
export function usersTable(content: UsersContent, assets: () => Iterable<Asset>): UsersTable {
  let counts = { withoutUser: 0, withoutIdentifier: 0, nameTooLong: 0 };
  function* rows(): Generator<readonly string[]> {
    counts = { withoutUser: 0, withoutIdentifier: 0, nameTooLong: 0 };
    for (const { place, people, life } of assets()) {
      if (life.absentOn !== undefined) continue; // a retired CI has nobody
      const person = people[content.user];
      const identifier = person && identifierOf(person, content.identifier);
      if (person === null) counts.withoutUser += 1;
      else if (identifier === null || identifier.length > userLimit) counts.withoutIdentifier += 1;
      else if (place.name.length > ciLimit) counts.nameTooLong += 1;
      else yield [place.name, identifier];
    }
  }
  const { headers, sheet } = content;
  const columns = [
    { header: headers.ci, maxLength: ciLimit, required: true, unique: false },
    { header: headers.user, maxLength: userLimit, required: true, unique: false },
  ];
  return { table: { sheet, columns, rows }, counts: () => counts };
}

function identifierOf(person: Person, identifier: UsersContent['identifier']): string | null {
  if (identifier !== 'domainLogin') return person[identifier];
  return person.login !== null && person.domain !== null ? `${person.domain}\\${person.login}` : null;
}
