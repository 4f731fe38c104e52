import { describe, expect, it } from 'vitest';
import { pickLastInventory, pickLastSeen, pickStatus } from '../bridges/sccm/pick/life.ts';
import { sccmSections } from './fakes/sccm-record.ts';

describe('status', () => {
  it.each([
    ['discovered', 'noClient', { base: { client: false }, clientHealth: { activeStatus: true } }],
    ['discovered', 'noClient', { base: { client: null } }],
    ['inactive', 'clientHealth', { base: { active: true }, clientHealth: { activeStatus: false } }],
    ['active', 'clientHealth', { base: { active: false }, clientHealth: { activeStatus: true } }],
    ['inactive', 'activeMark', { base: { active: false } }],
    ['inactive', 'activeMark', { base: { active: false }, clientHealth: { activeStatus: null } }],
    ['active', 'activeMark', { base: { active: true } }],
    ['active', 'client', {}],
  ])('%s by %s: %j', (value, rule, overrides) =>
    expect(pickStatus(sccmSections(overrides))).toEqual({ value, rule }),
  );
});

describe('last seen and last inventory', () => {
  const older = '2026-11-01T03:00:00';
  const newer = '2026-11-14T03:00:00';
  it.each([
    [
      newer,
      'lastActive',
      { clientHealth: { lastActive: newer }, workstationStatus: { lastHardwareScan: older } },
    ],
    [
      newer,
      'lastActive',
      { clientHealth: { lastActive: newer }, workstationStatus: { lastHardwareScan: newer } },
    ],
    [
      newer,
      'workstationStatus',
      { clientHealth: { lastActive: older }, workstationStatus: { lastHardwareScan: newer } },
    ],
    [newer, 'clientHealth', { clientHealth: { lastActive: older, lastHardwareScan: newer } }],
    [
      older,
      'workstationStatus',
      { workstationStatus: { lastHardwareScan: older }, base: { lastDirectoryLogon: newer } },
    ],
    [older, 'directoryLogon', { base: { lastDirectoryLogon: older, created: newer } }],
    [null, 'none', { workstationStatus: { lastHardwareScan: null } }],
    [null, 'none', {}],
  ])('seen %j by %s: %j', (value, rule, overrides) =>
    expect(pickLastSeen(sccmSections(overrides))).toEqual({ value, rule }),
  );

  it.each([
    [
      older,
      'workstationStatus',
      { workstationStatus: { lastHardwareScan: older }, clientHealth: { lastHardwareScan: newer } },
    ],
    [newer, 'clientHealth', { clientHealth: { lastHardwareScan: newer } }],
    [null, 'none', {}],
  ])('inventoried %j by %s', (value, rule, overrides) =>
    expect(pickLastInventory(sccmSections(overrides))).toEqual({ value, rule }),
  );
});
