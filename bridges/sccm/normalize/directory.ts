import type { Person } from '../../../shared/asset/people.ts';
import { type Account, readAccount } from '../../../shared/device/account.ts';
import { ascending, descending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';

type UserRow = Sections['users'][number];

/** The account as a person: as the directory knows it, else as its name tells. */
export function personOf(account: Account, users: Sections['users']): Person {
  const row = rowOf(account, users);
  return {
    login: row?.login ?? account.login,
    domain: row?.domain ?? account.domain,
    displayName: row?.displayName ?? null,
    upn: row?.upn ?? account.upn,
    mail: row?.mail ?? null,
    entraId: null,
    employeeId: null,
  };
}

/** One spelling for each account, to compare: the same login in two domains is two people. */
export function accountKey(account: Account): string {
  if (account.domain === null) return (account.upn ?? account.login).toUpperCase();
  return `${account.domain}\\${account.upn ?? account.login}`.toUpperCase();
}

/** The directory row of domain and login together, or of the user principal name; the fullest one if several. */
function rowOf(account: Account, users: Sections['users']): UserRow | null {
  const key = accountKey(account);
  const ranked = users
    .map((row) => ({ row, rank: matchRank(account, key, row), facts: factCount(row) }))
    .filter((match) => match.rank !== null);
  const best = sorted(
    ranked,
    ascending((match) => match.rank),
    descending((match) => match.facts),
  );
  return best[0]?.row ?? null;
}

function matchRank(account: Account, key: string, row: UserRow): number | null {
  const unique = readAccount(row.uniqueName);
  if (unique !== null && accountKey(unique) === key) return 0;
  if (row.domain !== null && row.login !== null && `${row.domain}\\${row.login}`.toUpperCase() === key)
    return 1;
  return account.upn !== null && row.upn?.toUpperCase() === account.upn.toUpperCase() ? 2 : null;
}

const factCount = (row: UserRow): number =>
  [row.displayName, row.mail, row.upn].filter((fact) => fact !== null).length;
