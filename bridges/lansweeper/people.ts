import {
  type PersonalColumn,
  type PersonalSections,
  soundsPersonal,
  withoutHome,
} from '../../shared/people/personal-column.ts';
import type { CustomDestination } from './custom-fields.ts';
import { sections } from './record.ts';
import type { LansweeperSite } from './site.ts';

const freeText: PersonalColumn = { fact: 'freeText', role: 'writer' };
const homePath: PersonalColumn = { fact: 'homePath', role: 'holder', withheld: withoutHome };

/** `First Last (login)` as `(login)`; nothing of another form, which would be a name. */
const loginAlone = (text: string): string | null => /\([^()]+\)$/u.exec(text.trim())?.[0] ?? null;
/** An account or user principal name; the name of a person is none. */
const accountAlone = (text: string): string | null =>
  /\s/u.test(text.trim()) && !/[\\@]/u.test(text) ? null : text;

/**
 * Every column that tells of a person, by section. A section that has no other column is not read where `rules.people` is
 * `none`. docs/data.md shows the same as a table; what custom fields hold is known by their mapping alone.
 */
export const people = {
  asset: {
    lastUserDomain: { fact: 'domain', role: 'lastUser' },
    lastUserLogin: { fact: 'login', role: 'lastUser' },
    contact: { fact: 'contact', role: 'contact' },
    description: freeText,
    comments: freeText,
  },
  'mac-os': { userName: { fact: 'nameAndLogin', role: 'lastUser', identified: loginAlone } },
  'directory-computer': { description: freeText, managerObjectId: { fact: 'rowId', role: 'manager' } },
  user: {
    domain: { fact: 'domain', role: 'anyUser' },
    login: { fact: 'login', role: 'anyUser' },
    objectId: { fact: 'rowId', role: 'manager' },
    displayName: { fact: 'displayName', role: 'anyUser' },
    upn: { fact: 'upn', role: 'anyUser' },
    mail: { fact: 'mail', role: 'anyUser' },
    employeeNumber: { fact: 'employeeNumber', role: 'anyUser' },
    employeeId: { fact: 'employeeNumber', role: 'anyUser' },
  },
  logon: {
    domain: { fact: 'domain', role: 'topUser' },
    login: { fact: 'login', role: 'topUser' },
    logons: { fact: 'use', role: 'topUser' },
    lastLogon: { fact: 'use', role: 'topUser' },
  },
  'user-relation': {
    domain: { fact: 'domain', role: 'primaryUser' },
    login: { fact: 'login', role: 'primaryUser' },
    typeCode: { fact: 'origin', role: 'primaryUser' },
    typeName: { fact: 'origin', role: 'primaryUser' },
    started: { fact: 'origin', role: 'primaryUser' },
  },
  relation: { comments: freeText },
  'linux-file-system': { fileSystem: homePath, mountedOn: homePath },
  'linux-volume': { mountPoint: homePath },
  'custom-field': Object.fromEntries(
    Object.keys(sections.customFields.columns).map((column) => [column, freeText]),
  ),
} as const satisfies PersonalSections;

/**
 * The same with the custom fields as the site maps them: one that is mapped nowhere is not needed. Of a site that is not
 * known yet nothing is said of them.
 */
export function peopleOf(site: LansweeperSite | null): PersonalSections {
  if (site === null) return { ...people, 'custom-field': {} };
  const own: Record<string, PersonalColumn> = { ...people['custom-field'] };
  for (const { column, destination } of site.customFields) {
    const known = personalOf(destination);
    if (known === null) delete own[column];
    else own[column] = known;
  }
  return { ...people, 'custom-field': own };
}

/** What a custom field holds that goes to a field of the asset; null for what is no person's. */
function personalOf(destination: CustomDestination): PersonalColumn | null {
  if (destination === 'people.primaryUser')
    return { fact: 'account', role: 'primaryUser', identified: accountAlone };
  if (destination === 'people.contact') return { fact: 'contact', role: 'contact' };
  if (destination === 'nature.description' || soundsPersonal(destination)) return freeText;
  return destination.startsWith('extra.') ? { fact: 'ownField', role: 'writer' } : null;
}
