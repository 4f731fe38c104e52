import { join } from 'node:path';
import type { InstalledSoftware } from '../bridge.ts';
import { installDay } from './clean.ts';
import { RowBuckets } from './row-buckets.ts';
import { type Title, type TitleRules, Titles, type Untitled } from './titles.ts';

/** Why a row that was read is not among those that are published. */
export type DropReason = Untitled | 'deviceNotPublished' | 'withheld' | 'repeated';

/** One program on one published device. */
export interface Installation {
  /** Number of the device, in the order in which they are published. */
  readonly device: number;
  /** Number of the title. */
  readonly title: number;
  /** `YYYY-MM-DD`. */
  readonly installedOn: string | null;
}

/** What became of the rows; `repeated` and `kept` tell of the pass over the installations that was begun last. */
export interface SoftwareCounts {
  readonly kept: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
  /** Rows whose day cannot be read; they stay, without it. */
  readonly daysUnreadable: number;
  readonly titlesCut: number;
}

const dayMilliseconds = 86_400_000;
const titleBits = 24;
const dayBits = 16;
const lowTitleBits = 32 - dayBits;
const lowTitles = (1 << lowTitleBits) - 1;
const lastDay = (1 << dayBits) - 1;
const mostDevices = 1 << (64 - titleBits - dayBits);

/** What is installed on the published devices of one run: titles in memory, rows in a file of the run. */
export class SoftwareStore {
  readonly #titles: Titles;
  readonly #devices: ReadonlyMap<string, number>;
  readonly #rows: RowBuckets;
  readonly #dropped = { withoutName: 0, update: 0, deviceNotPublished: 0, withheld: 0 };
  readonly #days = new Map<string, number>();
  readonly #installs: number[] = [];
  #daysUnreadable = 0;
  #repeated = 0;
  #kept = 0;

  /** `devices`: number of each published device by `identity.sourceId`. Throws `OutputError` on a folder it cannot write. */
  constructor(folder: string, devices: ReadonlyMap<string, number>, rules: TitleRules) {
    if (devices.size > mostDevices) throw new RangeError('more devices than rows can name');
    this.#devices = devices;
    this.#titles = new Titles(rules);
    this.#rows = new RowBuckets(join(folder, 'installed.rows'), devices.size);
  }

  /** The titles by number. */
  get titles(): readonly Title[] {
    return this.#titles.all;
  }

  /** How many rows a title has, repeated ones too. */
  installs(title: number): number {
    return this.#installs[title] ?? 0;
  }

  add(row: InstalledSoftware): void {
    const { sourceId, installed } = row;
    const device = sourceId === null ? 'withheld' : (this.#devices.get(sourceId) ?? 'deviceNotPublished');
    if (typeof device === 'string') {
      this.#dropped[device] += 1;
      return;
    }
    const title = this.#titles.of(row);
    if (typeof title === 'string') {
      this.#dropped[title] += 1;
      return;
    }
    const day = installed === null || installed.trim() === '' ? 0 : this.#dayNumber(installed);
    if (day === -1) this.#daysUnreadable += 1;
    this.#installs[title] = this.installs(title) + 1;
    this.#rows.add(device, title, Math.max(day, 0));
  }

  /** Each program of each device once, by device and title, with the earliest day that is told of it. */
  *installations(): Generator<Installation> {
    const ranks = this.#titles.ranks();
    const titles = new Int32Array(ranks.length);
    for (const [title, rank] of ranks.entries()) titles[rank] = title;
    this.#repeated = 0;
    this.#kept = 0;
    for (const rows of this.#rows.buckets()) {
      const words = sorted(rows, ranks);
      for (let at = 0; at < words.length; ) {
        const [low = 0, high = 0] = [words[at], words[at + 1]];
        let day = low & lastDay;
        const first = at;
        for (at += 2; at < words.length && words[at + 1] === high; at += 2) {
          const next = words[at] ?? 0;
          if (next >>> dayBits !== low >>> dayBits) break;
          if (day === 0) day = next & lastDay;
        }
        this.#repeated += (at - first) / 2 - 1;
        this.#kept += 1;
        const rank = ((high & ((1 << (titleBits - lowTitleBits)) - 1)) << lowTitleBits) | (low >>> dayBits);
        yield {
          device: high >>> (titleBits - lowTitleBits),
          title: titles[rank] ?? 0,
          installedOn: day === 0 ? null : dayText(day),
        };
      }
    }
  }

  counts(): SoftwareCounts {
    return {
      kept: this.#kept,
      dropped: { ...this.#dropped, repeated: this.#repeated },
      daysUnreadable: this.#daysUnreadable,
      titlesCut: this.#titles.cut,
    };
  }

  close(): void {
    this.#rows.close();
  }

  /** Days since 1970, or -1 for a text that is no day; each text is read once. */
  #dayNumber(text: string): number {
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    const day = installDay(text);
    const count = day === null ? -1 : Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;
    const number = count > lastDay ? -1 : count;
    if (this.#days.size < lastDay) this.#days.set(text, number);
    return number;
  }
}

/** The rows as numbers of 64 bits (device, place of the title, day), in order; each is two words, the low one first. */
function sorted(rows: Uint32Array, ranks: Int32Array): Uint32Array {
  const words = new Uint32Array((rows.length / 3) * 2);
  for (let from = 0, to = 0; from < rows.length; from += 3, to += 2) {
    const rank = ranks[rows[from + 1] ?? 0] ?? 0;
    words[to] = ((rank & lowTitles) << dayBits) | (rows[from + 2] ?? 0);
    words[to + 1] = ((rows[from] ?? 0) << (titleBits - lowTitleBits)) | (rank >>> lowTitleBits);
  }
  new BigUint64Array(words.buffer).sort();
  return words;
}

const dayText = (day: number): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10);
