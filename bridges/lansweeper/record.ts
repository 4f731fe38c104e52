import { day, flag, integer, moment, number, text } from '../../shared/extract/readers.ts';
import { type DeviceRecord, many, one, type SectionSet } from '../../shared/extract/section.ts';

/** One value a column: the free fields of `tblAssetCustom`, whose labels are in the site section. */
const customFields = {
  custom1: text,
  custom2: text,
  custom3: text,
  custom4: text,
  custom5: text,
  custom6: text,
  custom7: text,
  custom8: text,
  custom9: text,
  custom10: text,
  custom11: text,
  custom12: text,
  custom13: text,
  custom14: text,
  custom15: text,
  custom16: text,
  custom17: text,
  custom18: text,
  custom19: text,
  custom20: text,
} as const;

/** Who exists: the spine, of any type and state. */
const base = {
  name: 'asset',
  grain: 'one',
  required: true,
  columns: {
    name: text,
    assetUnique: text,
    typeCode: integer,
    typeName: text,
    stateCode: integer,
    stateName: text,
    domain: text,
    fqdn: text,
    dnsName: text,
    ipAddress: text,
    mac: text,
    description: text,
    manufacturer: text,
    model: text,
    sku: text,
    serial: text,
    serialLocked: flag,
    osCode: text,
    featureVersion: text,
    osRevision: text,
    servicePack: integer,
    memoryMb: number,
    processor: text,
    sockets: integer,
    lastUserDomain: text,
    lastUserLogin: text,
    contact: text,
    location: text,
    building: text,
    department: text,
    branch: text,
    barcode: text,
    orderNumber: text,
    purchased: day,
    warrantyUntil: day,
    printedPages: number,
    printerStatus: text,
    comments: text,
    firstSeen: moment,
    lastSeen: moment,
    lastTried: moment,
    scanServer: text,
    agentVersion: text,
  },
} as const satisfies SectionSet['base'];

/** Windows: one table a subject, the newest row counts where one is expected. */
const windows = {
  osName: one('os-name', { name: text }),
  operatingSystem: one('operating-system', {
    caption: text,
    version: text,
    productType: integer,
    servicePack: integer,
    installed: day,
    usableKb: number,
  }),
  computerSystem: one('computer-system', {
    domainRole: integer,
    domainRoleName: text,
    model: text,
    systemType: text,
    sockets: integer,
    memoryBytes: number,
    partOfDomain: flag,
  }),
  product: one('product', { uuid: text, version: text }),
  bios: one('bios', { manufacturer: text, caption: text, version: text, released: day, serial: text }),
  enclosures: many('enclosure', {
    chassisCode: integer,
    chassisName: text,
    serial: text,
    assetTag: text,
    manufacturer: text,
  }),
  baseBoards: many('base-board', { serial: text, manufacturer: text, product: text }),
  processors: many('processor', {
    deviceId: text,
    name: text,
    manufacturer: text,
    maxMhz: number,
    cores: integer,
    threads: integer,
  }),
  memoryModules: many('memory-module', { slot: text, capacityBytes: number, speedMhz: number }),
  physicalDisks: many('physical-disk', {
    device: text,
    model: text,
    serial: text,
    firmware: text,
    interfaceType: text,
    sizeBytes: number,
    status: text,
  }),
  volumes: many('volume', {
    drive: text,
    label: text,
    fileSystem: text,
    sizeBytes: number,
    freeBytes: number,
  }),
  displayAdapters: many('video-controller', { name: text }),
  adapterConfigurations: many('network-configuration', {
    description: text,
    mac: text,
    addresses: text,
    masks: text,
    gateways: text,
    dhcp: flag,
    hostName: text,
    dnsDomain: text,
  }),
  adapters: many('network-adapter', {
    name: text,
    connection: text,
    manufacturer: text,
    mac: text,
    enabled: flag,
  }),
  encryptableVolumes: many('encryptable-volume', { drive: text, protection: flag }),
  tpm: one('tpm', { specVersion: text, enabled: flag, activated: flag, owned: flag }),
  batteries: many('battery', { name: text }),
  portableBatteries: many('portable-battery', { name: text }),
  monitors: many('monitor', { manufacturer: text, model: text, serial: text, manufactured: day }),
} as const;

/** Linux and Unix: sizes, speeds and dates are texts as the commands of the machine print them. */
const linux = {
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

/** Apple Mac: sizes and speeds are texts. */
const mac = {
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

/** Network: every platform, and what answers SNMP. */
const network = {
  macs: many('mac-address', { mac: text }),
  ipLocation: one('ip-location', { name: text }),
  snmpInterfaces: many('snmp-interface', {
    interfaceIndex: integer,
    name: text,
    description: text,
    mac: text,
    address: text,
    mask: text,
    gateway: text,
  }),
  /** Where the asset is plugged in: ports of switches that see one of its MACs, uplinks left out. */
  switchPorts: many('switch-port', {
    switchId: integer,
    switchName: text,
    interfaceIndex: integer,
    port: text,
    interfaceName: text,
    mac: text,
    online: flag,
    lastSeen: moment,
  }),
  toners: many('toner', { number: integer, name: text, color: text, maximum: number, remaining: number }),
} as const;

/** Virtual machines. Guests belong to their host; `virtual-host` is the same tie from the guest's own asset. */
const virtual = {
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
} as const;

/** People: ties are by login and domain together, `users` says who that is in the directory. */
const people = {
  directoryComputer: one('directory-computer', {
    ou: text,
    description: text,
    location: text,
    company: text,
    managerObjectId: integer,
  }),
  /** Everybody tied to the asset who is in the directory: last user, logons, relations, manager (by `objectId`). */
  users: many('user', {
    domain: text,
    login: text,
    objectId: integer,
    displayName: text,
    upn: text,
    mail: text,
    employeeNumber: text,
    employeeId: text,
  }),
  logons: many('logon', { domain: text, login: text, logons: integer, lastLogon: moment }),
  /** Ties that hold today. */
  userRelations: many('user-relation', {
    domain: text,
    login: text,
    typeCode: integer,
    typeName: text,
    started: day,
  }),
} as const;

/** What the organisation and the scanner wrote about the asset. */
const upkeep = {
  customFields: one('custom-field', customFields),
  warranties: many('warranty', { started: day, ended: day, service: text }),
  groups: many('group', { name: text, builtIn: flag }),
  /** Numbers that were merged into this asset. */
  mergedAssets: many('merged-asset', { oldAssetId: integer }),
  /** Ties that hold today, at the child; `name` and `reverseName` as the site writes them. */
  relations: many('relation', {
    parentId: integer,
    parentName: text,
    parentTypeName: text,
    typeCode: integer,
    name: text,
    reverseName: text,
    comments: text,
  }),
  /** Kinds of error, never their texts. */
  scanErrors: many('scan-error', { code: integer, message: text, lastError: moment }),
  lastScan: one('last-scan', { lastScan: moment }),
} as const;

/**
 * What each section returns besides its key `assetId`; the names are the aliases in `queries/lansweeper/*.sql`,
 * which name the table and column of each. Units are said in the name; columns without one are texts to be parsed.
 * The keyless section `site` is read first: rows of `kind` scanServer, customField, assetType and state.
 */
export const sections = {
  base,
  ...windows,
  ...linux,
  ...mac,
  ...network,
  ...virtual,
  ...people,
  ...upkeep,
} as const satisfies SectionSet;

/** One device with everything its sections said. */
export type LansweeperRecord = DeviceRecord<typeof sections>;
/** The rows of one section, as `normalize` and the picks see them. */
export type Sections = LansweeperRecord['sections'];
