import type { PersonalSections } from '../../shared/people/personal-column.ts';
import { isManagementName } from './pick/name.ts';

/**
 * Every property that tells of a person, by request: what `rules.people` withholds is not even asked for. docs/data.md
 * shows the same as a table.
 */
export const people = {
  managedDevices: {
    deviceName: {
      fact: 'managementName',
      role: 'enrolledBy',
      withheld: (name) => (isManagementName(name) ? null : name),
    },
    phoneNumber: { fact: 'phone', role: 'holder' },
    userId: { fact: 'entraId', role: 'enrolledBy' },
    userPrincipalName: { fact: 'upn', role: 'enrolledBy' },
    userDisplayName: { fact: 'displayName', role: 'enrolledBy' },
    emailAddress: { fact: 'mail', role: 'enrolledBy' },
  },
  DevicesWithInventory: {
    UserId: { fact: 'entraId', role: 'primaryUser' },
    UPN: { fact: 'upn', role: 'primaryUser' },
    UserEmail: { fact: 'mail', role: 'primaryUser' },
    UserName: { fact: 'displayName', role: 'primaryUser' },
  },
  Devices: { LastLoggedOnUserUPN: { fact: 'upn', role: 'lastUser' } },
  details: { notes: { fact: 'freeText', role: 'writer' } },
} as const satisfies PersonalSections;
