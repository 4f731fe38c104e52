import type { Row } from '../../shared/sql/rows.ts';
import type { FleetContent } from './generated-fleet.ts';
import { hexadecimal as hex, macOf as mac, padded as text } from './generated-values.ts';

const uuid = (n: number) => `4C4C4544-0031-3010-8044-${hex(n, 12)}`;
const seen = (n: number) => `2026-11-${text(1 + (n % 20), 2)}T0${n % 10}:15:30`;

/** The rows of one device by section; a section that is not named here is empty. */
const sections: Readonly<Record<string, (n: number) => readonly Row[]>> = {
  system: (n) => [
    {
      netbiosName: `PC-${text(n, 7)}`,
      name: `PC-${text(n, 7)}`,
      client: 1,
      active: 1,
      obsolete: 0,
      decommissioned: 0,
      clientId: `GUID:${uuid(n)}`,
      smbiosGuid: uuid(n),
      dnsDomain: 'corp.example.org',
      domainOrWorkgroup: 'CORP',
      osBuild: '10.0.22631',
      virtualMachine: false,
      lastUserDomain: 'CORP',
      lastUserLogin: `u${n % 5000}`,
      adSite: `Site-${n % 12}`,
    },
  ],
  // Read with the software only: thirty programs a machine, of which two are the same.
  software: (n) =>
    Array.from({ length: 30 }, (_, index) => {
      const program = (n * 7 + Math.min(index, 28)) % 4000;
      const publisher = program % 2 ? 'Logiciels Fictifs inc.' : null;
      return { name: `Programme ${program}`, version: `${program % 10}.1`, publisher, installed: '20240131' };
    }),
  'computer-system': (n) => [
    {
      name: `PC-${text(n, 7)}`,
      domain: 'corp.example.org',
      domainRole: 1,
      manufacturer: 'Dell Inc.',
      model: n % 2 ? 'Latitude 5440' : 'OptiPlex 7010',
      sockets: 1,
      systemType: 'x64-based PC',
      userName: `CORP\\u${n % 5000}`,
    },
  ],
  bios: (n) => [
    {
      manufacturer: 'Dell Inc.',
      version: '1.18.0',
      released: '2025-04-01T00:00:00',
      serial: `QC${hex(n, 7)}`,
    },
  ],
  enclosure: (n) => [
    { tag: 'System Enclosure 0', chassisTypes: n % 2 ? '10' : '3', serial: `QC${hex(n, 7)}` },
  ],
  'operating-system': () => [
    {
      caption: 'Microsoft Windows 11 Entreprise',
      version: '10.0.22631',
      build: '22631',
      editionCode: 4,
      architecture: '64 bits',
      productType: 1,
      installed: '2025-02-03T00:00:00',
    },
  ],
  processor: () => [
    {
      deviceId: 'CPU0',
      name: '13th Gen Intel(R) Core(TM) i5-1345U',
      manufacturer: 'GenuineIntel',
      maxMhz: 1600,
      cores: 10,
      threads: 12,
    },
  ],
  memory: () => [{ usableKb: '16467328' }],
  'memory-module': () => [
    { slot: 'DIMM A', capacityMb: '8192', speedMhz: 3200 },
    { slot: 'DIMM B', capacityMb: '8192', speedMhz: 3200 },
  ],
  disk: () => [
    {
      diskIndex: 0,
      model: 'NVMe 512GB',
      sizeMb: '488384',
      interfaceType: 'SCSI',
      mediaType: 'Fixed hard disk media',
    },
  ],
  volume: () => [
    { drive: 'C:', driveType: 3, fileSystem: 'NTFS', sizeMb: '487000', freeMb: '210000' },
    { drive: 'D:', driveType: 3, fileSystem: 'NTFS', sizeMb: '900', freeMb: '300' },
  ],
  'network-adapter': (n) =>
    [0, 1, 2].map((at) => ({
      adapterIndex: at,
      adapterType: 'Ethernet 802.3',
      name: `Adapter ${at}`,
      mac: mac(n * 3 + at),
    })),
  'network-configuration': (n) => [
    {
      adapterIndex: 0,
      description: 'Intel(R) Ethernet Connection',
      mac: mac(n * 3),
      addresses: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}, fe80::1`,
      masks: '255.255.0.0, 64',
      gateways: '10.0.0.1',
      dhcp: 1,
    },
  ],
  'ip-address': (n) => [{ address: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` }],
  'mac-address': (n) => [0, 1, 2].map((at) => ({ mac: mac(n * 3 + at) })),
  ou: () => [{ ou: 'CORP/POSTES' }, { ou: 'CORP/POSTES/ADMINISTRATION' }],
  'workstation-status': (n) => [{ lastHardwareScan: seen(n) }],
  'client-health': (n) => [{ activeStatus: 1, state: 'Active/Pass', lastActive: seen(n) }],
  'primary-user': (n) => [{ uniqueName: `CORP\\u${n % 5000}`, created: '2025-01-01T00:00:00' }],
  'primary-user-source': (n) => [{ uniqueName: `CORP\\u${n % 5000}`, sourceId: 4 }],
  user: (n) => [
    {
      uniqueName: `CORP\\u${n % 5000}`,
      login: `u${n % 5000}`,
      domain: 'CORP',
      displayName: `Personne ${n % 5000}`,
    },
  ],
  'video-controller': () => [{ name: 'Intel(R) Iris(R) Xe Graphics' }],
};

/** A SCCM site: about 27 rows a device. */
export const sccmFleet: FleetContent = {
  key: 'resourceId',
  firstKey: 16_777_216,
  site: [{ siteCode: 'GEN', siteType: 2 }],
  sections,
};
