import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { explainDevice } from '../bridges/explanation.ts';
import { intune } from '../bridges/intune/index.ts';
import { lansweeper } from '../bridges/lansweeper/index.ts';
import { run } from '../bridges/run.ts';
import { sccm } from '../bridges/sccm/index.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { decodeWindows1252 } from '../output/table/windows-1252.ts';
import type { Bridge } from '../shared/bridge.ts';
import { Secrets } from '../shared/secret.ts';
import { findDevices, type KeptDevice } from '../shared/store/kept-device.ts';
import { SiteStore } from '../shared/store/site-store.ts';
import { sampleDevices } from './fakes/intune-reading.ts';
import { plainRules, wholePopulation } from './fakes/plain-rules.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

/** Publishes a sample as a real run does, store and all; explains each of its devices. */
async function explainAll(bridge: Bridge) {
  const folder = temporaryFolder();
  const path = join(folder, 'assets.csv');
  const secrets = new Secrets({});
  const profile = loadProfile('octopus-fr');
  const { facts, files } = await run({
    source: bridge.name,
    sample: true,
    prepared: bridge.prepare({ settings: null, rules: null, people: 'full', siteFolder: null, secrets }),
    target: { path, dataImporterFolder: null, profile, bridgeName: bridge.name },
    software: { updates: 'exclude' },
    folder,
    stateFolder: folder,
    runId: 'run-1',
    population: wholePopulation,
    rules: plainRules,
    now: () => new Date(),
    progress: () => {},
    signal: new AbortController().signal,
  });
  const store = await SiteStore.open(folder);
  try {
    const keys = store.database.all('SELECT key FROM device ORDER BY rowid').map(({ key }) => String(key));
    const devices = keys.flatMap((key): KeptDevice[] =>
      findDevices(store.database, bridge.name, key).filter((each) => each.key === key),
    );
    const explained = devices.map((device) => explainDevice(store.database, bridge, device));
    const text = decodeWindows1252(readFileSync(path, 'latin1'));
    const [headers = [], ...rows]: string[][] = parse(text);
    return { facts, files, explained, headers, rows };
  } finally {
    store.close();
  }
}

/** How often each word comes. */
function tally(words: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
const filled = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe.each([sccm, lansweeper, intune].map((bridge) => [bridge.name, bridge] as const))(
  'the explanations of every device of the sample of %s',
  (_, bridge) => {
    it('agree with the file, the manifest and the asset', async () => {
      const { facts, files, explained, headers, rows } = await explainAll(bridge);
      expect(explained).toHaveLength(facts.read);
      const of = (outcome: string) => explained.filter(({ judged }) => judged.outcome === outcome);
      const reasons = (outcome: string) => tally(of(outcome).map(({ judged }) => judged.reason ?? '?'));
      expect(reasons('excluded')).toEqual(filled(facts.excluded));
      expect(reasons('gaveWay')).toEqual(filled(facts.duplicates));
      expect(of('gaveWay').map(({ device, judged }) => [device.key, judged.gaveWayTo?.key])).toEqual(
        facts.gaveWay.map(({ key, keptKey }) => [key, keptKey]),
      );

      const written = of('published').map(({ written }) => written?.cells ?? []);
      expect(written.map((cells) => cells.map(({ cell }) => cell))).toEqual(rows);
      for (const cells of written) expect(cells.map(({ header }) => header)).toEqual(headers);
      const losses = tally(
        written.flatMap((cells) =>
          cells.flatMap(({ header, losses }) => losses.map((loss) => `${loss} ${header}`)),
        ),
      );
      const counted = Object.entries(files.counts).flatMap(([loss, headers]) =>
        Object.entries(headers).map(([header, count]) => [`${loss} ${header}`, count]),
      );
      expect(losses).toMatchObject(Object.fromEntries(counted));
      const replaced = Object.entries(losses).filter(([loss]) => loss.startsWith('replaced'));
      expect(replaced.reduce((sum, [, count]) => sum + count, 0)).toBe(files.replacements.cells);

      const decided = tally(
        explained.flatMap(({ decisions }) => (decisions ?? []).map(({ field, rule }) => `${field} ${rule}`)),
      );
      const decisions = Object.entries(facts.decisions).flatMap(([field, rules]) =>
        Object.entries(rules).map(([rule, count]) => [`${field} ${rule}`, count]),
      );
      expect(decided).toEqual(Object.fromEntries(decisions));
      for (const { asset, device, rows } of explained) {
        expect(Object.keys(rows).length).toBeGreaterThan(0);
        if (asset) expect(asset.identity).toMatchObject({ key: device.key, sourceId: device.sourceId });
      }
    });
  },
);

describe('what is remembered', () => {
  it('of a person’s own device is what it is, and not whose', async () => {
    const { explained } = await explainAll(intune);
    const personal = explained.filter(({ judged }) => judged.reason === 'personal');
    expect(personal).toHaveLength(5);
    const owned = JSON.stringify(personal);
    const devices = [...sampleDevices.values()].filter(
      ({ managedDeviceOwnerType }) => managedDeviceOwnerType === 'personal',
    );
    const secret = devices.flatMap((each) =>
      [
        'deviceName',
        'serialNumber',
        'userPrincipalName',
        'userDisplayName',
        'phoneNumber',
        'imei',
        'wiFiMacAddress',
      ].map((name) => each[name]),
    );
    expect(secret.filter((value) => typeof value === 'string' && value.length > 3).length).toBeGreaterThan(
      10,
    );
    for (const value of secret)
      if (typeof value === 'string' && value.length > 3) expect(owned).not.toContain(value);
    expect(owned).toContain('managedDeviceOwnerType');
  });

  it('of placeholders says which and why', async () => {
    const { explained } = await explainAll(sccm);
    const aside = explained.flatMap(({ setAside }) =>
      setAside.map(({ kind, reason }) => `${kind} ${reason}`),
    );
    expect([...new Set(aside)].sort()).toEqual(
      expect.arrayContaining(['mac sharedMac', 'serial placeholder', 'uuid sharedUuid']),
    );
  });
});
