import type { Person } from '../../../shared/asset/people.ts';
import type { Choice } from '../../../shared/asset.ts';
import { type Account, isPersonal, readAccount } from '../../../shared/device/account.ts';
import { firstKnown, known } from '../../../shared/device/choice.ts';
import { descending, sorted } from '../../../shared/device/order.ts';
import { personOf } from '../normalize/directory.ts';
import { machineNames } from '../normalize/machine-names.ts';
import type { Sections } from '../record.ts';

/** Who was signed in at the last inventory, then at the last discovery. Not the owner. */
export function pickLastUser(sections: Sections): Choice<Person | null> {
  const { lastUserDomain, lastUserLogin } = sections.base;
  const discovered = lastUserLogin?.includes('\\')
    ? lastUserLogin
    : `${lastUserDomain ?? ''}\\${lastUserLogin ?? ''}`;
  const inventoried = personIn(readAccount(sections.computerSystem?.userName), sections);
  return firstKnown({
    computerSystem: inventoried,
    discovery: inventoried ?? personIn(readAccount(discovered), sections),
  });
}

/** Who spends most time on the console, as the client says, then by the minutes of each console user. */
export function pickTopConsoleUser(sections: Sections): Choice<Person | null> {
  const longest = sorted(
    sections.consoleUsers.filter((row) => row.minutes !== null && row.minutes > 0),
    descending((row) => row.minutes),
    descending((row) => row.lastUse),
  );
  const people = known(longest.map((row) => personIn(readAccount(row.consoleUser), sections)));
  return firstKnown({
    consoleUsage: personIn(readAccount(sections.consoleUsage?.topUser), sections),
    consoleUser: people[0],
  });
}

function personIn(account: Account | null, sections: Sections): Person | null {
  if (account === null || !isPersonal(account, machineNames(sections))) return null;
  return personOf(account, sections.users);
}
