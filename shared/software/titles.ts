import type { InstalledSoftware } from '../bridge.ts';
import { cleanPart, cutPart, isUpdate, partLimit } from './clean.ts';

/** A program as it is told of any number of devices. */
export interface Title {
  readonly name: string;
  readonly version: string | null;
  readonly publisher: string | null;
}

/** Why a row has no title. */
export type Untitled = 'withoutName' | 'update';

/** What to keep of the titles. */
export interface TitleRules {
  readonly updates: 'exclude' | 'include';
}

/** More would not fit into the rows of the store. */
const mostTitles = 1 << 24;

/**
 * The distinct titles of a run, all of them in memory: a fleet has a hundred thousand where it has ten million rows. Each
 * is cleaned once, however many rows it has.
 */
export class Titles {
  readonly #rules: TitleRules;
  readonly #known = new Map<string, number | Untitled>();
  readonly #places = new Map<string, number>();
  readonly #titles: Title[] = [];
  /** Titles of which a part was too long. */
  #cut = 0;

  constructor(rules: TitleRules) {
    this.#rules = rules;
  }

  get all(): readonly Title[] {
    return this.#titles;
  }

  get cut(): number {
    return this.#cut;
  }

  /** The number of a row's title, or why it has none. */
  of({ name, version, publisher }: InstalledSoftware): number | Untitled {
    const written = `${name ?? ''}\0${version ?? ''}\0${publisher ?? ''}`;
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const found = this.#judge(cleanPart(name), cleanPart(version), cleanPart(publisher));
    this.#known.set(written, found);
    return found;
  }

  /** The place of each title by name, version and publisher, whatever order they were met in. */
  ranks(): Int32Array {
    const order = Array.from(this.#titles.keys()).sort((a, b) => this.#compare(a, b));
    const ranks = new Int32Array(order.length);
    for (const [rank, title] of order.entries()) ranks[title] = rank;
    return ranks;
  }

  #judge(name: string | null, version: string | null, publisher: string | null): number | Untitled {
    if (name === null) return 'withoutName';
    if (this.#rules.updates === 'exclude' && isUpdate(name)) return 'update';
    const long = [name, version, publisher].some((part) => part !== null && part.length > partLimit);
    if (long) this.#cut += 1;
    const title = {
      name: cutPart(name),
      version: version === null ? null : cutPart(version),
      publisher: publisher === null ? null : cutPart(publisher),
    };
    const key = `${title.name}\0${title.version ?? ''}\0${title.publisher ?? ''}`;
    const place = this.#places.get(key) ?? this.#titles.length;
    if (place >= mostTitles) throw new RangeError('more titles than a fleet can have');
    if (place === this.#titles.length) {
      this.#places.set(key, place);
      this.#titles.push(title);
    }
    return place;
  }

  #compare(a: number, b: number): number {
    const [one, other] = [this.#titles[a], this.#titles[b]];
    if (!one || !other) return 0;
    return (
      order(one.name, other.name) ||
      order(one.version ?? '', other.version ?? '') ||
      order(one.publisher ?? '', other.publisher ?? '')
    );
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
