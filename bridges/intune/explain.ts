import type { AboutDevice, ReadRow, ReadRows } from '../../shared/read-device.ts';
import { assetKey } from './normalize/identity.ts';
import { serialFacts } from './pick/serial.ts';
import { isPersonal } from './population.ts';
import type { IntuneRecord, ListRow } from './record.ts';
import type { IntuneRules } from './rules.ts';

/** Whether no more of a device may be remembered than what and whose it is. */
const isPrivate = (list: ListRow, { personal }: IntuneRules): boolean =>
  isPersonal(list) && personal !== 'all';

/** What Intune said of a device, by the list or report that said it; of a person's own device what it is, and no more. */
export function readRowsOf(record: IntuneRecord, rules: IntuneRules): ReadRows {
  const { list, report, lastLogon, client, detail } = record;
  if (isPrivate(list, rules)) return { managedDevices: [impersonal(list)] };
  const { hardware, ...own } = detail ?? { hardware: null };
  const told = (name: string, row: ReadRow | null): ReadRows => (row === null ? {} : { [name]: [row] });
  return {
    managedDevices: [list],
    ...told('DevicesWithInventory', report),
    ...told('Devices', lastLogon),
    ...told('comanagedDevices', client),
    ...told('details', detail && { ...own, ...hardware }),
  };
}

/** What a device that is left out is known by; the name of a person's own device is the person's. */
export function identify(record: IntuneRecord, rules: IntuneRules): AboutDevice {
  const { id, list } = record;
  const about = { key: assetKey(id), sourceId: id };
  if (isPrivate(list, rules)) return { ...about, name: null, serials: [] };
  return { ...about, name: list.deviceName, serials: serialFacts(record).map(({ value }) => value) };
}

const impersonal = ({
  operatingSystem,
  manufacturer,
  model,
  managedDeviceOwnerType,
  managementAgent,
  managementState,
  enrolledDateTime,
  lastSyncDateTime,
}: ListRow) => ({
  operatingSystem,
  manufacturer,
  model,
  managedDeviceOwnerType,
  managementAgent,
  managementState,
  enrolledDateTime,
  lastSyncDateTime,
});
