/** How much of people a run may take from its source: `rules.people`. */
export const peopleModes = ['full', 'identifier', 'none'] as const;
export type PeopleMode = (typeof peopleModes)[number];

/**
 * What something tells of a person: who it is in Octopus; what ties the person to the device and decides between several;
 * anything else; or what nobody knows, as only the site can say what it put there.
 */
export const personalKinds = ['identifier', 'tie', 'detail', 'unknown'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Whether a run of this mode may take it. What nobody knows is taken, and told. */
export function keepsKind(mode: PeopleMode, kind: PersonalKind): boolean {
  if (mode === 'full' || kind === 'unknown') return true;
  return mode === 'identifier' && kind !== 'detail';
}

/** Whether one mode takes less than another. */
export const isStricter = (mode: PeopleMode, than: PeopleMode): boolean =>
  peopleModes.indexOf(mode) > peopleModes.indexOf(than);
