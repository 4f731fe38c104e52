import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../bridges/explanation.ts';
import { intune } from '../bridges/intune/index.ts';
import { lansweeper, lansweeperDefinition } from '../bridges/lansweeper/index.ts';
import { sections } from '../bridges/lansweeper/record.ts';
import { sccm, sccmDefinition } from '../bridges/sccm/index.ts';
import type { Bridge, Outcome } from '../shared/bridge.ts';
import { ruleMessages } from '../shared/device/rule-messages.ts';
import { Secrets } from '../shared/secret.ts';
import { arbitraryRecord } from './fakes/arbitrary-record.ts';
import { lansweeperSite } from './fakes/lansweeper-record.ts';
import { arbitraryRecord as sccmRecords } from './fakes/sccm-arbitrary.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const bridges: readonly Bridge[] = [sccm, lansweeper, intune];

/** Every outcome of a bridge's sample. */
async function sampleOutcomes(bridge: Bridge): Promise<Outcome[]> {
  const secrets = new Secrets({});
  const prepared = bridge.prepare({ settings: null, rules: null, people: 'full', siteFolder: null, secrets });
  const folder = temporaryFolder();
  const run = { folder, stateFolder: folder, progress: () => {}, signal: new AbortController().signal };
  return [...(await prepared.extract(run)).outcomes()];
}

/** Field and rule of every decision that has no words. */
const wordless = (rules: Readonly<Record<string, string>>, bridge: Bridge): string[] =>
  Object.entries(rules)
    .filter(([field, rule]) => wordsOf(field, rule, bridge) === null)
    .map((pair) => pair.join(' '));

describe('every rule has words', () => {
  it.each(bridges.map((bridge) => [bridge.name, bridge] as const))(
    'of the sample of %s',
    async (_, bridge) => {
      const outcomes = await sampleOutcomes(bridge);
      const missing = outcomes.flatMap((each) =>
        each.kind === 'asset' ? wordless(each.explained.rules, bridge) : [],
      );
      expect(outcomes.length).toBeGreaterThan(50);
      expect([...new Set(missing)]).toEqual([]);
    },
  );

  it('of any record of SCCM', () => {
    const site = sccmDefinition.describeSite([], sccmDefinition.rules.parse({})).site;
    const rules = sccmDefinition.rules.parse({});
    fc.assert(
      fc.property(sccmRecords, (record) => {
        expect(wordless(sccmDefinition.normalize(record, site, rules).rules, sccm)).toEqual([]);
      }),
    );
  });

  it('of any record of LanSweeper', () => {
    const telling = [
      'Windows',
      'Linux',
      'Apple Mac',
      'Monitor',
      'Location',
      'Active',
      'LENOVO',
      'VMware7,1',
      '3',
      '1',
    ];
    const labels = { Custom1: 'Responsable', Custom2: 'Fin' };
    const site = lansweeperSite(
      { customFields: { Responsable: 'people.primaryUser', Fin: 'purchase.warrantyUntil' } },
      labels,
    );
    const rules = lansweeperDefinition.rules.parse({});
    fc.assert(
      fc.property(arbitraryRecord(sections, telling), (record) => {
        const decided = lansweeperDefinition.normalize(record, site, rules).rules;
        const missing = wordless(decided, lansweeper);
        // The platform of a host is a word of the query itself.
        expect(missing.filter((rule) => !rule.startsWith('links.virtualHost'))).toEqual([]);
      }),
    );
  });

  /** Rules as the picks write them: `rule: 'name'`, and the candidates of `firstKnown`. */
  function rulesInSource(name: string): string[] {
    const folders = ['pick', 'normalize'].map((folder) => join('bridges', name, folder));
    const text = folders
      .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))
      .join('\n');
    const literal = [...text.matchAll(/\brule: '([\w-]+)'/g)].map(([, rule]) => String(rule));
    const candidates = [...text.matchAll(/firstKnown\(\{(.*?)\n? *\}\)/gs)].flatMap(([, body = '']) => {
      const own = body.replace(/\([^()]*\)/g, '');
      const form = own.includes('\n') ? /^ +(\w+):/gm : /(?:^|,) (\w+)(?=[:,]| *$)/g;
      return [...own.matchAll(form)].map(([, rule]) => String(rule));
    });
    return [...new Set([...literal, ...candidates])];
  }

  it.each(bridges.map((bridge) => [bridge.name, bridge] as const))(
    'that the picks of %s name',
    (name, bridge) => {
      const described = Object.keys({ ...bridge.ruleWords, ...ruleMessages }).map((key) =>
        key.split(' ').at(-1),
      );
      const rules = rulesInSource(name);
      expect(rules.length).toBeGreaterThan(20);
      expect(rules.filter((rule) => !described.includes(rule))).toEqual([]);
    },
  );

  it('and a rule that nobody described stays what it is', () => {
    expect(wordsOf('os.name', 'nobodyWroteThis', sccm)).toBeNull();
  });
});
