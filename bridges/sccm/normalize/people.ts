import type { People } from '../../../shared/asset/people.ts';
import type { Part } from '../../../shared/asset.ts';
import { pickLastUser, pickTopConsoleUser } from '../pick/last-user.ts';
import { listAffinities, pickPrimaryUser } from '../pick/primary-user.ts';
import type { Sections } from '../record.ts';

/** The people of the device. */
export function normalizePeople(sections: Sections): Part<People> {
  const affinities = listAffinities(sections);
  const primaryUser = pickPrimaryUser(affinities);
  const lastUser = pickLastUser(sections);
  const topConsoleUser = pickTopConsoleUser(sections);
  return {
    value: {
      primaryUser: primaryUser.value,
      affinities,
      lastUser: lastUser.value,
      topConsoleUser: topConsoleUser.value,
      enrolledBy: null,
      contact: null,
    },
    rules: {
      'people.primaryUser': primaryUser.rule,
      'people.lastUser': lastUser.rule,
      'people.topConsoleUser': topConsoleUser.rule,
    },
  };
}
