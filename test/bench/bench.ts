import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { write } from './figures.ts';

/**
 * Every bench, one after the other: `npm run bench`. `-- --quick` takes a minute or two and proves little, `-- --full` goes
 * up to 400,000 assets; names of subjects measure these alone.
 */
const sizes = ['quick', 'usual', 'full'] as const;
type Size = (typeof sizes)[number];

/** Each subject is a program of this folder that prints its table and keeps its results. */
const subjects: Readonly<Record<string, Readonly<Record<Size, readonly number[]>>>> = {
  // Rows, rounds.
  stream: { quick: [20_000, 3], usual: [100_000, 7], full: [100_000, 11] },
  // Rounds, rows.
  xlsx: { quick: [1, 5_000], usual: [3, 100_000], full: [3, 100_000, 400_000] },
  // Machines, rounds.
  stages: { quick: [2_000, 3], usual: [100_000, 3], full: [100_000, 5] },
  'end-to-end': { quick: [2_000, 1], usual: [100_000, 3], full: [100_000, 5] },
  // Assets.
  fleets: { quick: [1_000, 3_000], usual: [10_000, 100_000], full: [10_000, 100_000, 400_000] },
};

const asked = process.argv.slice(2);
const size = sizes.find((each) => asked.includes(`--${each}`)) ?? 'usual';
const named = asked.filter((each) => !each.startsWith('--'));
const unknown = named.filter((each) => !(each in subjects));
/** What a quick run measures is not worth keeping. */
const aside = join(tmpdir(), 'octopus-bridge-bench');
const missed: string[] = [];
if (unknown.length > 0) throw new TypeError(`no such bench: ${unknown.join(', ')}`);
for (const [subject, args] of Object.entries(subjects)) {
  if (named.length > 0 && !named.includes(subject)) continue;
  const program = fileURLToPath(new URL(`${subject}.js`, import.meta.url));
  const options = {
    stdio: 'inherit',
    env: { ...process.env, ...(size === 'quick' && { BENCH_RESULTS: aside }) },
  } as const;
  const { status } = spawnSync(process.execPath, [program, ...args[size].map(String)], options);
  if (status !== 0) missed.push(subject);
}
if (size !== 'quick') await import('./readme.ts');
if (missed.length > 0) write(`\nmissed what is asked for, or failed: ${missed.join(', ')}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;
