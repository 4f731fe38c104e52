import type { Asset } from '../asset.ts';
import { ownAddresses } from '../device/own-address.ts';
import { trustedSerial } from '../device/serial.ts';

/** One row that is to be published, with what tells it from every other one. */
export interface PlannedRow {
  readonly key: string;
  readonly name: string;
  readonly class: string;
  /** Site of the organisation that the source puts it in. */
  readonly place: string | null;
  /** The last asset of a device that was retired here. */
  readonly retired?: boolean;
  readonly identities: Identities;
  /** The cells in the order of the headers. */
  readonly cells: readonly string[];
}

/** What can tell one device again, the surest first; null where the source does not say. */
export interface Identities {
  /** Maker and serial; null unless both are known. */
  readonly hardware: string | null;
  /** SMBIOS UUID. */
  readonly uuid: string | null;
  /** Entra device id, else the client's id. */
  readonly device: string | null;
  /** Every MAC address that is the device's own, in order. */
  readonly address: string | null;
}

/** What tells an asset again in a later run, whatever became of its key. */
export function identitiesOf(asset: Asset): Identities {
  const { identity, nature } = asset;
  const { firmwareUuid, entraDeviceId, clientId } = identity;
  const serial = trustedSerial(identity);
  const maker = nature.manufacturer;
  const addresses = ownAddresses(asset);
  return {
    hardware: serial !== null && maker !== null ? `${maker}|${serial}`.toUpperCase() : null,
    uuid: firmwareUuid,
    device: (entraDeviceId ?? clientId)?.toUpperCase() ?? null,
    address: addresses.length > 0 ? addresses.join(' ') : null,
  };
}

/** What the row of an asset has besides its cells. */
export function rowOf(asset: Asset): Omit<PlannedRow, 'cells'> {
  const { identity, place, nature, life } = asset;
  const retired = life.absentOn !== undefined;
  const about = { key: identity.key, name: place.name, class: nature.class, place: placeOf(asset) };
  return { ...about, retired, identities: identitiesOf(asset) };
}

/** The organisation's site, by the first source of it that is known. */
export const placeOf = ({ place }: Asset): string | null =>
  place.assignedSite ?? place.ipLocation ?? place.adSite;
