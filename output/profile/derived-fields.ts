import type { Person } from '../../shared/asset/people.ts';
import type { Asset } from '../../shared/asset.ts';
import type { Profile } from './profile.ts';

/** A text made of an asset and the profile; empty when it is not known. */
export type Derived = (asset: Asset, profile: Profile) => string;

/** The fields that a profile may name besides those of the asset itself. */
export const derivedFields = {
  /** CI type of the asset's class, by the profile's `types`. */
  type: (asset, profile) => profile.types[asset.nature.class],
  /** Status name of the asset's life status, by the profile's `statuses`; empty leaves the status to Octopus. */
  status: (asset, profile) => profile.statuses[asset.life.status] ?? '',
  /** `DOMAIN\login` of the primary user; the login alone where the domain is not known, else the UPN. */
  primaryUserLogin: ({ people }) => loginOf(people.primaryUser),
  /** `DOMAIN\login` of the last user. */
  lastUserLogin: ({ people }) => loginOf(people.lastUser),
  /** Processor name, with the number of sockets in front when there are several: `2 x Intel Xeon Gold 6230`. */
  processorSummary: ({ hardware }) =>
    (hardware.processorSockets ?? 1) > 1 && hardware.processor
      ? `${hardware.processorSockets} x ${hardware.processor}`
      : (hardware.processor ?? ''),
} as const satisfies Readonly<Record<string, Derived>>;

/** The derived field of a name; null when there is none. */
export function derivedField(name: string): Derived | null {
  return isDerived(name) ? derivedFields[name] : null;
}

const isDerived = (name: string): name is keyof typeof derivedFields => Object.hasOwn(derivedFields, name);

function loginOf(person: Person | null): string {
  if (person === null) return '';
  const { login, domain, upn } = person;
  if (login === null) return upn ?? '';
  return domain === null ? login : `${domain}\\${login}`;
}
