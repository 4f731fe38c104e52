import type { Item } from '../../shared/graph/source.ts';
import { day, flag, id, instant, positiveNumber, present, type Reader, text, texts } from './readers.ts';

export type Columns = Readonly<Record<string, Reader<unknown>>>;
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ReturnType<C[Name]> };

/**
 * Properties of a managedDevice that its list really fills, in v1.0. The people of these are those who **enrolled** the
 * device. The `$select` of the list is made of these names.
 */
export const listColumns = {
  azureADDeviceId: id,
  deviceName: text,
  serialNumber: text,
  manufacturer: text,
  model: text,
  operatingSystem: text,
  osVersion: text,
  enrolledDateTime: instant,
  lastSyncDateTime: instant,
  complianceState: text,
  managedDeviceOwnerType: text,
  managementState: text,
  managementAgent: text,
  deviceEnrollmentType: text,
  deviceRegistrationState: text,
  deviceCategoryDisplayName: text,
  enrollmentProfileName: text,
  isEncrypted: flag,
  isSupervised: flag,
  jailBroken: flag,
  totalStorageSpaceInBytes: positiveNumber,
  freeStorageSpaceInBytes: positiveNumber,
  wiFiMacAddress: text,
  imei: text,
  meid: text,
  phoneNumber: text,
  subscriberCarrier: text,
  androidSecurityPatchLevel: day,
  partnerReportedThreatState: text,
  configurationManagerClientEnabledFeatures: present,
  userId: id,
  userPrincipalName: text,
  userDisplayName: text,
  emailAddress: text,
} as const satisfies Columns;

/**
 * Columns of the report DevicesWithInventory, by their request names: what the list lacks. The people of these are the
 * **primary** users. Sizes are not among them (their unit is not documented), nor what the list says as well.
 */
export const reportColumns = {
  JoinType: text,
  SkuFamily: text,
  ProcessorArchitecture: text,
  WiFiIPv4Address: text,
  EthernetMAC: text,
  ICCID: text,
  EID: text,
  CellularTechnology: text,
  SystemManagementBIOSVersion: text,
  UserId: id,
  UPN: text,
  UserEmail: text,
  UserName: text,
} as const satisfies Columns;

/** Columns of the report Devices, which is asked for only by `user: lastLoggedOn`. */
export const lastLogonColumns = { LastLoggedOnUserUPN: text } as const satisfies Columns;

/** What only a request for the one device fills, on beta; `hardware…` lie inside of hardwareInformation. */
export const detailColumns = {
  physicalMemoryInBytes: positiveNumber,
  ethernetMacAddress: text,
  iccid: text,
  udid: text,
  notes: text,
  processorArchitecture: text,
  chassisType: text,
} as const satisfies Columns;

/** Properties of hardwareInformation. */
export const hardwareColumns = {
  serialNumber: text,
  productName: text,
  operatingSystemEdition: text,
  operatingSystemProductType: positiveNumber,
  osBuildNumber: text,
  systemManagementBIOSVersion: text,
  tpmSpecificationVersion: text,
  deviceFullQualifiedDomainName: text,
  ipAddressV4: text,
  wiredIPv4Addresses: texts,
  batterySerialNumber: text,
  batteryHealthPercentage: positiveNumber,
  cellularTechnology: text,
  esimIdentifier: text,
} as const satisfies Columns;

/** The client of SCCM, from the beta list of co-managed devices. */
export const clientColumns = { clientIdentifier: text, clientVersion: text } as const satisfies Columns;

export type ListRow = RowOf<typeof listColumns>;
export type ReportRow = RowOf<typeof reportColumns>;
export type LastLogonRow = RowOf<typeof lastLogonColumns>;
export type DetailRow = RowOf<typeof detailColumns> & { readonly hardware: RowOf<typeof hardwareColumns> };
export type ClientRow = RowOf<typeof clientColumns>;

/** All that Intune says about one device. */
export interface IntuneRecord {
  /** managedDevice.id in lower case; new at each enrolment. */
  readonly id: string;
  readonly list: ListRow;
  /** Null where the report has no row for the device. */
  readonly report: ReportRow | null;
  readonly lastLogon: LastLogonRow | null;
  /** Null until it was asked for. */
  readonly detail: DetailRow | null;
  /** Null without a client of SCCM. */
  readonly client: ClientRow | null;
  /** Whether another device, enrolled later, has the same name. */
  readonly nameTaken: boolean;
}

/** Values that were of another kind than expected, by column: they became null. */
export class Unreadable {
  readonly #counts = new Map<string, number>();

  add(column: string): void {
    this.#counts.set(column, (this.#counts.get(column) ?? 0) + 1);
  }

  /** Each column with the number of its values. */
  entries(): Iterable<[string, number]> {
    return this.#counts;
  }
}

/** One typed row of what Graph sent. A value of another kind becomes null and is counted. */
export function readRow<C extends Columns>(columns: C, item: Item, unreadable: Unreadable): RowOf<C> {
  const row: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(columns)) {
    try {
      row[name] = read(item[name]);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      unreadable.add(name);
      row[name] = null;
    }
  }
  return row as RowOf<C>;
}
