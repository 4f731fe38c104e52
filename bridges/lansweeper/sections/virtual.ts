import { day, integer, moment, number, text } from '../../../shared/extract/readers.ts';
import { many, one } from '../../../shared/extract/section.ts';

/** Virtual machines. Guests belong to their host; `virtual-host` is the same tie from the guest's own asset. */
export const virtualSections = {
  vmwareHost: one('vmware-host', {
    version: text,
    biosVersion: text,
    biosDate: day,
    cores: integer,
    sockets: integer,
    threads: integer,
  }),
  vmwareGuests: many('vmware-guest', { guestId: integer, name: text, memoryMb: number, guestOs: text }),
  hyperVGuests: many('hyper-v-guest', { guestId: integer, name: text }),
  /** `platform` is `vmware` or `hyperv`; found by a MAC that the host gave the guest. */
  virtualHosts: many('virtual-host', {
    platform: text,
    hostId: integer,
    hostName: text,
    guestName: text,
    mac: text,
    lastChanged: moment,
  }),
  /** Computers that were read and have a MAC of this asset, which was not read itself. */
  twins: many('twin', { twinId: integer, twinName: text }),
} as const;
