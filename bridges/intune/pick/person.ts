import type { AffinityOrigin, Person } from '../../../shared/asset/people.ts';
import type { Choice } from '../../../shared/asset.ts';
import type { IntuneRecord, LastLogonRow, ListRow, ReportRow } from '../record.ts';
import type { IntuneRules } from '../rules.ts';

/** Android Enterprise puts 32 hexadecimal digits in front of the name of its account. */
const accountPrefix = /^[0-9a-f]{32}(?=[^@]+@)/iu;

/** The primary user that Intune states; a shared device has none, and the enrolling user never stands in. */
export const primaryPerson = (report: ReportRow | null): Person | null =>
  report && personOf(report.UPN, report.UserEmail, report.UserName, report.UserId);

/** Who enrolled the device. */
export const enrollingPerson = (list: ListRow): Person | null =>
  personOf(list.userPrincipalName, list.emailAddress, list.userDisplayName, list.userId);

/** Who signed in last; the report tells the name alone. */
export const lastPerson = (row: LastLogonRow | null): Person | null =>
  row && personOf(row.LastLoggedOnUserUPN, null, null, null);

/** Where the tie to the user comes from, by the rule that asks for it. */
const origins: Readonly<Record<IntuneRules['user'], AffinityOrigin>> = {
  primary: 'management',
  enrolled: 'enrollment',
  lastLoggedOn: 'lastLogon',
};

/** The user of the device as `rules.intune.user` asks; the rule says which of the three it is. */
export function pickUser(record: IntuneRecord, asked: IntuneRules['user']): Choice<Person | null> {
  const value = finders[asked](record);
  return { value, rule: value === null ? noneRule(record, asked) : asked };
}

const finders: Readonly<Record<IntuneRules['user'], (record: IntuneRecord) => Person | null>> = {
  primary: ({ report }) => primaryPerson(report),
  enrolled: ({ list }) => enrollingPerson(list),
  lastLoggedOn: ({ lastLogon }) => lastPerson(lastLogon),
};

export const originOf = (asked: IntuneRules['user']): AffinityOrigin => origins[asked];

/** `noReport`: the report does not name the device, so nobody knows. */
const noneRule = ({ report }: IntuneRecord, asked: IntuneRules['user']): string =>
  asked === 'primary' && report === null ? 'noReport' : 'none';

/** A person by what is known of them; null when nothing is. A mail address stands in for a missing user name. */
function personOf(
  name: string | null,
  mail: string | null,
  displayName: string | null,
  entraId: string | null,
): Person | null {
  const upn = address(name?.replace(accountPrefix, '') ?? null) ?? address(mail);
  if (upn === null && entraId === null) return null;
  return { login: null, domain: null, displayName, upn, mail: address(mail), entraId, employeeId: null };
}

const address = (text: string | null): string | null =>
  text !== null && /^[^@\s]+@[^@\s]+$/u.test(text) ? text : null;
