import type { Item } from '../../../shared/graph/source.ts';
import { clientColumns, readRow } from '../record.ts';
import { deviceId, type Reading } from './list.ts';

const property = 'configurationManagerClientInformation';

/** Reads which client of SCCM each co-managed device has, in bulk; only beta lists it. Resolves with their number. */
export async function readClients({ source, spool, unreadable, signal }: Reading): Promise<number> {
  let rows = 0;
  const sink = {
    items: (page: readonly Item[]) => {
      for (const item of page) {
        const client: Item = Object(item[property] ?? {});
        spool.part('client', deviceId(item.id), readRow(clientColumns, client, unreadable));
      }
      rows += page.length;
    },
    restart: () => {
      rows = 0;
      spool.restart('client');
    },
  };
  await source.list(`/beta/deviceManagement/comanagedDevices?$select=id,${property}`, sink, signal);
  return rows;
}
