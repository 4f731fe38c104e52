import { day, flag, integer, moment, number, text } from '../../shared/extract/readers.ts';
import type { DeviceRecord, SectionSet } from '../../shared/extract/section.ts';
import { appleSections } from './sections/apple.ts';
import { linuxSections } from './sections/linux.ts';
import { networkSections } from './sections/network.ts';
import { peopleSections } from './sections/people.ts';
import { upkeepSections } from './sections/upkeep.ts';
import { virtualSections } from './sections/virtual.ts';
import { windowsSections } from './sections/windows.ts';

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

/**
 * What each section returns besides its key `assetId`; the names are the aliases in `queries/lansweeper/*.sql`,
 * which name the table and column of each. Units are said in the name; columns without one are texts to be parsed.
 * The keyless section `site` is read first: rows of `kind` scanServer, customField, assetType and state.
 */
export const sections = {
  base,
  ...windowsSections,
  ...linuxSections,
  ...appleSections,
  ...networkSections,
  ...virtualSections,
  ...peopleSections,
  ...upkeepSections,
} as const satisfies SectionSet;

/** One device with everything its sections said. */
export type LansweeperRecord = DeviceRecord<typeof sections>;
/** The rows of one section, as `normalize` and the picks see them. */
export type Sections = LansweeperRecord['sections'];
