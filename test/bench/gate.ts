import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sccmDefinition } from '../../bridges/sccm/index.ts';
import { sccmFleet } from '../fakes/sccm-fleet.ts';
import { spooledFleet } from './gate-fleet.ts';
import { plainWork } from './plain-work.ts';
import { type Extracted, joined, normalized, stored } from './stage-reading.ts';
import { columnsOf, judged, kept, stageTarget, verified, written } from './stage-work.ts';

/**
 * What the stages of a run cost beside plain work, in one process and in turn: `gate.js [DEVICES [ROUNDS]]`. Prints the
 * processor time of each stage as a multiple of the plain work, and what an asset costs in a fleet four times as large as a
 * multiple of what it costs in the small one. Of all rounds the least counts: what else runs on the machine only ever adds.
 */
const [devices = 1_000, rounds = 6] = process.argv.slice(2).map(Number);
const larger = 4;
const largeRounds = 2;
const folder = mkdtempSync(join(tmpdir(), 'bridge-gate-'));
const { site } = sccmDefinition.describeSite(sccmFleet.site, sccmDefinition.rules.parse({}));
const csv = stageTarget(folder, 'csv');
const xlsx = stageTarget(folder, 'xlsx');

const small = await spooledFleet(devices, folder);
const large = await spooledFleet(devices * larger, folder);
const plain = new Map<string, number[]>();
const ours = new Map<string, number[]>();
const ofLarge = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1) {
  await timed('plain', plain, () => plainWork(folder, round));
  await measureStages(small, ours);
  if (round < largeRounds) await measureStages(large, ofLarge);
}
rmSync(folder, { recursive: true, force: true });

const unit = whole(plain);
const stages = [...ours].map(([name, taken]) => [name, Math.min(...taken) / unit] as const);
const growth = whole(ofLarge) / larger / whole(ours);
process.stdout.write(`${JSON.stringify({ unit, stages: Object.fromEntries(stages), growth })}\n`);

/** The best round of each stage, together. */
function whole(all: ReadonlyMap<string, readonly number[]>): number {
  return [...all.values()].reduce((sum, taken) => sum + Math.min(...taken), 0);
}

/** Every stage once, each alone, on what the one before it left. */
async function measureStages(extracted: Extracted, into: Map<string, number[]>): Promise<void> {
  const state = mkdtempSync(join(folder, 'state-'));
  const records = await timed('join', into, () => [...joined(extracted)]);
  const assets = await timed('normalize', into, () => [...normalized(records, site)]);
  const store = await timed('store', into, () => stored(assets, state));
  const content = await timed('judge', into, async () => {
    const table = columnsOf(store, csv);
    kept(await judged(store, table, csv, state), 'first');
    return table;
  });
  for (const [name, target] of Object.entries({ csv, xlsx }))
    await timed(`write ${name}`, into, async () => {
      await verified(content, target, await written(content, target));
    });
  store.close();
}

/** Milliseconds of processor time in the program itself. */
async function timed<T>(name: string, into: Map<string, number[]>, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const taken = process.cpuUsage(before).user / 1000;
  into.set(name, [...(into.get(name) ?? []), taken]);
  return result;
}
