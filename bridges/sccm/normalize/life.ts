import type { Life } from '../../../shared/asset/life.ts';
import type { Part } from '../../../shared/asset.ts';
import { pickLastInventory, pickLastSeen, pickStatus } from '../pick/life.ts';
import type { Sections } from '../record.ts';

/** Whether the device is alive. */
export function normalizeLife(sections: Sections): Part<Life> {
  const status = pickStatus(sections);
  const lastSeen = pickLastSeen(sections);
  const lastInventory = pickLastInventory(sections);
  return {
    value: {
      status: status.value,
      sourceState: null,
      lastSeenAt: lastSeen.value,
      lastHeartbeatAt: sections.clientHealth?.lastActive ?? null,
      lastInventoryAt: lastInventory.value,
      lastDirectoryLogonAt: sections.base.lastDirectoryLogon,
      lastMdmSyncAt: null,
      firstSeenAt: sections.base.created,
      clientVersion: sections.base.clientVersion,
      clientHealth: sections.clientHealth?.state ?? null,
      lastTriedAt: null,
      scanErrors: [],
      staleness: null,
      retiredOn: null,
    },
    rules: {
      'life.status': status.rule,
      'life.lastSeenAt': lastSeen.rule,
      'life.lastInventoryAt': lastInventory.rule,
    },
  };
}
