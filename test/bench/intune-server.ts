import { readSampleTenant } from '../../bridges/intune/sample-tenant.ts';
import type { Item } from '../../shared/graph/source.ts';
import type { ReportRow, Tenant } from '../../shared/graph/tenant.ts';
import { padded } from '../fakes/generated-values.ts';
import { inventoryRoles, startGraphServer } from '../fakes/graph/server.ts';

/** A Microsoft Graph with so many laptops, in a process of its own: `intune-server.js DEVICES`. Tells its root. */
const devices = Number(process.argv[2]);
const listPath = '/v1.0/deviceManagement/managedDevices';
const overviewPath = '/v1.0/deviceManagement/managedDeviceOverview';
const template = '00050001';

const sample = readSampleTenant();
const device = sample.collections[listPath]?.find(({ id }) => String(id).startsWith(template));
const reported = sample.reports.DevicesWithInventory?.find(({ DeviceId = '' }) =>
  DeviceId.startsWith(template),
);
if (!device || !reported) throw new Error(`the sample has no device ${template}`);

const idOf = (n: number) => `${n.toString(16).padStart(8, '0')}-5a31-4c0e-9d27-b8e604f1c2a9`;
const upnOf = (n: number) => `u${n % 5000}@grand-heron.example.org`;
const each = <T>(make: (n: number) => T): T[] => Array.from({ length: devices }, (_, n) => make(n));

const tenant: Tenant = {
  documents: { [overviewPath]: { enrolledDeviceCount: devices } },
  collections: {
    '/v1.0/organization': sample.collections['/v1.0/organization'] ?? [],
    [listPath]: each(
      (n): Item => ({
        ...device,
        id: idOf(n),
        deviceName: `PC-${padded(n, 7)}`,
        serialNumber: `QC${padded(n, 7)}`,
        userPrincipalName: upnOf(n),
        azureADDeviceId: idOf(n + 0x40_00_00_00),
      }),
    ),
  },
  reports: {
    DevicesWithInventory: each((n): ReportRow => ({ ...reported, DeviceId: idOf(n), UPN: upnOf(n) })),
    Devices: [],
    AppInvRawData: [],
  },
};
const server = await startGraphServer({ tenant, roles: inventoryRoles });
process.send?.(server.root);
process.once('disconnect', () => process.exit());
