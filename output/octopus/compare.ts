import { judgeSerial } from '../../shared/device/serial.ts';
import type { HeldItem } from './held-items.ts';
import type { SentItem } from './sent-items.ts';

/** An item of which Octopus holds something else than was sent. */
export interface Difference {
  readonly name: string;
  readonly sent: string;
  /** Null where Octopus holds nothing. */
  readonly held: string | null;
}

/** What became of the items that were sent; each is in `found`, `missing` or `otherName`, or else in the other two. */
export interface Comparison {
  /** How many are held as they were sent. */
  readonly found: number;
  /** Names that Octopus does not have. */
  readonly missing: readonly string[];
  /** Items that Octopus has by their serial, under a name that was not sent. */
  readonly otherName: readonly Difference[];
  readonly otherSerial: readonly Difference[];
  readonly otherType: readonly Difference[];
}

/** What is compared besides the name. */
export interface Compared {
  readonly serial: boolean;
  readonly type: boolean;
}

/** Compares by name and then, for names that are not held, by serial. A value that was not sent is not compared. */
export function compareItems(
  sent: readonly SentItem[],
  held: readonly HeldItem[],
  compared: Compared,
): Comparison {
  const missing: string[] = [];
  const changes: Record<Change, Difference[]> = { otherName: [], otherSerial: [], otherType: [] };
  const byName = grouped(held, ({ name }) => same(name));
  const sentNames = new Set(sent.map(({ name }) => same(name)));
  const others = held.filter(({ name }) => !sentNames.has(same(name)));
  const othersBySerial = grouped(others, ({ serial }) => serialKey(serial));
  let found = 0;
  for (const item of sent) {
    const namesakes = byName.get(same(item.name));
    if (namesakes) {
      const best = closest(namesakes.map((each) => differences(item, each, compared)));
      if (best.length === 0) found += 1;
      for (const [change, difference] of best) changes[change].push(difference);
    } else {
      const [other, second] = othersBySerial.get(compared.serial ? serialKey(item.serial) : null) ?? [];
      if (other && !second) changes.otherName.push({ name: item.name, sent: item.name, held: other.name });
      else missing.push(item.name);
    }
  }
  return { found, missing, ...changes };
}

type Change = 'otherName' | 'otherSerial' | 'otherType';
type Changed = readonly [Change, Difference];

/** A list may have several rows for an item: the one that agrees best counts. */
const closest = (rows: readonly (readonly Changed[])[]): readonly Changed[] =>
  rows.reduce((a, b) => (b.length < a.length ? b : a));

function differences(sent: SentItem, held: HeldItem, compared: Compared): Changed[] {
  const changed: Changed[] = [];
  const compare = (change: Change, a: string | null, b: string | null) => {
    if (a !== null && same(a) !== same(b ?? ''))
      changed.push([change, { name: sent.name, sent: a, held: b }]);
  };
  if (compared.serial) compare('otherSerial', sent.serial, held.serial);
  if (compared.type) compare('otherType', sent.type, held.type);
  return changed;
}

/** Items by a key; those without one are left out. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Octopus looks items up without regard to case. */
const same = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** A serial by which an item may be recognised; null for none, and for what makers write when there is none. */
function serialKey(serial: string | null): string | null {
  if (serial === null) return null;
  const validity = judgeSerial(serial);
  return validity === 'genuine' || validity === 'virtual' ? same(serial) : null;
}
