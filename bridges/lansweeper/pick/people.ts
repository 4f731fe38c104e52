import type { Affinity, Person } from '../../../shared/asset/people.ts';
import type { Choice } from '../../../shared/asset.ts';
import { readAccount } from '../../../shared/device/account.ts';
import { firstKnown, known } from '../../../shared/device/choice.ts';
import { ascending, descending, sorted } from '../../../shared/device/order.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { customValue } from '../normalize/custom.ts';
import { accountFrom, managerIn, personIn, personNamed } from '../normalize/directory.ts';
import type { Sections } from '../record.ts';
import type { UserOrigin } from '../rules.ts';
import type { LansweeperSite } from '../site.ts';

/** tblAssetUserRelations.Type of ownership. */
const ownership = 200;

/** Everybody the asset is assigned to, each once, in the order that the site sets. */
export function listAffinities(sections: Sections, site: LansweeperSite): Affinity[] {
  const found = new Map<string, Affinity>();
  for (const origin of site.primaryUser) {
    for (const person of finders[origin](sections, site)) {
      const key = `${person.domain ?? ''}\\${person.login ?? person.upn ?? ''}`.toUpperCase();
      if (!found.has(key)) found.set(key, { person, origin, consoleMinutes: null });
    }
  }
  return [...found.values()];
}

/** The first of them; the rule is its origin. */
export function pickPrimaryUser([best]: readonly Affinity[]): Choice<Person | null> {
  return best ? { value: best.person, rule: best.origin ?? 'none' } : { value: null, rule: 'none' };
}

/** Who was signed in at the last scan; of a Mac what its own system says. Not the owner. */
export const pickLastUser = remembered((sections: Sections): Choice<Person | null> => {
  const { lastUserDomain, lastUserLogin } = sections.base;
  const [, displayName, login] = /^(.*?)\s*\(([^()]+)\)$/u.exec(sections.macOs?.userName ?? '') ?? [];
  const onMac = personIn(accountFrom(null, login ?? null), sections);
  return firstKnown({
    asset: personIn(accountFrom(lastUserDomain, lastUserLogin), sections),
    mac: onMac && { ...onMac, displayName: onMac.displayName ?? (displayName || null) },
  });
});

/** Who signed in most often in the history that the site keeps. */
export function pickTopUser(sections: Sections): Choice<Person | null> {
  return firstKnown({ logons: frequent(sections)[0] });
}

const finders: Readonly<Record<UserOrigin, (sections: Sections, site: LansweeperSite) => readonly Person[]>> =
  {
    relation: (sections) => related(sections),
    customField: (sections, site) =>
      listOf(named(customValue('people.primaryUser', sections, site), sections)),
    managedBy: (sections) => listOf(managerIn(sections)),
    frequentLogon: (sections) => frequent(sections).slice(0, 1),
    lastLogon: (sections) => listOf(pickLastUser(sections).value ?? latest(sections)),
  };

/** Owners first, then the newest ties. */
function related(sections: Sections): Person[] {
  const rows = sorted(
    sections.userRelations,
    descending((row) => row.typeCode === ownership),
    descending((row) => row.started),
    ascending((row) => row.typeCode),
  );
  return peopleIn(rows, sections);
}

/** What somebody wrote into a field: `DOMAIN\login`, a user principal name, or the name of a person. */
function named(text: string | null, sections: Sections): Person | null {
  if (text === null) return null;
  const isName = /\s/u.test(text) && !/[\\@]/u.test(text);
  return isName ? personNamed(text, sections) : personIn(readAccount(text), sections);
}

const frequent = remembered((sections: Sections): Person[] => {
  const rows = sorted(
    sections.logons,
    descending((row) => row.logons),
    descending((row) => row.lastLogon),
  );
  return peopleIn(rows, sections);
});

function latest(sections: Sections): Person | null {
  const rows = sorted(
    sections.logons,
    descending((row) => row.lastLogon),
  );
  return peopleIn(rows, sections)[0] ?? null;
}

const peopleIn = (rows: readonly { domain: string | null; login: string | null }[], sections: Sections) =>
  known(rows.map((row) => personIn(accountFrom(row.domain, row.login), sections)));

const listOf = (person: Person | null): Person[] => (person === null ? [] : [person]);
