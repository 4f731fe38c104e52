import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize as normalizeIntune } from '../bridges/intune/normalize/normalize.ts';
import { normalize as normalizeLansweeper } from '../bridges/lansweeper/normalize/normalize.ts';
import { sections } from '../bridges/lansweeper/record.ts';
import { normalize as normalizeSccm } from '../bridges/sccm/normalize/normalize.ts';
import { ruleGatherer } from '../shared/device/gathered-rules.ts';
import { arbitraryRecord } from './fakes/arbitrary-record.ts';
import { intuneRecord, rulesOf } from './fakes/intune-record.ts';
import { lansweeperSite } from './fakes/lansweeper-record.ts';
import { arbitraryRecord as arbitrarySccmRecord } from './fakes/sccm-arbitrary.ts';

describe('the rules of an asset', () => {
  it('are those of its parts, in their order, whatever the asset before had', () => {
    const gathered = ruleGatherer();
    expect(gathered({ 'b.one': 'x' }, { 'a.two': 'y' })).toEqual({ 'b.one': 'x', 'a.two': 'y' });
    const second = gathered({ 'b.one': 'none' }, { 'a.two': 'z' });
    expect(Object.entries(second)).toEqual([
      ['b.one', 'none'],
      ['a.two', 'z'],
    ]);
  });

  const isWhole = (rules: Readonly<Record<string, string>>): void => {
    expect(Object.values(rules)).not.toContain('');
  };

  it('name one for each field of every part: SCCM', () => {
    const site = { siteCode: 'P01' };
    fc.assert(
      fc.property(arbitrarySccmRecord, (record) => isWhole(normalizeSccm(record, site).rules)),
      { numRuns: 50 },
    );
  });

  it('name one for each field of every part: LanSweeper', () => {
    const site = lansweeperSite();
    const records = arbitraryRecord(sections, ['Windows', 'PC-0001', 'CORP', '10.20.30.40', 'LENOVO']);
    fc.assert(
      fc.property(records, (record) => isWhole(normalizeLansweeper(record, site).rules)),
      { numRuns: 50 },
    );
  });

  it('name one for each field of every part: Intune, of a person’s own device too', () => {
    for (const managedDeviceOwnerType of ['company', 'personal'])
      for (const personal of ['minimum', 'all']) {
        const list = { deviceName: 'PC-0001', operatingSystem: 'Windows', managedDeviceOwnerType };
        isWhole(normalizeIntune(intuneRecord({ list }), rulesOf({ personal })).rules);
      }
  });
});
