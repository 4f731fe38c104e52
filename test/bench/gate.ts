import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sccmDefinition } from '../../bridges/sccm/index.ts';
import { sccmFleet } from '../fakes/sccm-fleet.ts';
import { spooledFleet } from './gate-fleet.ts';
import { plainWork } from './plain-work.ts';
import { type Extracted, joined, normalized, stored } from './stage-reading.ts';
import { judged, kept, rowsOf, stageTarget, verified, written } from './stage-work.ts';

/**
 * What the stages of a run cost beside plain work, in one process and in turn: `gate.js [DEVICES [ROUNDS]]`. Prints the
 * processor time of each stage as a multiple of the plain work, and what an asset costs it in a fleet six times as large as a
 * multiple of what it costs in the small one. Of all rounds the least counts: what else runs on the machine only ever adds.
 */
const [devices = 800, rounds = 6] = process.argv.slice(2).map(Number);
const larger = 6;
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
  if (round % 2 === 0) await measureStages(large, ofLarge);
}
rmSync(folder, { recursive: true, force: true });

const best = (all: ReadonlyMap<string, readonly number[]>, name: string) =>
  Math.min(...(all.get(name) ?? []));
const unit = best(plain, 'plain');
const stages = [...ours.keys()].map((name) => [name, best(ours, name) / unit] as const);
/** Stages that are too short alone to say whether they grow. */
const groups = {
  read: ['join', 'normalize'],
  store: ['store'],
  judge: ['judge'],
  write: ['write csv', 'write xlsx'],
};
const growth = Object.entries(groups).map(([group, names]) => {
  const sum = (all: typeof ours) => names.reduce((taken, name) => taken + best(all, name), 0);
  return [group, sum(ofLarge) / larger / sum(ours)] as const;
});
const told = { unit, stages: Object.fromEntries(stages), growth: Object.fromEntries(growth) };
process.stdout.write(`${JSON.stringify(told)}\n`);

/** Every stage once, each alone, on what the one before it left. */
async function measureStages(extracted: Extracted, into: Map<string, number[]>): Promise<void> {
  const state = mkdtempSync(join(folder, 'state-'));
  // Walked and forgotten, as in a run; what the next stage needs is kept apart from the clock.
  await timed('join', into, () => walk(joined(extracted)));
  const records = [...joined(extracted)];
  await timed('normalize', into, () => walk(normalized(records, site)));
  const assets = [...normalized(records, site)];
  const store = await timed('store', into, () => stored(assets, csv.profile, state));
  const content = await timed('judge', into, async () => {
    const table = rowsOf(store, csv);
    kept(await judged(store, csv, state), 'first', state);
    return table;
  });
  for (const [name, target] of Object.entries({ csv, xlsx }))
    await timed(`write ${name}`, into, async () => {
      await verified(content, target, await written(content, target));
    });
  store.close();
}

function walk(items: Iterable<unknown>): void {
  for (const _ of items);
}

/** Milliseconds of processor time in the program itself. */
async function timed<T>(name: string, into: Map<string, number[]>, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const taken = process.cpuUsage(before).user / 1000;
  into.set(name, [...(into.get(name) ?? []), taken]);
  return result;
}
