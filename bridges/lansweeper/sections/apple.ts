import { flag, integer, text } from '../../../shared/extract/readers.ts';
import { many, one } from '../../../shared/extract/section.ts';

/** Apple Mac: sizes and speeds are texts. */
export const appleSections = {
  macHardware: one('mac-hardware', {
    machineName: text,
    model: text,
    processor: text,
    cores: integer,
    sockets: integer,
    speed: text,
    memory: text,
    bootRom: text,
    serial: text,
    uuid: text,
  }),
  macOs: one('mac-os', { systemVersion: text, computerName: text, userName: text }),
  macMemoryModules: many('mac-memory', { slot: text, size: text, speed: text, status: text }),
  macNetworks: many('mac-network', {
    name: text,
    hardware: text,
    device: text,
    mac: text,
    ipv4: text,
    mask: text,
    ipv6: text,
    gateway: text,
  }),
  macDisplays: many('mac-display', { name: text, displayType: text, builtIn: flag }),
} as const;
