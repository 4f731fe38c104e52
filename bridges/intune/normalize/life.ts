import type { Life } from '../../../shared/asset/life.ts';
import { pickStatus } from '../pick/life.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** Whether the device is alive. A sync is contact, not an inventory: Intune does not say when that was. */
export function normalizeLife({ list, client }: IntuneRecord): Part<Life> {
  const status = pickStatus(list);
  return {
    value: {
      status: status.value,
      sourceState: list.managementState,
      lastSeenAt: list.lastSyncDateTime,
      lastHeartbeatAt: null,
      lastInventoryAt: null,
      lastDirectoryLogonAt: null,
      lastMdmSyncAt: list.lastSyncDateTime,
      firstSeenAt: list.enrolledDateTime,
      clientVersion: client?.clientVersion ?? null,
      clientHealth: null,
      lastTriedAt: null,
      scanErrors: [],
      staleness: null,
      retiredOn: null,
    },
    rules: { 'life.status': status.rule },
  };
}
