import type { ReportRow, Tenant } from '../../../shared/graph/tenant.ts';
import { tenantId } from './application.ts';

/** How large an invented tenant is. */
export interface TenantSize {
  readonly devices: number;
  /** Rows of the software report. */
  readonly software?: number;
}

const guidOf = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A small invented tenant: enough to read, page, batch and export. */
export function inventedTenant({ devices, software = 3 }: TenantSize): Tenant {
  const list = Array.from({ length: devices }, (_, number) => ({
    id: guidOf(number),
    deviceName: `PC-${String(number).padStart(6, '0')}`,
    operatingSystem: 'Windows',
    serialNumber: `ZZ${number}`,
  }));
  const details = list.map((device) => [
    `/beta/deviceManagement/managedDevices/${device.id}`,
    { ...device, physicalMemoryInBytes: 16_911_433_728 },
  ]);
  const inventory = list.map(
    ({ id, deviceName }): ReportRow => ({ DeviceId: id, DeviceName: deviceName, UPN: '' }),
  );
  const applications = Array.from(
    { length: software },
    (_, number): ReportRow => ({
      ApplicationKey: `key-${number}`,
      ApplicationName: `Éditeur "Exemple", n° ${number}`,
      ApplicationVersion: '4.2.0',
      DeviceId: guidOf(number % Math.max(1, devices)),
    }),
  );
  return {
    documents: {
      '/v1.0/deviceManagement/managedDeviceOverview': { enrolledDeviceCount: devices },
      ...Object.fromEntries(details),
    },
    collections: {
      '/v1.0/organization': [{ id: tenantId, displayName: 'Contoso inventé' }],
      '/v1.0/deviceManagement/managedDevices': list,
    },
    reports: { DevicesWithInventory: inventory, AppInvRawData: applications },
  };
}
