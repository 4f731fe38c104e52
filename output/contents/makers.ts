import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../shared/package-root.ts';
import { readYamlFile } from '../../shared/yaml-file.ts';

const makersSchema = z.array(z.array(z.string().min(1)).min(1));

/** One maker as Octopus shows it, and the other spellings that sources write. */
export interface Maker {
  readonly name: string;
  /** Sorted; none equals the name, without regard to case. */
  readonly aliases: readonly string[];
}

const legalForm =
  /(?:^|\s)(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|lp|gmbh|ag|sa|nv|bv|ab|kk|plc|pty|srl|ltee)(?=\s|$)/g;

/** What two spellings of one maker have in common: letters and digits, without case, accents and legal forms. */
export function makerKey(spelling: string): string {
  const words = spelling
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
  const bare = words.replace(legalForm, '').trim();
  return (bare === '' ? words : bare).replace(/\s/g, '');
}

/** The makers that come with the product: key of each spelling to the name that is shown. */
export function knownMakers(): ReadonlyMap<string, string> {
  const lines = readYamlFile(join(packageRoot, 'output', 'contents', 'makers.yaml'), makersSchema);
  return new Map(lines.flatMap((names) => names.map((name) => [makerKey(name), String(names[0])] as const)));
}

/**
 * Groups the spellings that a run met, with how often each: one maker per group, by its known name, else by the
 * spelling met most (the first in order among equals). Sorted by name.
 */
export function groupMakers(
  spellings: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, string> = knownMakers(),
): Maker[] {
  const groups = new Map<string, [spelling: string, count: number][]>();
  for (const [spelling, count] of [...spellings].sort(([a], [b]) => order(a, b))) {
    const name = known.get(makerKey(spelling));
    const key = name === undefined ? makerKey(spelling) : makerKey(name);
    const group = groups.get(key) ?? [];
    group.push([spelling, count]);
    groups.set(key, group);
  }
  const makers = [...groups].map(([key, group]) => {
    const most = group.reduce((best, each) => (each[1] > best[1] ? each : best));
    const name = known.get(key) ?? most[0];
    const others = new Map(group.map(([spelling]) => [spelling.toLowerCase(), spelling]));
    others.delete(name.toLowerCase());
    return { name, aliases: [...others.values()].sort(order) };
  });
  return makers.sort((a, b) => order(a.name, b.name));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
