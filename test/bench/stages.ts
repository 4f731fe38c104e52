import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tuneEngine } from '../../bridges/engine.ts';
import { readQueryFile } from '../../shared/sql/query-file.ts';
import { bareDrain, siteSettings } from './bare-drain.ts';
import { sectionsOf } from './encoded-fleet.ts';
import { median, percent, shown, write, writeTable } from './figures.ts';
import { openFleetSite, type WireEncryption } from './fleet-site.ts';
import { keepResults } from './results.ts';
import { joined, normalized, siteOf, spooled, stored, streamed } from './stage-reading.ts';
import { judged, kept, planned, published, rowsOf, stageTarget, written } from './stage-work.ts';

/**
 * The stages of a run apart, in one process by their public functions: `stages.js [DEVICES [ROUNDS [ENCRYPTION]]]`. What
 * can only be measured together with the stage before it is the difference of both.
 */
const [devices = 100_000, rounds = 3] = process.argv.slice(2, 4).map(Number);
const encryption: WireEncryption = process.argv[4] === 'none' ? 'none' : 'required';
/** Least part of the bare driver's row rate that reading to the last asset must reach. */
const leastShare = 0.45;

tuneEngine(); // as in every run
const site = await openFleetSite(devices, encryption);
const settings = siteSettings(site.port, encryption);
const queries = sectionsOf('sccm').map((section) => readQueryFile('sccm', section, null).text);
/** All that the bridge asks while it spools: the base section is counted again at the end. */
const asked = [...queries, readQueryFile('sccm', 'system', null).text];
const known = await siteOf(settings, readQueryFile('sccm', 'site', null).text);
const csv = stageTarget(site.folder, 'csv');
const xlsx = stageTarget(site.folder, 'xlsx');

/** Seconds and processor seconds of each piece of work, round by round. */
const clock = new Map<string, { seconds: number; cpuSeconds: number }[]>();
for (let round = 0; round < rounds; round += 1) await measureRound(round);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
site.close();

type Figure = 'seconds' | 'cpuSeconds';
const took = (work: string, figure: Figure): number =>
  median((clock.get(work) ?? []).map((each) => each[figure]));
const figuresOf = (plus: readonly string[], minus: readonly string[] = []) => {
  const sum = (figure: Figure) =>
    plus.reduce((all, each) => all + took(each, figure), 0) -
    minus.reduce((all, each) => all + took(each, figure), 0);
  return { seconds: sum('seconds'), cpuSeconds: sum('cpuSeconds') };
};
const stages = {
  driver: figuresOf(['driver']),
  'our stream': figuresOf(['stream'], ['driver']),
  spool: figuresOf(['spool'], ['stream']),
  join: figuresOf(['join']),
  normalize: figuresOf(['normalize'], ['join']),
  store: figuresOf(['store'], ['normalize']),
  rows: figuresOf(['rows']),
  'judge, first night': figuresOf(['judge']),
  'judge, later night': figuresOf(['judge again']),
  'keep, first night': figuresOf(['keep']),
  'keep, later night': figuresOf(['keep again']),
  'plan, with its judging': figuresOf(['plan']),
  'write csv': figuresOf(['write csv']),
  'verify csv': figuresOf(['publish csv'], ['write csv', 'rows']),
  'write xlsx': figuresOf(['write xlsx']),
  'verify xlsx': figuresOf(['publish xlsx'], ['write xlsx', 'rows']),
};
const whole = figuresOf(['spool', 'store', 'rows', 'judge', 'keep', 'publish csv']);
/** Thousands a second; none where the difference of two measurements drowns in their noise. */
const rate = (count: number, seconds: number) => (seconds > 0 ? count / seconds / 1000 : null);
const row = (name: string, { seconds, cpuSeconds }: typeof whole) => [
  name,
  shown(seconds, 2),
  shown(cpuSeconds, 2),
  shown(rate(site.rows, seconds), 0),
  shown(rate(devices, seconds)),
  shown((cpuSeconds / devices) * 1e6, 0),
  percent(seconds / whole.seconds),
];
writeTable(
  `Stages: SCCM, ${devices} machines, ${site.rows} rows, encryption ${encryption}, medians of ${rounds} rounds`,
  ['', 'seconds', 'processor s', 'k rows/s', 'k assets/s', 'processor µs an asset', 'of a csv run'],
  [...Object.entries(stages), ['a first night as csv', whole] as const].map(([name, figures]) =>
    row(name, figures),
  ),
);
const reading = figuresOf(['spool', 'normalize']);
const share = stages.driver.seconds / reading.seconds;
const cpuShare = stages.driver.cpuSeconds / reading.cpuSeconds;
write(
  `  reading to the last asset: ${percent(share)} of the bare driver's row rate (processor time ${percent(cpuShare)}), `,
);
write(`at least ${percent(leastShare)} is asked for; most memory of the process ${megabytes} MB\n`);
const measured = { stages, whole, reading: { ...reading, share, cpuShare, leastShare }, megabytes };
keepResults('stages', { devices, rows: site.rows, encryption, rounds, ...measured });

/** All pieces of work once, each on what the one before it left. */
async function measureRound(round: number): Promise<void> {
  const folder = join(site.folder, `round-${round}`);
  mkdirSync(folder);
  await timed('driver', () => bareDrain(settings, asked));
  await timed('stream', () => streamed(settings, asked));
  const extracted = await timed('spool', () => spooled(settings, folder));
  await timed('join', () => walk(joined(extracted)));
  await timed('normalize', () => walk(normalized(joined(extracted), known)));
  const store = await timed('store', () => stored(normalized(joined(extracted), known), csv.profile, folder));
  const content = await timed('rows', () => rowsOf(store, csv));
  const judgement = await timed('judge', () => judged(store, csv, folder));
  await timed('keep', () => kept(judgement, 'first', folder));
  await timed('write csv', () => written(content, csv));
  await timed('write xlsx', () => written(content, xlsx));
  await timed('publish csv', () => published(store, csv));
  await timed('publish xlsx', () => published(store, xlsx));
  store.close();
  const later = await stored(normalized(joined(extracted), known), csv.profile, folder);
  rowsOf(later, csv);
  const again = await timed('judge again', () => judged(later, csv, folder));
  await timed('keep again', () => kept(again, 'later', folder));
  later.close();
  const looked = await stored(normalized(joined(extracted), known), csv.profile, folder);
  await timed('plan', () => planned(looked, csv, folder));
  looked.close();
  rmSync(folder, { recursive: true });
}

function walk(items: Iterable<unknown>): void {
  for (const _ of items);
}

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const taken = { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
  clock.set(name, [...(clock.get(name) ?? []), taken]);
  return result;
}
