import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { people as lansweeperPeople } from '../bridges/lansweeper/people.ts';
import { sections as lansweeperSections } from '../bridges/lansweeper/record.ts';
import { people as sccmPeople } from '../bridges/sccm/people.ts';
import { sections as sccmSections } from '../bridges/sccm/record.ts';
import { manifestSchema } from '../output/manifest.ts';
import type { PersonalSections } from '../shared/people/personal-column.ts';
import { startCheckSite } from './fakes/check-site.ts';
import { runBridge } from './fakes/command.ts';
import { writePeopleProfile } from './fakes/people-profile.ts';
import { foundBelow, sqlPeople } from './fakes/people-search.ts';
import { startSite } from './fakes/source-server.ts';
import { lansweeper, sccm, type TestedBridge } from './fakes/sql-bridge.ts';

const fields = '{ Responsable: people.primaryUser, "Centre de coûts": people.contact }';

/** A site that publishes all that a profile can say of people, and the texts that tell of them. */
async function startPeople(bridge: TestedBridge, declared: PersonalSections) {
  const site = await startSite({}, {}, bridge);
  const sections = bridge === sccm ? sccmSections : lansweeperSections;
  const config = join(site.home, 'bridge.yaml');
  const plain = `${readFileSync(config, 'utf8')}profile: ${writePeopleProfile(site.home)}\ncontents: [CI, CIUser]\n`;
  const own = bridge === lansweeper ? `, lansweeper: { customFields: ${fields} }` : '';
  const night = (mode: string, file: string, ...args: readonly string[]) => {
    writeFileSync(config, `${plain}rules: { people: ${mode}${own} }\n`);
    return site.run('--out', join(site.folder, file), '--lang', 'en', ...args);
  };
  return { site, night, texts: await sqlPeople(bridge, sections, declared) };
}

const factsIn = (folder: string, file: string) =>
  manifestSchema.parse(JSON.parse(readFileSync(join(folder, `${file}.manifest.json`), 'utf8')));

describe.each([
  ['sccm', sccm, sccmPeople, 'a.csv', 100, /v_R_User|UserMachine|CONSOLE/i],
  [
    'lansweeper',
    lansweeper,
    lansweeperPeople,
    'a.xlsx',
    40,
    /tblADusers|tblCPlogoninfo|tblAssetUserRelations/i,
  ],
] as const)('%s', (_, bridge, declared, file, many, ofPeople) => {
  it('people: none leaves nobody in any file, down to the bytes, whatever was published before', async () => {
    const { site, night, texts } = await startPeople(bridge, declared);
    expect(await night('full', file)).toMatchObject({ code: 0 });
    const before = foundBelow(site.home, texts);
    expect(before[file]?.size).toBeGreaterThan(many);
    expect(before['bridge.sqlite']?.size).toBeGreaterThan(many);
    site.server.records.calls.length = 0;
    const ended = await night('none', file, '--software', join(site.folder, 's.csv'));
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('rules.people is now none') });
    expect(foundBelow(site.home, texts)).toEqual({});
    expect(factsIn(site.folder, 'a').source.facts).toMatchObject({ people: 'none' });
    const asked = site.server.records.calls.map((call) => JSON.stringify(call));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((call) => ofPeople.test(call))).toEqual([]);
    const script = await runBridge([
      'check',
      bridge.name,
      '--config',
      join(site.home, 'bridge.yaml'),
      '--grant-script',
    ]);
    expect(script.stdout).toContain('GRANT SELECT');
    expect(script.stdout).not.toMatch(ofPeople);
  }, 60_000);
});

describe('bridge check', () => {
  it('people: none does not look for what is not read, nor misses the right to it', async () => {
    const closed = { v_R_User: null, v_UserMachineRelationship: null, v_UserMachineIntelligence: null };
    const site = await startCheckSite({ before: 'rules: { people: none }\n', without: closed });
    const { code, faults, findings } = await site.report();
    expect({ code, faults }).toEqual({ code: 0, faults: [] });
    expect(findings.length).toBeGreaterThan(20);
    const asked = site.server.records.calls.map((call) => JSON.stringify(call));
    expect(asked.filter((call) => /v_R_User|UserMachine|CONSOLE/i.test(call))).toEqual([]);
  });
});
