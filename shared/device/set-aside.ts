import type { Identity } from '../asset/identity.ts';
import type { ReadRows } from '../read-device.ts';
import { firmwareUuid } from './firmware-uuid.ts';
import { guid } from './guid.ts';
import { usableMac } from './mac.ts';
import { formatMac } from './mac-form.ts';

/** Why a value that should tell one device from all others does not. */
export const setAsideReasons = ['placeholder', 'virtual', 'short', 'sharedMac', 'sharedUuid'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** A serial, MAC address or UUID that the source gave and nobody can be told by. */
export interface SetAside {
  readonly kind: 'serial' | 'mac' | 'uuid';
  readonly value: string;
  /** Where it was read: the origin of a serial, else section and column. */
  readonly from: string;
  readonly reason: SetAsideReason;
}

/** Everything in the rows of a device that looks like an identity and is none. */
export function setAside(rows: ReadRows, identity: Identity | null): SetAside[] {
  const found: SetAside[] = [];
  for (const { value, origin, validity } of identity?.serials ?? [])
    if (validity !== 'genuine' && value !== identity?.serial)
      found.push({ kind: 'serial', value, from: origin, reason: validity });
  for (const [section, sectionRows] of Object.entries(rows))
    for (const row of sectionRows)
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string') continue;
        const from = `${section}.${column}`;
        if (isSharedMac(column, value)) found.push({ kind: 'mac', value, from, reason: 'sharedMac' });
        if (isSharedUuid(value)) found.push({ kind: 'uuid', value, from, reason: 'sharedUuid' });
      }
  return found;
}

const isSharedMac = (column: string, value: string): boolean =>
  /mac/iu.test(column) && formatMac(value) !== null && usableMac(value) === null;

const isSharedUuid = (value: string): boolean => guid(value) !== null && firmwareUuid(value) === null;
