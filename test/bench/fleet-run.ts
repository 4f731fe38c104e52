import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tuneEngine } from '../../bridges/engine.ts';
import { run } from '../../bridges/run.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { plainRules, wholePopulation } from '../fakes/plain-rules.ts';
import { preparedBridge } from './generated-bridge.ts';

/**
 * A whole run over a generated fleet, compared and guarded, in a process of its own: `fleet-run.js BRIDGE DEVICES FOLDER
 * FILE [ROOT]`. What was published stays in the folder for the next night. Prints how many rows were written, and the
 * processor time and the most memory that all took.
 */
const [name = '', devices = '', folder = '', file = '', root = ''] = process.argv.slice(2);
tuneEngine();
const stateFolder = join(folder, 'state');
mkdirSync(stateFolder, { recursive: true });
const working = mkdtempSync(join(folder, 'working-'));
const result = await run({
  source: name,
  sample: false,
  prepared: preparedBridge(name, Number(devices), root),
  target: {
    path: join(folder, file),
    dataImporterFolder: null,
    profile: loadProfile('octopus-fr'),
    bridgeName: name,
  },
  software: { updates: 'exclude' },
  folder: working,
  stateFolder,
  runId: randomUUID(),
  population: wholePopulation,
  rules: plainRules,
  now: () => new Date(),
  progress: () => {},
  signal: new AbortController().signal,
});
rmSync(working, { recursive: true });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const figures = {
  rows: result.files.rows,
  seconds: performance.now() / 1000,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  megabytes: Math.round(maxRSS / 1024),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
