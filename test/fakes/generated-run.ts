import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../bridges/run.ts';
import { sampleFolder, sccmDefinition } from '../../bridges/sccm/index.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { readSampleCatalogue } from '../../shared/sample/catalogue.ts';
import { Secrets } from '../../shared/secret.ts';
import { defineSqlBridge } from '../../shared/sql/bridge.ts';
import { GeneratedFleet } from './generated-fleet.ts';

/**
 * A whole run over a generated site, in a process of its own: `generated-run.js DEVICES FOLDER FILE`. Prints what it
 * published and the most memory that it held, as one JSON object.
 */
const [devices = '', folder = '', file = ''] = process.argv.slice(2);
const views = [...readSampleCatalogue(sampleFolder)].map(
  ([view, columns]) =>
    [
      `dbo.${view}`.toLowerCase(),
      new Set([...columns.keys()].map((column) => column.toLowerCase())),
    ] as const,
);
const fleet = new GeneratedFleet(Number(devices), new Map(views));
const bridge = defineSqlBridge({ ...sccmDefinition, openSample: async () => fleet });
const working = join(folder, 'working');
mkdirSync(working);
const laps: Record<string, number> = {};
let since = Date.now();
let step = 'read';
const result = await run({
  source: 'sccm',
  sample: true,
  prepared: bridge.prepare({ settings: null, rules: null, siteFolder: null, secrets: new Secrets({}) }),
  target: {
    path: join(folder, file),
    dataImporterFolder: null,
    profile: loadProfile('octopus-fr'),
    bridgeName: 'sccm',
  },
  folder: working,
  stateFolder: working,
  runId: 'generated',
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
  `${JSON.stringify({ rows: result.files.rows, read: result.facts.read, peakMegabytes: Math.round(maxRSS / 1024), laps })}\n`,
);
