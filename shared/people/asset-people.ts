import type { People, Person } from '../asset/people.ts';
import type { Asset } from '../asset.ts';
import type { PeopleMode } from './mode.ts';
import { soundsPersonal, withoutHome } from './personal-column.ts';

/**
 * An asset as a mode would have read it, for documents that were kept when more was taken. A name that is made of a login
 * is not among what it changes: no asset has such a name.
 */
export function assetWithin(mode: PeopleMode, asset: Asset): Asset {
  if (mode === 'full') return asset;
  const { nature, hardware, people, links, mobile, extra } = asset;
  const homeless = ({ drive, label, ...rest }: Asset['hardware']['volumes'][number]) => ({
    ...rest,
    drive: withoutHome(drive),
    label: label && withoutHome(label),
  });
  return {
    ...asset,
    nature: { ...nature, description: null, notes: null },
    hardware: mode === 'none' ? { ...hardware, volumes: hardware.volumes.map(homeless) } : hardware,
    people: mode === 'none' ? nobody : identified(people),
    // Of a switch the detail is its port, of any other tie what somebody wrote.
    links: {
      ...links,
      relations: links.relations.map((tie) => (tie.kind === 'connectedTo' ? tie : { ...tie, detail: null })),
    },
    mobile: mobile && { ...mobile, phoneNumber: null },
    extra: Object.fromEntries(Object.entries(extra).filter(([name]) => !soundsPersonal(name))),
  };
}

const nobody: People = {
  primaryUser: null,
  affinities: [],
  lastUser: null,
  topConsoleUser: null,
  enrolledBy: null,
  contact: null,
};

/** People by what identifies them in Octopus. */
function identified(people: People): People {
  const known = (person: Person | null) =>
    person && { ...person, displayName: null, mail: null, employeeId: null };
  return {
    primaryUser: known(people.primaryUser),
    affinities: people.affinities.flatMap(({ person, ...tie }) => {
      const left = known(person);
      return left === null ? [] : [{ ...tie, person: left }];
    }),
    lastUser: known(people.lastUser),
    topConsoleUser: known(people.topConsoleUser),
    enrolledBy: known(people.enrolledBy),
    contact: null,
  };
}
