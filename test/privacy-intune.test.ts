import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { people } from '../bridges/intune/people.ts';
import { manifestSchema } from '../output/manifest.ts';
import type { PeopleMode } from '../shared/people/mode.ts';
import { startReading } from './fakes/intune-reading.ts';
import { endIntuneSites, startIntuneSite } from './fakes/intune-site.ts';
import { writePeopleProfile } from './fakes/people-profile.ts';
import { foundBelow, intunePeople } from './fakes/people-search.ts';

afterAll(endIntuneSites);

const texts = intunePeople(people);

/** All that Graph was asked: paths, queries and bodies. */
const asked = (arrivals: readonly { readonly path: string; readonly body: string }[]): string =>
  arrivals.map(({ path, body }) => decodeURIComponent(path) + body).join('\n');

const ofPeople =
  /userPrincipalName|userDisplayName|emailAddress|phoneNumber|\bnotes\b|UPN|UserName|UserEmail|userId/i;

describe('the built command', () => {
  it('people: none leaves nobody in any file, whatever was read and published before', async () => {
    const enrich = { perDay: 100 };
    const site = await startIntuneSite({
      settings: { enrich },
      rules: { user: 'lastLoggedOn', personal: 'all' },
    });
    const config = join(site.home, 'bridge.yaml');
    const given = parse(readFileSync(config, 'utf8'));
    const night = (mode: PeopleMode, file: string) => {
      const profile = writePeopleProfile(site.home);
      const rules = { ...given.rules, people: mode };
      writeFileSync(config, stringify({ ...given, rules, profile, contents: ['CI', 'CIUser'] }));
      return site.extract(file, '--software', join(site.home, 's.csv'));
    };
    expect(await night('full', 'a.csv')).toMatchObject({ code: 0 });
    const before = foundBelow(site.home, texts);
    const files = ['a.csv', 'a-users.csv', 'bridge.sqlite', 'intune-details.sqlite'];
    expect(Object.keys(before)).toEqual(expect.arrayContaining(files));
    expect(before['bridge.sqlite']?.size).toBeGreaterThan(100);
    site.server.records.arrivals.length = 0;
    const ended = await night('none', 'a.csv');
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('rules.people is now none') });
    expect(foundBelow(site.home, texts)).toEqual({});
    expect(asked(site.server.records.arrivals)).not.toMatch(ofPeople);
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(join(site.home, 'a.manifest.json'), 'utf8')),
    );
    expect(manifest.source.facts).toMatchObject({ people: 'none' });
    expect((await site.check()).code).toBe(0);
    expect(asked(site.server.records.arrivals)).not.toMatch(ofPeople);
  }, 60_000);
});

describe('the spool', () => {
  const rules = { user: 'lastLoggedOn', personal: 'all' };
  const settings = { enrich: { perDay: 100 } };

  it.each(['full', 'none'] as const)('people: %s', async (mode) => {
    const reading = await startReading({ people: mode, rules, settings });
    await reading.night();
    await reading.software();
    const found = foundBelow(reading.stateFolder, texts);
    expect(Object.keys(found).toSorted()).toEqual(
      mode === 'none' ? [] : ['intune-details.sqlite', 'intune.sqlite', 'software.sqlite'],
    );
  });

  it('people: identifier keeps who they are in Entra, and nothing else', async () => {
    const reading = await startReading({ people: 'identifier', rules, settings });
    const { assets } = await reading.night();
    const [{ upn = null, ...rest } = {}] = Object.values(assets).flatMap(
      ({ people }) => people.primaryUser ?? [],
    );
    expect(upn).toMatch(/@example\.org$/);
    expect(rest).toMatchObject({ displayName: null, mail: null });
    const sent = asked(reading.server.records.arrivals);
    expect(sent).toMatch(/userPrincipalName/);
    expect(sent).not.toMatch(/userDisplayName|emailAddress|phoneNumber|\bnotes\b|UserName|UserEmail/i);
    const details = intunePeople(
      Object.fromEntries(
        Object.entries(people).map(([section, columns]) => [
          section,
          Object.fromEntries(
            Object.entries(columns).filter(([, { fact }]) => !['upn', 'entraId', 'mail'].includes(fact)),
          ),
        ]),
      ),
    );
    expect(details.length).toBeGreaterThan(30);
    expect(foundBelow(reading.stateFolder, details)).toEqual({});
  });
});
