import { describe, expect, it } from 'vitest';
import { normalizeLife as ofIntune } from '../bridges/intune/normalize/life.ts';
import { normalizeLife as ofLansweeper } from '../bridges/lansweeper/normalize/life.ts';
import { normalizeLife as ofSccm } from '../bridges/sccm/normalize/life.ts';
import type { Life } from '../shared/asset/life.ts';
import { intuneRecord } from './fakes/intune-record.ts';
import { lansweeperSections, lansweeperSite } from './fakes/lansweeper-record.ts';
import { sccmSections } from './fakes/sccm-record.ts';

const day = (number: number) => `2026-11-0${number}T03:00:00`;

/** Heartbeat, hardware scan, directory logon, sync. */
const clocksOf = ({ value }: { readonly value: Life }) => [
  value.lastHeartbeatAt,
  value.lastInventoryAt,
  value.lastDirectoryLogonAt,
  value.lastMdmSyncAt,
];

describe('the clocks', () => {
  it('of SCCM are apart from one another', () => {
    const sections = sccmSections({
      base: { lastDirectoryLogon: day(3) },
      clientHealth: { lastActive: day(1), lastHardwareScan: day(9) },
      workstationStatus: { lastHardwareScan: day(2) },
    });
    expect(clocksOf(ofSccm(sections))).toEqual([day(1), day(2), day(3), null]);
    expect(clocksOf(ofSccm(sccmSections()))).toEqual([null, null, null, null]);
  });

  it('of LanSweeper know of no logon, and an attempt is none', () => {
    const sections = lansweeperSections({
      base: { lastSeen: day(1), lastTried: day(9) },
      lastScan: { lastScan: day(2) },
    });
    expect(clocksOf(ofLansweeper(sections, lansweeperSite()))).toEqual([day(1), day(2), null, null]);
    const silent = lansweeperSections({ base: { lastSeen: null, lastTried: day(9) } });
    expect(clocksOf(ofLansweeper(silent, lansweeperSite()))).toEqual([null, null, null, null]);
  });

  it('of Intune are its sync alone', () => {
    const list = { lastSyncDateTime: '2026-11-04T03:00:00Z', enrolledDateTime: '2026-01-04T03:00:00Z' };
    expect(clocksOf(ofIntune(intuneRecord({ list })))).toEqual([null, null, null, '2026-11-04T03:00:00Z']);
    expect(clocksOf(ofIntune(intuneRecord()))).toEqual([null, null, null, null]);
  });
});
