import { describe, expect, it } from 'vitest';
import { judgePopulation, type PopulationSettings, populationSettings } from '../bridges/sccm/population.ts';
import { sccmRecord } from './fakes/sccm-record.ts';

const judge = (base: Parameters<typeof sccmRecord>[0] = {}, settings: Partial<PopulationSettings> = {}) =>
  judgePopulation(sccmRecord(base), populationSettings.parse(settings));

describe('population', () => {
  it('keeps a client, silent or not, and takes a missing mark for 0', () => {
    expect(judge()).toBeNull();
    expect(judge({ base: { active: false } })).toBeNull();
    expect(judge({ base: { obsolete: false, decommissioned: false, unknownObject: false } })).toBeNull();
  });

  it.each([
    ['unknownObject', { unknownObject: true }],
    ['obsolete', { obsolete: true }],
    ['decommissioned', { decommissioned: true }],
    ['noClient', { client: false }],
    ['noClient', { client: null }],
  ] as const)('%s: %j is left out, unless the site includes it', (reason, base) => {
    expect(judge({ base })).toBe(reason);
    expect(judge({ base }, { [reason]: 'include' })).toBeNull();
  });

  it('leaves out a record without a name, whatever the settings', () => {
    const base = { netbiosName: null, unknownObject: true };
    const all = {
      unknownObject: 'include',
      obsolete: 'include',
      decommissioned: 'include',
      noClient: 'include',
    } as const;
    expect(judge({ base }, all)).toBe('noName');
    expect(judge({ base: { netbiosName: null, name: 'PC-0001' } })).toBeNull();
    expect(judge({ base: { netbiosName: null }, computerSystem: { name: 'PC-0001' } })).toBeNull();
  });

  it('gives the first of several reasons', () => {
    const everything = {
      unknownObject: true,
      netbiosName: null,
      obsolete: true,
      decommissioned: true,
      client: false,
    };
    expect(judge({ base: everything })).toBe('unknownObject');
    expect(judge({ base: { ...everything, unknownObject: null } })).toBe('noName');
    const named = { ...everything, unknownObject: null, netbiosName: 'PC-0001' };
    expect(judge({ base: named })).toBe('obsolete');
    expect(judge({ base: { ...named, obsolete: null } })).toBe('decommissioned');
    expect(judge({ base: { ...named, obsolete: null, decommissioned: null } })).toBe('noClient');
  });

  it('refuses a switch it does not know', () => {
    expect(populationSettings.safeParse({ inactive: 'exclude' }).success).toBe(false);
    expect(populationSettings.safeParse({ obsolete: true }).success).toBe(false);
  });
});
