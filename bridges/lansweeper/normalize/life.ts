import type { Life } from '../../../shared/asset/life.ts';
import type { Choice, Part } from '../../../shared/asset.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { pickStatus, stateName, wasRead } from '../pick/status.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';

/** Whether the asset is alive. An attempt to reach it is told apart: it is no contact. */
export function normalizeLife(sections: Sections, site: LansweeperSite): Part<Life> {
  const { base, scanErrors } = sections;
  const status = pickStatus(sections, site);
  const lastSeen = pickLastSeen(sections);
  const lastInventory = pickLastInventory(sections);
  const errors = scanErrors.flatMap((row) => row.message ?? (row.code === null ? [] : `(${row.code})`));
  return {
    value: {
      status: status.value === 'hidden' ? 'inactive' : status.value,
      sourceState: stateName(sections),
      lastSeenAt: lastSeen.value,
      lastHeartbeatAt: base.lastSeen,
      lastInventoryAt: lastInventory.value,
      lastDirectoryLogonAt: null,
      lastMdmSyncAt: null,
      firstSeenAt: base.firstSeen,
      clientVersion: base.agentVersion,
      clientHealth: null,
      lastTriedAt: base.lastTried,
      scanErrors: sorted(
        [...new Set(errors)],
        ascending((error) => error),
      ),
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

/** The newest contact or reading; never the last attempt. */
function pickLastSeen({ base, lastScan }: Sections): Choice<string | null> {
  const read = lastScan?.lastScan ?? null;
  if (read !== null && read > (base.lastSeen ?? '')) return { value: read, rule: 'lastScan' };
  return { value: base.lastSeen, rule: base.lastSeen === null ? 'none' : 'lastSeen' };
}

/** When its inside was last read; only Windows says when, of others the contact counts. */
function pickLastInventory(sections: Sections): Choice<string | null> {
  const read = sections.lastScan?.lastScan ?? null;
  if (read !== null) return { value: read, rule: 'lastScan' };
  const { lastSeen } = sections.base;
  return wasRead(sections) && lastSeen !== null
    ? { value: lastSeen, rule: 'lastSeen' }
    : { value: null, rule: 'none' };
}
