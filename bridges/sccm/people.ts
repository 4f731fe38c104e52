import type { PersonalColumn, PersonalRole, PersonalSections } from '../../shared/people/personal-column.ts';

const account = (role: PersonalRole): PersonalColumn => ({ fact: 'account', role });

/**
 * Every column that tells of a person, by section. A section that has no other column is not read where `rules.people` is
 * `none`. docs/data.md shows the same as a table.
 */
export const people = {
  system: {
    lastUserDomain: { fact: 'domain', role: 'lastUser' },
    lastUserLogin: { fact: 'login', role: 'lastUser' },
  },
  'computer-system': { userName: account('lastUser') },
  'primary-user': { uniqueName: account('primaryUser'), created: { fact: 'origin', role: 'primaryUser' } },
  'primary-user-source': {
    uniqueName: account('primaryUser'),
    sourceId: { fact: 'origin', role: 'primaryUser' },
  },
  'user-usage': {
    uniqueName: account('primaryUser'),
    consoleMinutes: { fact: 'use', role: 'primaryUser' },
    lastLogin: { fact: 'use', role: 'primaryUser' },
  },
  user: {
    uniqueName: account('anyUser'),
    login: { fact: 'login', role: 'anyUser' },
    domain: { fact: 'domain', role: 'anyUser' },
    displayName: { fact: 'displayName', role: 'anyUser' },
    upn: { fact: 'upn', role: 'anyUser' },
    mail: { fact: 'mail', role: 'anyUser' },
  },
  'console-usage': { topUser: account('topUser') },
  'console-user': {
    consoleUser: account('topUser'),
    minutes: { fact: 'use', role: 'topUser' },
    lastUse: { fact: 'use', role: 'topUser' },
  },
} as const satisfies PersonalSections;
