import type { Person } from '../../../shared/asset/people.ts';
import { type Account, isPersonal } from '../../../shared/device/account.ts';
import { known } from '../../../shared/device/choice.ts';
import { sorted } from '../../../shared/device/order.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

type UserRow = Sections['users'][number];

/** An account from its two columns; null without a login. */
export function accountFrom(domain: string | null, login: string | null): Account | null {
  return login === null ? null : { domain, login, upn: null };
}

/** The account as a person, unless it is built in, a service, or local to the machine. */
export function personIn(account: Account | null, sections: Sections): Person | null {
  if (account === null || !isPersonal(account, machineNames(sections))) return null;
  const row = directoryRow(account, sections.users);
  if (row) return personFrom(row);
  const { login, domain, upn } = account;
  return { login, domain, displayName: null, upn, mail: null, entraId: null, employeeId: null };
}

/** The person whom the directory calls the manager of the computer. */
export function managerIn(sections: Sections): Person | null {
  const id = sections.directoryComputer?.managerObjectId ?? null;
  if (id === null) return null;
  const row = sorted(sections.users.filter(({ objectId }) => objectId === id))[0];
  return row ? personFrom(row) : null;
}

/** The person of a display name, where the directory rows of this asset hold exactly one. */
export function personNamed(name: string, sections: Sections): Person | null {
  const wanted = name.toUpperCase();
  const rows = sections.users.filter(({ displayName }) => displayName?.toUpperCase() === wanted);
  const [row] = rows;
  return row && rows.length === 1 ? personFrom(row) : null;
}

/** By login and domain together, or by the user principal name: one login in two domains is two people. */
function directoryRow({ domain, login, upn }: Account, users: Sections['users']): UserRow | null {
  const same = (a: string | null, b: string | null) => a !== null && a.toUpperCase() === b?.toUpperCase();
  const rows = users.filter((row) =>
    upn === null ? same(login, row.login) && same(domain, row.domain) : same(upn, row.upn),
  );
  return sorted(rows)[0] ?? null;
}

function personFrom(row: UserRow): Person {
  const { login, domain, displayName, upn, mail } = row;
  const employeeId = row.employeeNumber ?? row.employeeId;
  return { login, domain, displayName, upn, mail, entraId: null, employeeId };
}

/** An account whose domain is one of these is local. */
const machineNames = remembered(({ base, macOs }: Sections): string[] =>
  known([base.name, base.fqdn?.split('.')[0], macOs?.computerName]),
);
