import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../bridges/run.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { readSampleCatalogue } from '../../shared/sample/catalogue.ts';
import { Secrets } from '../../shared/secret.ts';
import { type FleetContent, GeneratedFleet } from './generated-fleet.ts';
import { lansweeperFleet } from './lansweeper-fleet.ts';
import { wholePopulation } from './plain-rules.ts';
import { sccmFleet } from './sccm-fleet.ts';
import { lansweeper, sccm, type TestedBridge } from './sql-bridge.ts';

/**
 * A whole run over a generated site, in a process of its own: `generated-run.js BRIDGE DEVICES FOLDER FILE [SOFTWARE]`. Prints what it
 * published and the most memory that it held, as one JSON object.
 */
const [name = '', devices = '', folder = '', file = '', software = ''] = process.argv.slice(2);
const fleets: readonly (readonly [TestedBridge, FleetContent])[] = [
  [sccm, sccmFleet],
  [lansweeper, lansweeperFleet],
];
const [bridge, content] = fleets.find(([{ name: known }]) => known === name) ?? [sccm, sccmFleet];
const views = [...readSampleCatalogue(bridge.sampleFolder)].map(
  ([view, columns]) =>
    [
      `dbo.${view}`.toLowerCase(),
      new Set([...columns.keys()].map((column) => column.toLowerCase())),
    ] as const,
);
const fleet = new GeneratedFleet(Number(devices), content, new Map(views));
const working = join(folder, 'working');
mkdirSync(working);
const laps: Record<string, number> = {};
let since = Date.now();
let step = 'read';
const result = await run({
  source: bridge.name,
  sample: true,
  prepared: bridge
    .over(fleet)
    .prepare({ settings: null, rules: null, people: 'full', siteFolder: null, secrets: new Secrets({}) }),
  target: {
    path: join(folder, file),
    dataImporterFolder: null,
    profile: loadProfile('octopus-fr'),
    bridgeName: bridge.name,
    ...(software !== '' && { software: join(folder, software) }),
  },
  software: { updates: 'exclude' },
  folder: working,
  stateFolder: working,
  runId: 'generated',
  population: wholePopulation,
  rules: null,
  now: () => new Date(),
  progress: (event) => {
    if (event.step === step) return;
    laps[step] = Date.now() - since;
    since = Date.now();
    step = event.step;
  },
  signal: new AbortController().signal,
});
laps[step] = Date.now() - since;
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ rows: result.files.rows, software: result.files.software?.contents, read: result.facts.read, peakMegabytes: Math.round(maxRSS / 1024), laps })}\n`,
);
