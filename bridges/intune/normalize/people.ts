import type { People } from '../../../shared/asset/people.ts';
import { enrollingPerson, lastPerson, originOf, pickUser } from '../pick/person.ts';
import type { IntuneRecord } from '../record.ts';
import type { IntuneRules } from '../rules.ts';
import type { Part } from './part.ts';

/** The people of the device, each where Intune puts them: who enrolled it is not whose it is. */
export function normalizePeople(record: IntuneRecord, { user: asked }: IntuneRules): Part<People> {
  const user = pickUser(record, asked);
  const person = user.value;
  return {
    value: {
      primaryUser: person,
      affinities: person === null ? [] : [{ person, origin: originOf(asked), consoleMinutes: null }],
      lastUser: lastPerson(record.lastLogon),
      topConsoleUser: null,
      enrolledBy: enrollingPerson(record.list),
      contact: null,
    },
    rules: { 'people.primaryUser': user.rule },
  };
}
