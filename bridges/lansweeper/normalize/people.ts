import type { People } from '../../../shared/asset/people.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { listAffinities, pickLastUser, pickPrimaryUser, pickTopUser } from '../pick/people.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { customValue } from './custom.ts';

/** The people of the asset. */
export function normalizePeople(sections: Sections, site: LansweeperSite): Part<People> {
  const affinities = listAffinities(sections, site);
  const primaryUser = pickPrimaryUser(affinities);
  const lastUser = pickLastUser(sections);
  const topConsoleUser = pickTopUser(sections);
  const contact = firstKnown({
    customField: customValue('people.contact', sections, site),
    asset: sections.base.contact,
  });
  return {
    value: {
      primaryUser: primaryUser.value,
      affinities,
      lastUser: lastUser.value,
      topConsoleUser: topConsoleUser.value,
      enrolledBy: null,
      contact: contact.value,
    },
    rules: {
      'people.primaryUser': primaryUser.rule,
      'people.lastUser': lastUser.rule,
      'people.topConsoleUser': topConsoleUser.rule,
      'people.contact': contact.rule,
    },
  };
}
