import type { Person } from '../../shared/asset/people.ts';
import type { Asset } from '../../shared/asset.ts';
import { dayOf } from '../../shared/instant.ts';
import { fieldValue } from './asset-fields.ts';
import { dayText } from './cell-format.ts';
import type { Profile } from './profile.ts';

/** A text made of an asset and the profile; empty when it is not known. */
export type Derived = (asset: Asset, profile: Profile) => string;

/** The fields that a profile may name besides those of the asset itself. */
export const derivedFields = {
  /** CI type of the asset's class, by the profile's `types`. */
  type: (asset, profile) => profile.types[asset.nature.class],
  /** Status name by the profile's `statuses`; empty leaves it to Octopus, which refuses a retirement without a day. */
  status: (asset, profile) => (isRetiredWithoutDay(asset, profile) ? '' : statusName(asset, profile)),
  /** Day of the retirement by the profile's `retirement`, where the status of the row is the retired one. */
  retirementDate: (asset, profile) => {
    const day = isRetired(asset, profile) ? retirementDay(asset, profile) : null;
    return day === null ? '' : dayText(day, profile.forms.date);
  },
  /** `DOMAIN\login` of the primary user; the login alone where the domain is not known, else the UPN. */
  primaryUserLogin: ({ people }) => loginOf(people.primaryUser),
  /** `DOMAIN\login` of the last user. */
  lastUserLogin: ({ people }) => loginOf(people.lastUser),
  /** Processor name, with the number of sockets in front when there are several: `2 x Intel Xeon Gold 6230`. */
  processorSummary: ({ hardware }) =>
    (hardware.processorSockets ?? 1) > 1 && hardware.processor
      ? `${hardware.processorSockets} x ${hardware.processor}`
      : (hardware.processor ?? ''),
  /** What a printer has left of each supply: `Toner noir 40 %, Tambour`. */
  supplyLevels: ({ printing }, { language }) => {
    const percent = language === 'fr' ? ' %' : '%';
    const levels = (printing?.supplies ?? []).map((supply) =>
      supply.percent === null ? supply.name : `${supply.name} ${supply.percent}${percent}`,
    );
    return levels.join(', ');
  },
} as const satisfies Readonly<Record<string, Derived>>;

/** The derived field of a name; null when there is none. */
export function derivedField(name: string): Derived | null {
  return isDerived(name) ? derivedFields[name] : null;
}

const isDerived = (name: string): name is keyof typeof derivedFields => Object.hasOwn(derivedFields, name);

/** Whether the profile would retire this asset and no field says since when. */
export const isRetiredWithoutDay = (asset: Asset, profile: Profile): boolean =>
  isRetired(asset, profile) && retirementDay(asset, profile) === null;

/** A device that was retired here has the status that retires, whatever its states are called. */
const statusName = ({ life }: Asset, { statuses, retirement }: Profile): string =>
  (life.absentOn === undefined ? statuses[life.status] : retirement?.status) ?? '';

const isRetired = (asset: Asset, profile: Profile): boolean =>
  profile.retirement !== null && statusName(asset, profile) === profile.retirement.status;

/** A day that the source knows, never the day of the run: the same source gives the same rows on any day. */
function retirementDay(asset: Asset, { retirement }: Profile): string | null {
  for (const field of retirement?.dates ?? []) {
    const known = fieldValue(field)(asset);
    if (typeof known === 'string' && /^\d{4}-\d\d-\d\d/.test(known)) return dayOf(known);
  }
  return asset.life.absentOn ?? null;
}

function loginOf(person: Person | null): string {
  if (person === null) return '';
  const { login, domain, upn } = person;
  if (login === null) return upn ?? '';
  return domain === null ? login : `${domain}\\${login}`;
}
