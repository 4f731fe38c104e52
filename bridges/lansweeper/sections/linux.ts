import { integer, text } from '../../../shared/extract/readers.ts';
import { many, one } from '../../../shared/extract/section.ts';

/** Linux and Unix: sizes, speeds and dates are texts as the commands of the machine print them. */
export const linuxSections = {
  linuxSystem: one('linux-system', {
    manufacturer: text,
    productName: text,
    version: text,
    serial: text,
    uuid: text,
    sku: text,
    hostName: text,
    osRelease: text,
    kernelRelease: text,
    architecture: text,
  }),
  linuxBios: one('linux-bios', { vendor: text, version: text, released: text }),
  linuxEnclosures: many('linux-enclosure', {
    chassisCode: integer,
    serial: text,
    assetTag: text,
    manufacturer: text,
  }),
  linuxProcessors: many('linux-processor', {
    socket: text,
    name: text,
    manufacturer: text,
    maxSpeed: text,
    status: text,
  }),
  linuxMemoryModules: many('linux-memory', {
    slot: text,
    bank: text,
    size: text,
    speed: text,
    manufacturer: text,
  }),
  /** Mounted file systems, in spite of the name of the table. */
  linuxFileSystems: many('linux-file-system', {
    fileSystem: text,
    size: text,
    used: text,
    available: text,
    mountedOn: text,
  }),
  linuxVolumes: many('linux-volume', {
    path: text,
    volumeType: text,
    size: text,
    mountPoint: text,
    label: text,
  }),
  linuxNetworks: many('linux-network', {
    name: text,
    link: text,
    mac: text,
    ipv4: text,
    ipv6: text,
    mask: text,
    gateway: text,
  }),
} as const;
