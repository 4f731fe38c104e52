import { join } from 'node:path';
import type { Item } from '../../shared/graph/source.ts';
import type { Tenant } from '../../shared/graph/tenant.ts';
import { packageRoot } from '../../shared/package-root.ts';
import type { SampleCatalogue } from '../../shared/sample/catalogue.ts';
import { readFleet, type SampleValue } from '../../shared/sample/fleet.ts';
import { fleetRows, type SampleRow } from '../../shared/sample/rows.ts';

/** Folder of the embedded sample. */
export const sampleFolder = join(packageRoot, 'bridges', 'intune', 'sample');

/** Small enough that the sample has several pages. */
const pageSize = 20;

/** What the files of the sample may speak of. */
const views = ['organization', 'device', 'report', 'logon', 'detail', 'client', 'software'] as const;
type View = (typeof views)[number];

const catalogue: SampleCatalogue = new Map(views.map((view) => [view, new Map()]));
const devices = '/deviceManagement/managedDevices';

/** The invented tenant as Graph would tell it. Throws `ConfigError` when a file of the sample is wrong. */
export function readSampleTenant(): Tenant {
  const rows = fleetRows(readFleet(sampleFolder), catalogue);
  const items = (view: View) => rows.filter((row) => row.view === view).map(nested);
  const table = (view: View) => rows.filter((row) => row.view === view).map(texts);
  const listed = items('device');
  const clients = items('client');
  const details = items('detail').map((item) => [`/beta${devices}/${item.id}`, item] as const);
  return {
    pageSize,
    documents: {
      '/v1.0/deviceManagement/managedDeviceOverview': {
        enrolledDeviceCount: new Set(listed.map(({ id }) => id)).size,
        dualEnrolledDeviceCount: clients.length,
      },
      ...Object.fromEntries(details),
    },
    collections: {
      '/v1.0/organization': items('organization'),
      [`/v1.0${devices}`]: listed,
      '/beta/deviceManagement/comanagedDevices': clients,
    },
    reports: {
      DevicesWithInventory: table('report'),
      Devices: table('logon'),
      AppInvRawData: table('software'),
    },
  };
}

/** A document whose names with dots lie inside other documents; a step that is a number makes a list. */
function nested({ columns }: SampleRow): Item {
  const item: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) put(item, name.split('.'), value);
  return item;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: SampleValue) {
  const [next] = rest;
  if (next === undefined) {
    into[step] = value;
  } else if (/^\d+$/.test(next)) {
    into[step] = value === null ? [] : [value];
  } else {
    const inner = Object(into[step] ?? {});
    put(inner, rest, value);
    into[step] = inner;
  }
}

/** The row of a report, in which nothing is known as an empty cell. */
const texts = ({ columns }: SampleRow): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, String(value ?? '')]));
