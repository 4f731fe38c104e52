import type { Row } from '../../shared/sql/rows.ts';
import type { FleetContent } from './generated-fleet.ts';
import { hexadecimal as hex, macOf as mac, padded as text } from './generated-values.ts';

const address = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
const seen = (n: number) => `2026-11-${text(1 + (n % 20), 2)}T0${n % 10}:15:30`;
const login = (n: number) => `u${n % 5000}`;
const isComputer = (n: number) => n % 10 < 8;
/** Rows that only a Windows computer has. */
const inside = (rows: (n: number) => readonly Row[]) => (n: number) => (isComputer(n) ? rows(n) : []);

/** Eight of ten are Windows computers, one a printer, one a telephone. */
const sections: Readonly<Record<string, (n: number) => readonly Row[]>> = {
  asset: (n) => [
    {
      name: `PC-${text(n, 7)}`,
      typeName: isComputer(n) ? 'Windows' : n % 10 === 8 ? 'Printer' : 'VOIP phone',
      stateName: 'Active',
      stateCode: 1,
      domain: 'CORP',
      fqdn: `PC-${text(n, 7)}.corp.example.org`,
      ipAddress: address(n),
      mac: mac(n * 3),
      manufacturer: 'Dell Inc.',
      model: n % 2 ? 'Latitude 5540' : 'OptiPlex 7010',
      serial: `QC${hex(n, 7)}`,
      serialLocked: 0,
      osCode: '10.0.26100',
      osRevision: '2454',
      memoryMb: '16384',
      sockets: '1',
      lastUserDomain: 'CORP',
      lastUserLogin: login(n),
      building: `Immeuble ${n % 12}`,
      firstSeen: '2024-02-01T08:00:00',
      lastSeen: seen(n),
      lastTried: seen(n),
      scanServer: 'LAN01',
    },
  ],
  'os-name': inside(() => [{ name: 'Win 11' }]),
  'operating-system': inside(() => [
    {
      caption: 'Microsoft Windows 11 Entreprise',
      version: '10.0.26100',
      productType: '1',
      usableKb: '16481388',
    },
  ]),
  'computer-system': inside(() => [
    { domainRole: 1, systemType: 'x64-based PC', sockets: '1', partOfDomain: true },
  ]),
  product: inside((n) => [{ uuid: `4C4C4544-0031-3010-8044-${hex(n, 12)}` }]),
  bios: inside((n) => [
    {
      manufacturer: 'Dell Inc.',
      version: '1.18.0',
      released: '2025-04-01T00:00:00',
      serial: `QC${hex(n, 7)}`,
    },
  ]),
  enclosure: inside((n) => [{ chassisCode: n % 2 ? '10' : '3', serial: `QC${hex(n, 7)}` }]),
  processor: inside(() => [
    {
      deviceId: 'CPU0',
      name: '13th Gen Intel(R) Core(TM) i5-1345U',
      maxMhz: '1600',
      cores: '10',
      threads: '12',
    },
  ]),
  'memory-module': inside(() => [
    { slot: 'DIMM A', capacityBytes: '8589934592', speedMhz: '3200' },
    { slot: 'DIMM B', capacityBytes: '8589934592', speedMhz: '3200' },
  ]),
  'physical-disk': inside(() => [
    {
      device: '\\\\.\\PHYSICALDRIVE0',
      model: 'NVMe 512GB',
      interfaceType: 'SCSI',
      sizeBytes: '512110190592',
    },
  ]),
  volume: inside(() => [
    { drive: 'C:', fileSystem: 'NTFS', sizeBytes: '510770802688', freeBytes: '220200960000' },
    { drive: 'D:', fileSystem: 'NTFS', sizeBytes: '943718400', freeBytes: '314572800' },
  ]),
  'network-configuration': inside((n) => [
    {
      description: 'Intel(R) Ethernet Connection',
      mac: mac(n * 3),
      addresses: `${address(n)},fe80::1`,
      masks: '255.255.0.0,64',
      gateways: '10.0.0.1',
      dhcp: 1,
    },
  ]),
  'network-adapter': inside((n) => [0, 1, 2].map((at) => ({ name: `Adapter ${at}`, mac: mac(n * 3 + at) }))),
  'mac-address': (n) => [0, 1, 2].map((at) => ({ mac: mac(n * 3 + at) })),
  'encryptable-volume': inside(() => [{ drive: 'C:', protection: 1 }]),
  tpm: inside(() => [{ specVersion: '2.0, 0, 1.38', enabled: 1, activated: 1, owned: 1 }]),
  monitor: inside((n) => [{ manufacturer: 'Dell', model: 'DELL P2422H', serial: `7XK${hex(n, 6)}` }]),
  'directory-computer': inside(() => [{ ou: 'OU=Administration,OU=Postes,DC=corp,DC=example,DC=org' }]),
  'switch-port': (n) => [
    {
      switchId: 1,
      switchName: `com-${n % 400}`,
      port: `Port ${n % 48}`,
      mac: mac(n * 3),
      online: 1,
      lastSeen: seen(n),
    },
  ],
  user: inside((n) => [
    { domain: 'CORP', login: login(n), objectId: n % 5000, displayName: `Personne ${n % 5000}` },
  ]),
  logon: inside((n) => [
    { domain: 'CORP', login: login(n), logons: 41, lastLogon: seen(n) },
    { domain: 'CORP', login: login(n + 1), logons: 2, lastLogon: seen(n) },
  ]),
  'custom-field': (n) => [{ custom1: `IMM-${text(n, 6)}` }],
  'ip-location': (n) => [{ name: `Immeuble ${n % 12}` }],
  'last-scan': inside((n) => [{ lastScan: seen(n) }]),
  toner: (n) => (n % 10 === 8 ? [{ number: 1, name: 'Noir', maximum: '100', remaining: '40' }] : []),
};

/** A LanSweeper installation: about 29 rows a computer. */
export const lansweeperFleet: FleetContent = {
  key: 'assetId',
  firstKey: 1,
  site: [{ kind: 'scanServer', name: 'LAN01', version: '12.4.1.3' }],
  sections,
};
