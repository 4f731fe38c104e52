import type { Item } from './source.ts';

/** A row of a report, by the column names that a request takes; a column that is not there is empty. */
export type ReportRow = Readonly<Record<string, string>>;

/** What Graph would answer about a tenant; the sample of the Intune bridge and the tests are such data. */
export interface Tenant {
  /** Single documents, by path without its query: `/v1.0/deviceManagement/managedDeviceOverview`. */
  readonly documents: Readonly<Record<string, Item>>;
  /** Collections, by path without its query: `/v1.0/deviceManagement/managedDevices`. */
  readonly collections: Readonly<Record<string, readonly Item[]>>;
  /** Items on a page of a collection; a thousand, as Intune has it, unless the tenant is a small one. */
  readonly pageSize?: number;
  /** Reports, by `reportName`. */
  readonly reports: Readonly<Record<string, readonly ReportRow[]>>;
}
